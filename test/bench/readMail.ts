/** Rows of labelled mail on stdin, one prediction a line on stdout, with the milliseconds that each took. */
import { createInterface } from "node:readline";
import { predictionOf, type Row } from "./prediction.ts";

for await (const line of createInterface({ input: process.stdin })) if (line.trim()) console.log(JSON.stringify(predictionOf(JSON.parse(line) as Row)));
