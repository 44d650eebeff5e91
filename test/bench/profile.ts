/** What profiles of the hot paths (node --cpu-prof under load) showed, and what was done about it: written by hand on its own date, closes the table of the store. */
export const profile = `## What the profiles showed on 2026-11-29, noted by hand

Processor time at 100,000 rows, before and after, so that other work on the machine does not count; read with \`node --cpu-prof\` on the service under eight clients.

- Search read the text of every row that might hold a word, and the keys of every row that did: 7 to 16 ms for a frequent Latin word, 17 to 36 ms where permission narrowed it. The words of all texts are an index now and the keys columns of numbers: 0.5 to 3 ms, no row is read but those of the page; the process holds 330 MB instead of 510.
- A list filtered by two keys spent 41 % of its time reading all rows of the narrower one; it asks the same columns now.
- The commits of one sync were a line each; they are one line with one checksum now, which is also what makes a torn group recognisable.
- PostgreSQL evaluated the match of a search twice, for the page and for the total, and each instance asked for changes ten times a second; it is evaluated once now, and NOTIFY wakes.
- What is left of creating a lead is spread: 12 % JSON for disk and snapshot, 8 % collecting garbage, 5 % checking, 5 % the text index, the rest HTTP.`;
