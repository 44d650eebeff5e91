import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { request } from "node:http";
import { crc32 } from "node:zlib";
import { sweepFiles } from "../../server/files.ts";
import { memoryFiles } from "../../server/store/filesMemory.ts";
import { memoryStore } from "../../server/store/lowdb.ts";
import type { Store } from "../../server/store/store.ts";
import { openService, type Service } from "./service.kit.ts";

const MB = 1 << 20, day = 24 * 3600_000;
let service: Service, store: Store, now = new Date("2026-11-24T10:00:00Z");
beforeAll(async () => {
  store = { ...await memoryStore(), files: memoryFiles({ size: 2 * MB, quota: 20 * MB, grace: -1 }) };
  service = await openService({ store, now: () => now, largestFile: 2 * MB });
});
afterAll(() => service.close());

const pdf = (size = 1000) => Buffer.concat([Buffer.from("%PDF-1.7\n"), randomBytes(size - 15), Buffer.from("\n%%EOF")]);
const put = (name: string, bytes: Buffer | string, user = "rep") => service.send(`/api/files?name=${encodeURIComponent(name)}`, { method: "POST", body: bytes as BodyInit, headers: { "content-type": "application/octet-stream" } }, user);
const taken = async (name: string, bytes: Buffer | string, user = "rep") => await (await put(name, bytes, user)).json() as { name: string; size: number; hash: string; type: string };
const whyNot = async (name: string, bytes: Buffer | string) => { const answer = await put(name, bytes); return answer.ok ? "taken" : (await answer.json() as { code: string }).code; };
const post = async (type: string, values: object, user = "rep") => { const answer = await service.send(`/api/${type}`, { method: "POST", body: JSON.stringify(values) }, user); return { status: answer.status, body: await answer.json() as { id: string; version: number; commit: string; fields?: { field: string; code: string }[] } }; };
const lead = async () => (await post("lead", { topic: "Sensors", lastName: "Keller" })).body.id;
const noteWith = async (files: object[], user = "rep") => post("note", { text: "See the file", regarding: [`lead/${await lead()}`], files }, user);
const get = (hash: string, on: string, headers: Record<string, string> = {}, user = "rep", method = "GET") => service.send(`/api/files/${hash}?on=${on}`, { headers, method }, user);

/** A zip whose entries are stored as they are; `claimed` is what they say of their size unpacked. */
function zip(entries: [name: string, content: Buffer | string, claimed?: number][]): Buffer {
  const parts: Buffer[] = [], list: Buffer[] = [];
  let at = 0;
  for (const [name, content, claimed] of entries) {
    const bytes = Buffer.from(content), title = Buffer.from(name), head = Buffer.alloc(30), entry = Buffer.alloc(46);
    head.writeUInt32LE(0x04034b50, 0); head.writeUInt16LE(20, 4); head.writeUInt32LE(crc32(bytes), 14); head.writeUInt32LE(bytes.length, 18); head.writeUInt32LE(bytes.length, 22); head.writeUInt16LE(title.length, 26);
    entry.writeUInt32LE(0x02014b50, 0); entry.writeUInt32LE(bytes.length, 20); entry.writeUInt32LE(claimed ?? bytes.length, 24); entry.writeUInt16LE(title.length, 28); entry.writeUInt32LE(at, 42);
    parts.push(head, title, bytes); list.push(entry, title); at += 30 + title.length + bytes.length;
  }
  const directory = Buffer.concat(list), end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0); end.writeUInt16LE(entries.length, 8); end.writeUInt16LE(entries.length, 10); end.writeUInt32LE(directory.length, 12); end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}
const wordType = '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const word = zip([["[Content_Types].xml", wordType], ["word/document.xml", "<w:document/>"]]);

