import { describe, expect, it } from "@jest/globals";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const root = join(import.meta.dirname, "../.."), folder = join(root, "addin/office");
/** What Microsoft documents of each call: the object it is on, the requirement set that brought it, the least permission. */
const facts = readFileSync(join(import.meta.dirname, "officeApi.tsv"), "utf8").trim().split("\n").map(line => line.split("\t")).map(([object, member, set, permission]) => ({ object: object!, member: member!.replace("()", ""), set: set || "1.1", permission: permission! }));
/** Which of Outlook's objects our names stand for. */
const items = ["messageread", "messagecompose", "appointmentread", "appointmentcompose"];
const objects: Record<string, string[]> = {
  shown: items, message: items, box: ["mailbox"], body: ["body"], subject: ["subject"], field: ["recipients"], sender: ["from", "organizer"], start: ["time"], end: ["time"], location: ["location"],
  kept: ["customproperties", "roamingsettings"], properties: ["customproperties"], sessionData: ["sessiondata"], loaded: ["loadedmessageread"], notificationMessages: ["notificationmessages"], categories: ["categories"],
};
/** The one file that may ask for the whole mailbox: a company whose manifest asks for it has several messages at once, the others do without. */
const wholeMailbox = "outlookSeveral.ts", theirs = ["getSelectedItemsAsync", "loadItemByIdAsync", "unloadAsync"];
const minimum = 1.5, orderOf = (set: string) => Number(set.split(".")[1]);

interface Use { where: string; receiver: string; member: string; guards: number[] }
/** Every call of Outlook's in a file, with the requirement sets that are asked for around it. */
function usesIn(name: string, text: string): Use[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true), uses: Use[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && /(Async|Form)$/.test(node.name.text) && ts.isCallExpression(node.parent) && !/^(ui|mailbox)$/.test(lastName(node.expression)))
      uses.push({ where: `${name}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`, receiver: lastName(node.expression), member: node.name.text, guards: guardsOf(name === "mark.ts" ? source : scopeOf(node)) });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses;
}
const lastName = (node: ts.Expression): string => ts.isNonNullExpression(node) || ts.isParenthesizedExpression(node) ? lastName(node.expression) : ts.isPropertyAccessExpression(node) ? node.name.text : ts.isCallExpression(node) ? lastName(node.expression) : ts.isAsExpression(node) ? lastName(node.expression) : node.getText();
/** The property, method or declaration that a call is part of. */
function scopeOf(node: ts.Node): ts.Node {
  const { parent } = node;
  return ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent) || ts.isSourceFile(parent.parent ?? parent) ? parent : scopeOf(parent);
}
const guardsOf = (scope: ts.Node): number[] => [...scope.getText().matchAll(/\b(?:has|may)\("(1\.\d{1,2})"\)/g)].map(([, set]) => orderOf(set!));
/** What is wrong with a use of Outlook, if anything. */
function wrong({ where, receiver, member, guards }: Use): string[] {
  const named = (objects[receiver] ?? (receiver === "fieldOf" ? ["recipients"] : [])).flatMap(object => facts.filter(fact => fact.object === object && fact.member === member));
  if (!named.length) return [`${where}: ${receiver}.${member} is not documented`];
  const set = Math.max(...named.map(fact => orderOf(fact.set)));
  return [
    ...named.some(fact => fact.permission === "read/write mailbox") && !where.startsWith(wholeMailbox) ? [`${where}: ${member} needs more than the manifest asks for`] : [],
    ...set > orderOf(String(minimum)) && !guards.some(guard => guard >= set) ? [`${where}: ${member} is of 1.${set} and not asked for`] : [],
  ];
}

const files = readdirSync(folder).filter(name => /^(outlook|mark)\w*\.ts$/.test(name)), uses = files.flatMap(name => usesIn(name, readFileSync(join(folder, name), "utf8")));

describe("the add-in's use of Outlook", () => {
  it("has something to look at", () => { expect(facts.length).toBeGreaterThan(100); expect(uses.length).toBeGreaterThan(35); });
  it("is of what Microsoft documents, within the manifest's permission, and asked for first where Mailbox 1.5 has it not", () => expect(uses.flatMap(wrong)).toEqual([]));
  it.each([
    ["an unguarded call of a later set", "const f = async shown => callOffice('x', done => shown.getAllInternetHeadersAsync(done));", "is of 1.8 and not asked for"],
    ["a guard that is too low", "function f(shown) { if (has(\"1.7\")) shown.getItemIdAsync(done); }", "is of 1.8 and not asked for"],
    ["a call that there is not", "const f = shown => shown.teleportAsync(done);", "is not documented"],
    ["a call that wants the whole mailbox", "function f() { if (has(\"1.15\")) box.loadItemByIdAsync('x', done); }", "needs more than the manifest asks for"],
  ])("would not pass with %s", (_what, code, said) => expect(usesIn("a.ts", code).flatMap(wrong).join("\n")).toContain(said));
  it("is nowhere of what the whole mailbox would be needed for but several messages at once, in what is built", () => {
    const built = join(root, "dist/addin"), scripts = existsSync(built) ? readdirSync(built).filter(name => name.endsWith(".js")) : [];
    expect(scripts.length).toBeGreaterThan(0);
    const greedy = [...new Set(facts.filter(fact => fact.permission === "read/write mailbox").map(fact => fact.member))].filter(member => !theirs.includes(member));
    for (const name of scripts) expect([name, greedy.filter(member => new RegExp(`\\.${member}\\(`).test(readFileSync(join(built, name), "utf8")))]).toEqual([name, []]);
  });
});
