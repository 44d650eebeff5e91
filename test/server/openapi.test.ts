import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { records } from "../../model/records.ts";
import { mountedRoutes } from "./routes.kit.ts";
import { dice, types, valuesOf } from "./samples.kit.ts";
import { openService, type Service } from "./service.kit.ts";

let service: Service, described: { openapi: string; paths: Record<string, Record<string, any>>; components: { schemas: Record<string, any> } };
beforeAll(async () => { service = await openService(); await service.as("rep").me(); described = await (await service.send("/api/openapi.json")).json() as typeof described; });
afterAll(() => service.close());

describe("the description of the service", () => {
  it("tells of a mounted route for every path and method", async () => {
    const fill = (path: string) => path.replace("{id}", "none").replace("{other}", "none").replace("{commit}", "none").replace("{hash}", "none").replace("{type}", "lead");
    for (const [path, methods] of Object.entries(described.paths)) for (const method of Object.keys(methods).filter(name => name !== "parameters")) {
      const answer = await service.send(fill(path), { method: method.toUpperCase(), headers: { "if-match": '"1"', ...methods[method].requestBody && { "content-type": Object.keys(methods[method].requestBody.content as object)[0]! } }, ...method === "post" || method === "patch" ? { body: "{}" } : {} }, "admin");
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
  it("leaves out no route that is mounted", () => {
    const mounted = mountedRoutes(service.store), same = (path: string) => path.replace(/\{\w+\}/g, "{}");
    expect(mounted.length).toBeGreaterThan(25);
    const told = Object.entries(described.paths).flatMap(([path, methods]) => Object.keys(methods).map(method => `${method} ${same(path)}`));
    const generic = (path: string) => Object.keys(records).map(type => path.replace(/^\/api\/\{type\}/, `/api/${type}`).replace("{verb}", "mergeInto"));
    expect(mounted.filter(([path, method]) => ![path, ...generic(path)].some(one => told.includes(`${method} ${same(one)}`)))).toEqual([]);
    const priced = Object.values(records as Record<string, { name: string; fields: object }>).filter(({ fields }) => "linesTotal" in fields);
    expect(priced.map(({ name }) => [name, told.includes(`get /api/${name}/{}/explain`)])).toEqual(["opportunity", "quote", "order", "invoice"].map(name => [name, true]));
  });
  it("is enough to write a client from: records of every own type are made, read, listed, changed, shared and removed through it", async () => {
    const call = async (method: string, path: string, { body, version, ...params }: { body?: object; version?: number } & Record<string, unknown> = {}) => {
      const operation = described.paths[path]?.[method];
      if (!operation) throw new Error(`${method} ${path} is not described`);
      const answer = await service.send(path.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name])), { method: method.toUpperCase(), headers: version === undefined ? {} : { "if-match": `"${version}"` }, ...body && { body: JSON.stringify(body) } }, "admin");
      expect(Object.keys(operation.responses as object)).toContain(String(answer.status));
      return { status: answer.status, body: await answer.json() as any };
    };
    const roll = dice(7);
    let made = 0;
    for (const type of types) {
      const created = await call("post", `/api/${type.name}`, { body: valuesOf(type.fields, roll, 0.3) });
      if (created.status !== 201) continue; // it wants a neighbour, or a rule has more to say
      made++;
      const { id, version } = created.body as { id: string; version: number };
      expect((await call("get", `/api/${type.name}/{id}`, { id })).body).toMatchObject({ id, version });
      expect((await call("get", `/api/${type.name}`)).body.total).toBeGreaterThan(0);
      if (type.shared) continue;
      const shared = await call("post", `/api/${type.name}/{id}/share`, { id, body: { with: "user/rep" } });
      expect(shared.body.records[0].sharedWith).toEqual([{ with: "user/rep" }]);
      expect((await call("delete", `/api/${type.name}/{id}`, { id, version: version + 1 })).status).toBe(200);
    }
    expect(made).toBeGreaterThan(5);
  });
  it("has a page to try it with, which loads nothing from elsewhere and is read without signing in", async () => {
    const page = await fetch(`${service.base}/api/docs`), html = await page.text();
    expect([page.status, page.headers.get("content-security-policy")]).toEqual([200, expect.stringContaining("default-src 'none'")]);
    const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file!);
    expect(files.length).toBe(2);
    for (const file of files) expect([file, (await fetch(new URL(file, `${service.base}/api/docs`))).status]).toEqual([file, 200]);
    expect((await fetch(`${service.base}/api/openapi.json`)).status).toBe(200);
  });
  it("leaves no reference open", () => {
    for (const [, name] of JSON.stringify(described).matchAll(/#\/components\/schemas\/([\w.]+)/g)) expect(described.components.schemas).toHaveProperty([name!]);
  });
});
