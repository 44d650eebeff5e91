import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { openService, type Service } from "./service.kit.ts";

let service: Service, described: { openapi: string; paths: Record<string, Record<string, any>>; components: { schemas: Record<string, any> } };
beforeAll(async () => { service = await openService(); described = await (await service.send("/api/openapi.json")).json() as typeof described; });
afterAll(() => service.close());

describe("the description of the service", () => {
  it("tells of a mounted route for every path and method", async () => {
    const fill = (path: string) => path.replace("{id}", "none").replace("{other}", "none").replace("{commit}", "none").replace("{hash}", "none").replace("{type}", "lead");
    for (const [path, methods] of Object.entries(described.paths)) for (const method of Object.keys(methods).filter(name => name !== "parameters")) {
      const answer = await service.send(fill(path), { method: method.toUpperCase(), headers: { "if-match": '"1"' }, ...method === "post" || method === "patch" ? { body: "{}" } : {} }, "admin");
      expect([path, method, answer.status, [200, 201, 404, 422].includes(answer.status)]).toEqual([path, method, answer.status, true]);
      if (answer.status === 404) expect((await answer.json() as { title: string }).title).toBe("There is no such record");
    }
  });
  it("names every field that a lead takes, and none that the service works out", () => {
    const { properties, required, additionalProperties } = described.components.schemas.lead;
    expect(required).toEqual(expect.arrayContaining(["topic", "lastName"]));
    expect([properties.rating.enum, additionalProperties]).toEqual([["hot", "warm", "cold"], false]);
    expect(properties).not.toHaveProperty("opportunity");
    expect(described.components.schemas["lead.record"].allOf[0].properties).toHaveProperty("opportunity");
  });
  it("leaves no reference open", () => {
    for (const [, name] of JSON.stringify(described).matchAll(/#\/components\/schemas\/([\w.]+)/g)) expect(described.components.schemas).toHaveProperty([name!]);
  });
});
