import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { openService, type Service } from "./service.kit.ts";

let service: Service;
beforeAll(async () => { service = await openService(); for (const user of ["rep", "admin"]) await service.as(user).me(); });
afterAll(() => service.close());
const post = async (type: string, body: object, how: RequestInit = {}) => { const answer = await service.send(`/api/${type}`, { method: "POST", body: JSON.stringify(body), ...how }, "admin"); return { status: answer.status, ...await answer.json() as any }; };
const told = ({ status, fields = [] }: any) => [status, ...fields.map((one: any) => [one.field, one.code, one.params?.what, one.params?.name])];
const always = { all: [] }, say = (en: string) => ({ en }), stage = (more: object) => ({ key: "a", label: say("A"), on: "opportunity", steps: [], ...more });

const rule = { name: "r", on: "opportunity", at: ["win"], when: always, then: [] }, process = { name: "p", stages: [stage({})] };
const automation = { name: "a", on: "opportunity", trigger: { on: "created" }, steps: [] }, dialog = { name: "d", on: "lead", variables: { score: 0 }, steps: [] };
const mail = (text: string) => ({ do: "mail", to: [{ owner: true }], subject: say("s"), text: say(text) });
const page = (more: object) => ({ page: "p", title: say("P"), prompts: [{ key: "need", kind: "line", say: say("?"), ...more }] });

describe("a way that names what does not exist is refused over HTTP, with its field and the name", () => {
  it.each<[string, string, object, ...string[]]>([
    ["a field in a rule's condition", "rule", { ...rule, when: { field: "budgte", is: "filled" } }, "when", "field", "budgte"],
    ["a field in a rule's effect", "rule", { ...rule, then: [{ do: "require", fields: ["emial"] }] }, "then", "field", "emial"],
    ["a button in a rule", "rule", { ...rule, at: ["fly"] }, "at", "button", "fly"],
    ["a variable in a rule: what the button does not ask", "rule", { ...rule, when: { var: "actualVlaue", is: "more", than: 5 } }, "when", "variable", "actualVlaue"],
    ["an approver", "rule", { ...rule, then: [{ do: "approve", who: { user: "ghost" } }] }, "then", "user", "ghost"],
    ["a field in a stage", "process", { ...process, stages: [stage({ steps: [{ field: "need2" }] })] }, "stages", "field", "need2"],
    ["a sales stage", "process", { ...process, stages: [stage({ stage: "qualfy" })] }, "stages", "choice", "qualfy"],
    ["a stage that no process has", "automation", { ...automation, trigger: { on: "stage", to: ["propose", "nowhere"] } }, "trigger", "stage", "nowhere"],
    ["a status", "automation", { ...automation, trigger: { on: "status", to: ["wonn"] } }, "trigger", "choice", "wonn"],
    ["a field in what an automation makes", "automation", { ...automation, steps: [{ do: "create", type: "activity", values: { subjcet: "x" } }] }, "steps", "field", "subjcet"],
    ["a place in an automation's mail", "automation", { ...automation, steps: [mail("{{opportunity.nmae, account.name | x}}")] }, "steps", "field", "opportunity.nmae"],
    ["a place that no mail about a deal can fill", "automation", { ...automation, steps: [mail("{{lead.topic}}")] }, "steps", "field", "lead.topic"],
    ["a variable where there are none", "automation", { ...automation, steps: [{ do: "update", values: { name: { var: "score" } } }] }, "steps", "variable", "score"],
    ["a user whose turn it would be", "automation", { ...automation, steps: [{ do: "if", when: always, then: [{ do: "assign", to: ["rep", "ghost"] }] }] }, "steps", "user", "ghost"],
    ["a dialog to be begun", "automation", { ...automation, steps: [{ do: "dialog", dialog: "gone" }] }, "steps", "dialog", "gone"],
    ["a variable in a dialog", "dialog", { ...dialog, steps: [{ set: "score", to: { plus: [{ var: "scroe" }, 1] } }] }, "steps", "variable", "scroe"],
    ["a variable in a question", "dialog", { ...dialog, steps: [page({ say: say("You said {{ned | nothing}}?") })] }, "steps", "variable", "ned"],
    ["a field in a tip", "dialog", { ...dialog, steps: [page({ tip: say("Of {{lead.compny, need}}") })] }, "steps", "field", "lead.compny"],
    ["a field in a dialog's mail", "dialog", { ...dialog, steps: [{ act: mail("{{lead.tpoic}}") }] }, "steps", "field", "lead.tpoic"],
    ["a dialog within a dialog", "dialog", { ...dialog, steps: [{ child: "gone" }] }, "steps", "dialog", "gone"],
  ])("%s", async (_what, type, body, field, what, name) => {
    expect(told(await post(type, body))).toEqual([422, [field, "stray", what, name]]);
  });
  it("also when it is changed, and all of them at once; nothing of it is kept", async () => {
    const made = await post("rule", rule);
    const refused = await service.send(`/api/rule/${made.id}`, { method: "PATCH", body: JSON.stringify({ when: { field: "nope", is: "filled" }, then: [{ do: "lock", fields: ["neither"] }] }), headers: { "if-match": `"${made.version}"` } }, "admin");
    expect(told({ status: refused.status, ...await refused.json() as object })).toEqual([422, ["when", "stray", "field", "nope"], ["then", "stray", "field", "neither"]]);
    expect(await service.as("admin").read("rule", made.id)).toMatchObject({ version: 1, when: always });
  });
  it("while the same with names that exist is taken", async () => {
    for (const [type, body] of [["rule", { ...rule, when: { var: "actualValue", is: "more", than: 5 }, then: [{ do: "approve", who: { user: "rep" } }] }], ["automation", { ...automation, trigger: { on: "stage", to: ["propose", "develop"] }, steps: [mail("{{opportunity.name}} {{account.name}} {{user.name | x}}"), { do: "dialog", dialog: "dialog-closing-review" }] }], ["dialog", { ...dialog, inputs: { place: "?" }, steps: [page({}), page({ say: say("{{need}} {{place}} {{score}} {{lead.company | x}}") }), { child: "dialog-rfp-fit" }] }]] as const)
      expect([type, (await post(type, body)).name]).toEqual([type, body.name]);
  });
});
