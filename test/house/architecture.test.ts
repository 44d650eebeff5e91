import { describe, expect, it, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import ts from "typescript";

/** The rules of the house. A new rule is a line in one of these tables. */
const mayImport: [folder: RegExp, allowed: RegExp][] = [
  [/^model\/reading\//, /^(model\/|zod($|\/)|libphonenumber-js($|\/))/],
  [/^model\/(?!reading\/)/, /^(model\/|zod($|\/))/],
  [/^server\//, /^(?!addin\/|test\/)/],
  [/^addin\//, /^(?!server\/|test\/|node:)/],
  [/^addin\/(parts|form|list)\//, /^(?!addin\/(panes|office|session)\/|addin\/(api|doors)\.tsx?$)/],
];
const livesIn: [what: string, said: RegExp, where: RegExp][] = [
  ["Office", /\bOffice\./, /^addin\/office\/outlook(Dialogs|Draft|Events|Functions|Item|Look|Ready|Several)?\.ts$|^(model|server)\//],
  ["msal", /"@azure\/msal-[^"]*"/, /^addin\/session\/msal\.ts$/],
  ["lowdb", /"(lowdb|steno)[^"]*"/, /^server\/store\//],
  ["pg", /"pg"/, /^server\/store\//],
  ["jose", /"jose"/, /^server\/identity\/entra\.ts$/],
  ["process.env", /\bprocess\s*\.\s*env\b/, /^server\/(main|start|backup)\.ts$/], // where a program begins
  ["a request of the pane's", /(?<![.\w])fetch\b|\b(XMLHttpRequest|EventSource|WebSocket|sendBeacon)\b/, /^addin\/(api|launch\/post)\.ts$|^server\//],
  ["a commit", /\.commit\s*\(/, /^server\/(work|undo|preferences|secret)\.ts$|^server\/documents\/shelf\.ts$|^server\/(demo|store)\//], // the service keeps the keys that it signs with; the shelf keeps what files say, preferences what one user wants remembered, which is nobody's change
  ["a look past permission", /\bstore\s*\.\s*(get|find)\b/, /^(addin|model)\/|^server\/(?!routes\/|(known|brief|timeline|duplicates)\.ts$)/], // routes and what reads for them take a sight
  ["code from text", /\beval\s*\(|\bnew Function\b/, /^$/],
  ["a barrel", /\bexport \* from\b/, /^$/],
  ["a name that says nothing", /^\s*(?:export )?(?:default )?(?:abstract )?(?:(?:class|interface|type) \w+(?:Manager|Service)|(?:class|interface|type|function|const) \w*(?:Helper|Utils?|Impl|Base))\b/m, /^$/], // “the service” itself may be said
];

const root = join(import.meta.dirname, "../..");
const files = ["model", "server", "addin"].flatMap(folder => readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
  .filter(name => /\.tsx?$/.test(name)).map(name => posix.join(folder, name)).map(path => ({ path, ...read(readFileSync(join(root, path), "utf8")) })));

describe("the borders of the house", () => {
  it("has something to look at", () => expect(files.length).toBeGreaterThan(50));
  it("lets each folder import only what it may", () => expect(files.flatMap(smuggled)).toEqual([]));
  test.each(livesIn)("keeps %s where it lives", (_what, said, where) => expect(files.filter(({ path, code }) => said.test(code) && !where.test(path)).map(({ path }) => path)).toEqual([]));
  it("has no file that is named for nothing", () => expect(files.filter(({ path }) => /([a-z](Manager|Service)|(\/|[a-z](?=[A-Z]))([Hh]elpers?|[Uu]tils?|[Ii]mpl|[Bb]ase|index))\.ts$/.test(path)).map(({ path }) => path)).toEqual([]));
  it("writes where an import leads, ending and all", () => expect(files.flatMap(({ path, imports }) => imports.filter(name => /^\.|^[~@#]\//.test(name) && !/^\.\.?\/.*\.(tsx?|css)$/.test(name)).map(name => `${path}: ${name}`))).toEqual([]));
  test.each([
    ["model/a.ts", 'import { x } from "../server/work.ts";'], ["model/a.ts", 'import fs from "node:fs";'], ["model/reading/a.ts", 'import React from "react";'],
    ["server/a.ts", 'const x = await import("../addin/api.ts");'], ["addin/panes/A.tsx", 'import type { Store } from "../../server/store/store.ts";'],
    ["addin/parts/A.tsx", 'import { useDoors } from "../doors.ts";'], ["addin/form/A.tsx", 'export { x } from "../panes/Home.tsx";'],
  ])("would see what %s smuggles in: %s", (path, code) => expect(smuggled({ path, ...read(code) })).toHaveLength(1));
});

/** Imports that a rule forbids, as `importer -> imported`. */
function smuggled({ path, imports }: { path: string; imports: string[] }): string[] {
  const rules = mayImport.filter(([folder]) => folder.test(path));
  return imports.map(name => name.startsWith(".") ? posix.join(posix.dirname(path), name) : name).filter(name => !rules.every(([, allowed]) => allowed.test(name))).map(name => `${path} -> ${name}`);
}

/** What a file imports, types and late imports too, and its code without comments (an address in a string may lose its end, which no rule minds). */
function read(text: string): { imports: string[]; code: string } {
  return { imports: ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName), code: text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\/\/.*$/gm, "") };
}