describe("a file over the wire", () => {
  it("comes in under its hash and goes out through the record that refers to it, byte for byte", async () => {
    const bytes = pdf(700_000), hash = createHash("sha256").update(bytes).digest("hex"), facts = await taken("Datenblatt.pdf", bytes);
    expect(facts).toEqual({ hash, size: 700_000, type: "application/pdf", name: "Datenblatt.pdf" });
    const { body: { id } } = await noteWith([facts]), answer = await get(hash, `note/${id}`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    expect(Object.fromEntries(["content-type", "content-length", "accept-ranges", "x-content-type-options", "content-security-policy", "content-disposition", "cache-control", "cross-origin-resource-policy"].map(name => [name, answer.headers.get(name)]))).toEqual({
      "content-type": "application/pdf", "content-length": "700000", "accept-ranges": "bytes", "x-content-type-options": "nosniff", "content-security-policy": "default-src 'none'; sandbox",
      "content-disposition": 'attachment; filename=Datenblatt.pdf', "cache-control": "no-store", "cross-origin-resource-policy": "same-origin",
    });
  });
  it("may be asked for in parts", async () => {
    const bytes = pdf(5000), facts = await taken("a.pdf", bytes), on = `note/${(await noteWith([facts])).body.id}`;
    const part = async (range: string, more = {}) => { const answer = await get(facts.hash, on, { range, ...more }); return [answer.status, answer.headers.get("content-range"), Buffer.from(await answer.arrayBuffer())] as const; };
    expect(await part("bytes=0-99")).toEqual([206, "bytes 0-99/5000", bytes.subarray(0, 100)]);
    expect(await part("bytes=4990-")).toEqual([206, "bytes 4990-4999/5000", bytes.subarray(4990)]);
    expect(await part("bytes=-10")).toEqual([206, "bytes 4990-4999/5000", bytes.subarray(4990)]);
    expect(await part("bytes=4000-9999")).toEqual([206, "bytes 4000-4999/5000", bytes.subarray(4000)]);
    expect((await part("bytes=5000-")).slice(0, 2)).toEqual([416, "bytes */5000"]);
    for (const whole of ["lines=1-2", "bytes=a-b", "bytes=0-1,5-6"]) expect((await part(whole))[0]).toBe(200);
    expect((await part("bytes=0-9", { "if-range": `"${facts.hash}"` }))[0]).toBe(206);
    expect((await part("bytes=0-9", { "if-range": '"another"' }))[0]).toBe(200);
    const head = await get(facts.hash, on, {}, "rep", "HEAD");
    expect([head.status, head.headers.get("content-length"), (await head.arrayBuffer()).byteLength]).toEqual([200, "5000", 0]);
  });
  it("keeps a Chinese name, in the way that every browser reads", async () => {
    const facts = await taken("报价单 (终稿).docx", word), { body: { id } } = await noteWith([facts]);
    expect((await get(facts.hash, `note/${id}`)).headers.get("content-disposition")).toMatch(/^attachment; filename="?[^"]*"?; filename\*=UTF-8''%E6%8A%A5%E4%BB%B7%E5%8D%95%20%28%E7%BB%88%E7%A8%BF%29\.docx$/);
  });
  it("is handed out under a safe name with its true ending, whatever the record calls it", async () => {
    const facts = await taken("a.pdf", pdf()), { body: { id } } = await noteWith([{ ...facts, name: "..\\..\\evil\u202Efdp.exe\r\nx: y" }]);
    expect((await get(facts.hash, `note/${id}`)).headers.get("content-disposition")).toMatch(/^attachment; filename="?evilfdp\.exex_ y\.pdf"?$/);
  });
  it("is brought again without harm: the same content is the same file", async () => {
    const bytes = pdf(), before = await store.files.used(), [one, two] = [await taken("a.pdf", bytes), await taken("b.pdf", bytes)];
    expect([one.hash, await store.files.used()]).toEqual([two.hash, before + bytes.length]);
  });
});

describe("an upload that is not what it should be", () => {
  it.each<[string, string, Buffer | string, string]>([
    ["a program", "setup.exe", "MZ\x90\0", "wrong-type"], ["a program called a document", "offer.pdf", "MZ\x90\0 not a pdf", "wrong-type"], ["a second ending", "offer.pdf.exe", pdf(), "wrong-type"],
    ["a turned ending", "offer\u202Efdp.exe", pdf(), "wrong-type"], ["a NUL in its name", "offer.exe\0.svg", pdf(), "wrong-type"], ["no ending", "offer", pdf(), "wrong-type"], ["nothing for a name", "...", pdf(), "invalid"],
    ["a page", "a.html", "<script>alert(1)</script>", "wrong-type"], ["a picture that is a page", "a.svg", "<svg onload=alert(1)>", "wrong-type"], ["a page called a picture", "a.png", "<script>alert(1)</script>", "wrong-type"],
    ["a macro document under another ending", "a.docx", zip([["[Content_Types].xml", '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'], ["word/document.xml", ""], ["word/vbaProject.bin", "x"]]), "wrong-type"],
    ["a zip called a document", "a.docx", zip([["setup.exe", "MZ"]]), "wrong-type"], ["a table called a document", "a.xlsx", word, "wrong-type"],
    ["a document that is an archive of programs at its end", "a.pdf", Buffer.concat([pdf(), zip([["Evil.class", "x"]])]), "wrong-type"], ["a picture that is one", "a.gif", Buffer.concat([Buffer.from("GIF89a\x01\0\x01\0\0\0\0;", "latin1"), zip([["Evil.class", "x"]])]), "wrong-type"],
    ["a bomb", "a.docx", zip([["[Content_Types].xml", wordType], ["word/document.xml", "x", 4_000_000_000]]), "too-large"], ["a bomb of many parts", "a.zip", zip(Array.from({ length: 20_001 }, () => ["a", ""] as [string, string])), "too-large"],
    ["a zip without its list", "a.zip", word.subarray(0, -40), "wrong-type"], ["text that is none", "a.csv", "a,b\0", "wrong-type"], ["a later NUL in text", "a.txt", "x".repeat(300_000) + "\0", "wrong-type"],
    ["nothing at all", "a.pdf", "", "wrong-type"], ["too many bytes", "a.pdf", pdf(2 * MB + 1), "too-large"],
  ])("is refused and leaves nothing: %s", async (_what, name, bytes, code) => {
    const before = await store.files.used();
    expect(await whyNot(name, bytes)).toBe(code);
    expect(await store.files.used()).toBe(before);
  });
  it.each<[string, Buffer | string]>([
    ["a.docx", word], ["t.xlsx", zip([["xl/workbook.xml", ""], ["[Content_Types].xml", "<Types/>"]])], ["notes.txt", "王芳\n"], ["gb.csv", Buffer.from("c3fbb3c62ccafdc1bf0a", "hex")], ["utf16.csv", Buffer.from("\ufeffa;b\n", "utf16le")],
    ["card.vcf", "BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n"], ["a.json", "{}"], ["old.doc", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)])], ["a.png", Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64")], ["x.zip", zip([["a.txt", "a"]])],
  ])("and what is as it should be is taken: %s", async (name, bytes) => expect((await taken(name, bytes)).name).toBe(name));

  it("is stopped at the limit while it comes, however much it says it will be", async () => {
    const before = await store.files.used(), url = new URL(`${service.base}/api/files?name=a.pdf`);
    let sent = 0;
    const status = await new Promise<number | string>(done => {
      const upload = request(url, { method: "POST", headers: { authorization: "Demo rep" } }, answer => { answer.resume(); done(answer.statusCode!); });
      upload.on("error", error => done((error as NodeJS.ErrnoException).code!));
      const more = () => { if (upload.destroyed || sent > 50 * MB) return; sent += 64 << 10; if (upload.write(sent === 64 << 10 ? pdf(64 << 10) : Buffer.alloc(64 << 10))) setImmediate(more); else upload.once("drain", more); };
      more();
    });
    expect([status, sent < 20 * MB, await store.files.used()]).toEqual([413, true, before]);
  });
  it("leaves nothing when it is cut off, and nothing in the log but that", async () => {
    const before = [await store.files.used(), service.lines.filter(line => line.level === "error").length];
    await new Promise<void>(done => {
      const upload = request(new URL(`${service.base}/api/files?name=a.pdf`), { method: "POST", headers: { authorization: "Demo rep", "content-length": "900000" } });
      upload.on("error", () => done());
      upload.write(pdf(100_000), () => setTimeout(() => upload.destroy(), 20));
    });
    expect([await store.files.used(), service.lines.filter(line => line.level === "error").length]).toEqual(before);
  });
  it("is refused where nobody signed in", async () => expect((await fetch(`${service.base}/api/files?name=a.pdf`, { method: "POST", body: pdf() as BodyInit })).status).toBe(401));
});

