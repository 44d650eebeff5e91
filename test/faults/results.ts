import { mkdir, readFile, writeFile } from "node:fs/promises";

const file = new URL("../bench/results/faults.md", import.meta.url);
const head = `# The fault tests, long form

Written by \`npm run test:faults\`, a line for the last run of each part. A seed repeats the random choices of a part, not the moments at which the machine did what.

| part | what was done | faults | seed | seconds | when | on |
|---|---|---:|---:|---:|---|---|
`;

/** Puts the line of this part into the table, in the place of its last one. */
export async function keepResult({ name, told, faults, seed, seconds, on }: { name: string; told: string; faults: number; seed: number; seconds: number; on: string }): Promise<void> {
  const text = await readFile(file, "utf8").catch(() => ""), lines = text.split("\n").filter(line => /^\| (?!part)\w/.test(line) && !line.startsWith(`| ${name} |`));
  lines.push(`| ${name} | ${told} | ${faults} | ${seed} | ${seconds} | ${new Date().toISOString().slice(0, 16).replace("T", " ")} | ${on} |`);
  await mkdir(new URL(".", file), { recursive: true });
  await writeFile(file, `${head}${lines.sort().join("\n")}\n`);
}
