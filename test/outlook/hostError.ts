/** An error by Microsoft's number (9000 to 9055); the library puts the words to it. */
export class HostError extends Error { constructor(readonly code: number) { super(`Error ${code}`); } }
