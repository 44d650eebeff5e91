import { expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkSync } from "recheck";
import ts from "typescript";
import { introductions } from "../../model/reading/company.ts";
import { patternsOf } from "../../server/signs.ts";

interface Found { where: string; source: string; flags: string; capped: boolean }

/** Every regular expression literal of the product. */
function literals(): Found[] {
  const found: Found[] = [];
  for (const folder of ["model", "server", "addin"]) for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf("/");
        found.push({ where: `${path}:${file.getLineAndCharacterOfPosition(node.pos).line + 1}`, source: node.text.slice(1, end), flags: node.text.slice(end + 1), capped: saysCapped(file.text, node.getStart(file)) });
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return found;
}

/** Whether the line of an expression, or the one above it, says how long its input can be. */
function saysCapped(text: string, at: number): boolean {
  const end = text.indexOf("\n", at), line = text.lastIndexOf("\n", at), above = text.lastIndexOf("\n", line - 1);
  return /\/[/*].*at most [\d,_]+ characters/.test(text.slice(Math.max(0, above), end < 0 ? undefined : end));
}

test("every regular expression of the product is known to be safe: none backtracks exponentially, and none polynomially on input of any length", () => {
  const all = literals();
  expect(all.length).toBeGreaterThan(0);
  const bad = all.filter(({ source, flags, capped }) => {
    const found = checkSync(source, flags, { timeout: 10_000, recallTimeout: 100, checker: "automaton" });
    return found.status !== "safe" && !(found.status === "vulnerable" && found.complexity.type !== "exponential" && capped);
  });
  expect(bad).toEqual([]);
});

test("what is not written as a literal is made of fixed words, and as safe", () => {
  const made = ["model", "server", "addin"].flatMap(folder => readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name)).map(entry => join(entry.parentPath, entry.name)).filter(path => /\bRegExp\(/.test(readFileSync(path, "utf8"))));
  expect(made.sort()).toEqual(["model/field.ts", "model/reading/company.ts", "server/signs.ts", "server/store/bookFiles.ts"]);
  const signs = Object.values(patternsOf(["ann-b+c@x.de", "(a+)+@x.de"], ["Li  Na", "(a+)+ b*", "Miller", "王芳"])).map(({ source }) => source);
  const sources = [...introductions.map(({ source }) => source), ...signs, "^(lead|account|contact)/[\\w-]{1,64}$", "^journal-(\\d{6,})$"];
  expect(sources.filter(source => checkSync(source, "u", { timeout: 10_000, checker: "automaton" }).status === "vulnerable")).toEqual([]);
});

test("the check knows a catastrophic expression when it sees one, and a comment that bounds its input", () => {
  expect(checkSync("a+b", "", { checker: "automaton" }).status).toBe("vulnerable");
  expect(saysCapped("x;\n// at most 40 characters\nconst a = /a+b/;", 31)).toBe(true);
  expect(saysCapped("// at most 40 characters\n\n\nconst a = /a+b/;", 38)).toBe(false);
  expect(checkSync("^(a+)+$", "", {}).status).toBe("vulnerable");
});
