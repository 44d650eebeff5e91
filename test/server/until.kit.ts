/** Asks until the answer is good, for at most a quarter of a minute, and gives it; then it fails with the words of what was waited for and the last answer. */
export async function until<T>(what: string, ask: () => T | Promise<T>, good: (value: T) => boolean = Boolean): Promise<T> {
  for (const end = Date.now() + 15_000; ;) {
    const value = await ask();
    if (good(value)) return value;
    if (Date.now() > end) throw new Error(`Waited in vain until ${what}; last: ${JSON.stringify(value)?.slice(0, 300)}`);
    await new Promise(done => setTimeout(done, 10));
  }
}
