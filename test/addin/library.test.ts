import { describe, expect, it } from "@jest/globals";
import type { Api } from "../../addin/api.ts";
import type { Recipient } from "../../addin/library/ask.ts";
import { newVersionMail } from "../../addin/library/sendAgain.ts";
import { renew, titleIn } from "../../addin/library/upload.ts";
import { linkAll, type Chosen } from "../../addin/writing/attaching.ts";

const piece = { id: "p", title: "LR-220 <data> sheet" };
const person = (name: string, to: string, hash = "new"): Recipient => ({ name, to, at: "2026-04-03T08:00:00Z", file: "LR-220.pdf", hash: "old", current: false, newer: { name: "LR-220.pdf", hash } });
const camille = person("Camille Gagnon", "camille@kestrel.example"), zhou = person("周立国", "zhou@hanjiang.example"), xaver = person("Xaver Brandl", "xaver@lechtal.example");
const asked: string[] = [];
const api = { call: async (_method: string, path: string, { body }: { body: { hash: string } }) => { asked.push(`${path} ${body.hash}`); return { url: `https://crm.example/get/${body.hash}`, until: "2026-12-24", link: { id: "l", version: 1 } }; } } as unknown as Api;

describe("the mail that brings a newer version", () => {
  it("is to one person by name, with the link as it is read", async () => {
    const { to, bcc, subject, html } = await newVersionMail(api, piece, [camille], "Robin Sommer");
    expect([to, bcc, subject]).toEqual([["camille@kestrel.example"], undefined, "New version: LR-220 <data> sheet"]);
    expect(html).toContain('<p><a href="https://crm.example/get/new">https://crm.example/get/new</a></p>');
    expect(html).toMatch(/^<p>Dear Camille Gagnon,<\/p><p>[^<>]*“LR-220 &#60;data&#62; sheet”/);
    expect(html).toMatch(/<p>Kind regards<br>Robin Sommer<\/p>$/);
  });
  it("is blind to several, so that none learns of another, with one link for each file", async () => {
    asked.length = 0;
    const { to, bcc, html } = await newVersionMail(api, piece, [camille, xaver, person("A", "a@b.example", "other")], "Robin");
    expect([to, bcc, asked]).toEqual([[], ["camille@kestrel.example", "xaver@lechtal.example", "a@b.example"], ["library/p/link new", "library/p/link other"]]);
    expect(html).toContain("<p>Hello,</p>");
  });
  it("is in Chinese where all who get it read it", async () => {
    expect((await newVersionMail(api, piece, [zhou], "陈雨桐")).html).toMatch(/^<p>周立国，您好：<\/p>/);
    expect((await newVersionMail(api, piece, [zhou, camille], "陈雨桐")).html).toMatch(/^<p>Hello,<\/p>/);
  });
});

describe("a new file on a piece", () => {
  const put = async (files: { name: string; hash: string }[], name: string) => {
    const puts: { files: { name: string; hash: string }[] }[] = [];
    await renew({ upload: async () => ({ name, hash: "n", size: 1, type: "application/pdf" }), read: async () => ({ id: "p", version: 3, files }), update: async (_type: string, _row: object, values: { files: { name: string; hash: string }[] }) => { puts.push(values); return { commit: "c" }; } } as unknown as Api, "p", new File([], name), () => undefined);
    return puts[0]!.files.map(file => `${file.name} ${file.hash}`);
  };
  it("takes the place of the one of its name, or of the only one; else it is one more", async () => {
    expect(await put([{ name: "a.pdf", hash: "1" }, { name: "b.pdf", hash: "2" }], "b.pdf")).toEqual(["a.pdf 1", "b.pdf n"]);
    expect(await put([{ name: "Sheet 2026.pdf", hash: "1" }], "Sheet 2027.pdf")).toEqual(["Sheet 2027.pdf n"]);
    expect(await put([{ name: "a.pdf", hash: "1" }, { name: "b.pdf", hash: "2" }], "c.pdf")).toEqual(["a.pdf 1", "b.pdf 2", "c.pdf n"]);
  });
  it("lends it a title", () => { expect(["GA-50_application  notes.v2.pdf", "样本.docx", "plain"].map(titleIn)).toEqual(["GA-50 application notes.v2", "样本", "plain"]); });
});

describe("links that are put into a mail one after the other", () => {
  const chosen = ["one", "two", "three"].map((hash): Chosen => ({ offer: { id: `p-${hash}` } as never, file: { name: `${hash}.pdf`, hash } as never }));
  it("are told of as far as they came, and what could not be put in works for nobody", async () => {
    let made = 0;
    const stopped: string[] = [], put: string[] = [];
    const links = { call: async (_method: string, _path: string, { body }: { body: { hash: string } }) => ({ url: `https://crm.example/get/${body.hash}`, until: "2026-12-24", link: { id: `l${++made}`, version: 1 } }), act: async (type: string, { id }: { id: string }, verb: string) => { stopped.push(`${verb} ${type}/${id}`); } } as unknown as Api;
    const mailbox = { draft: { insert: async (_item: unknown, html: string) => { if (html.includes("two")) throw new Error("closed"); put.push(html); } } };
    const { done, links: there, until, problem } = await linkAll(links, mailbox as never, {} as never, chosen, 30);
    expect(put).toEqual(['<a href="https://crm.example/get/one">one.pdf</a>']);
    expect([done.map(({ link, literature }) => `${link} ${literature}`), there.map(({ id }) => id), until, (problem as Error).message]).toEqual([["l1 p-one"], ["l1"], "2026-12-24", "closed"]);
    expect([made, stopped]).toEqual([2, ["stop weblink/l2"]]);
  });
});
