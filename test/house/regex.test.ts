import { expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkSync } from "recheck";
import ts from "typescript";

interface Found { where: string; source: string; flags: string }

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
        found.push({ where: `${path}:${file.getLineAndCharacterOfPosition(node.pos).line + 1}`, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return found;
}

test("no regular expression of the product backtracks exponentially", () => {
  const all = literals();
  expect(all.length).toBeGreaterThan(0);
  const bad = all.filter(({ source, flags }) => {
    const found = checkSync(source, flags, { timeout: 250, recallTimeout: 100, checker: "automaton" });
    return found.status === "vulnerable" && found.complexity.type === "exponential";
  });
  expect(bad).toEqual([]);
});

test("the check knows a catastrophic expression when it sees one", () => {
  expect(checkSync("^(a+)+$", "", {}).status).toBe("vulnerable");
});