describe("who may have a file", () => {
  it("is who may read the record: another record, another's record, a made-up one and none are answered alike", async () => {
    const facts = await taken("a.pdf", pdf()), on = `note/${(await noteWith([facts])).body.id}`, other = `note/${(await noteWith([])).body.id}`;
    expect((await get(facts.hash, on, {}, "reader")).status).toBe(401); // the demo has no such user
    const refused = await Promise.all([other, `note/${randomUUID()}`, "note/../x", "nothing/x", "event/x", "receipt/x", "", "note"].map(async path => { const answer = await get(facts.hash, path); return [answer.status, await answer.text()]; }));
    expect(new Set(refused.map(String)).size).toBe(1);
    expect(refused[0]![0]).toBe(404);
    expect((await get("0".repeat(64), on)).status).toBe(404);
    expect((await service.send(`/api/files/${facts.hash}`)).status).toBe(404);
  });
  it("cannot come by one by naming its hash on a record of their own", async () => {
    const facts = await taken("secret.pdf", pdf(), "rep2");
    const { status, body } = await noteWith([{ name: "none", size: 1 }, facts]);
    expect([status, body.fields]).toEqual([422, [{ field: "files.1.hash", code: "no-such-file", message: "This file is not here any more; add it again" }]]);
    expect((await noteWith([facts], "rep2")).status).toBe(201);
    expect((await noteWith([facts])).status).toBe(201); // now it stands on a record that everybody may read
  });
  it("cannot refer to what is not here", async () => {
    for (const hash of ["0".repeat(64), "../../etc/passwd", "x"]) expect((await noteWith([{ name: "a.pdf", hash }])).status).toBe(422);
  });
});

describe("a file that nothing refers to", () => {
  it("goes; one on a record stays, also while it can be brought back by undoing", async () => {
    const [loose, held, undone] = [await taken("a.pdf", pdf()), await taken("b.pdf", pdf()), await taken("c.pdf", pdf())];
    await noteWith([held]);
    const { body } = await noteWith([undone]);
    const removed = await (await service.send(`/api/note/${body.id}`, { method: "DELETE", headers: { "if-match": `"${body.version}"` } })).json() as { commit: string };
    const there = async () => Promise.all([loose, held, undone].map(async ({ hash }) => !!await store.files.facts(hash)));
    await sweepFiles(store, now);
    expect(await there()).toEqual([false, true, true]);
    expect((await service.send(`/api/undo/${removed.commit}`, { method: "POST", body: "{}" })).status).toBe(200);
    expect((await get(undone.hash, `note/${body.id}`)).status).toBe(200);
    const again = await (await service.send(`/api/note/${body.id}`, { method: "DELETE", headers: { "if-match": `"${body.version + 2}"` } })).json() as { commit: string };
    now = new Date(now.getTime() + 31 * day);
    await sweepFiles(store, now);
    expect(await there()).toEqual([false, true, false]);
    expect((await service.send(`/api/undo/${again.commit}`, { method: "POST", body: "{}" })).status).toBe(409);
  });
  it("is not one that a newer version of literature has taken the place of", async () => {
    const [first, second] = [await taken("v1.pdf", pdf(), "manager"), await taken("v2.pdf", pdf(), "manager")], manager = service.as("manager");
    const subject = (await manager.create("subject", { title: "Flow" })).id, row = await manager.create("literature", { title: "Sheet", subject, files: [first] } as never);
    await manager.update("literature", row, { files: [second] });
    now = new Date(now.getTime() + 31 * day);
    await sweepFiles(store, now);
    expect((await get(first.hash, `literature/${row.id}`)).status).toBe(200);
    expect((await get(first.hash, `literature/${row.id}x`)).status).toBe(404);
  });
});
