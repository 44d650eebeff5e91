import { beforeAll, describe, expect, it } from "@jest/globals";
import { createHash, randomBytes } from "node:crypto";
import type { FileLimits, Files } from "../../server/store/files.ts";
import { until } from "./until.kit.ts";

/** What any place for files must do. */
export function filesContract(name: string, open: (limits: FileLimits) => Promise<Files>) {
  describe(`files in ${name}`, () => {
    let files: Files;
    const limits = { size: 2 << 20, quota: 5 << 20, grace: 3600_000 };
    beforeAll(async () => { files = await open(limits); });
    async function* stream(...parts: Buffer[]) { yield* parts; }
    const whole = async (hash: string, range?: { from: number; to: number }) => { const parts: Buffer[] = []; for await (const part of (await files.read(hash, range))!) parts.push(part as Buffer); return Buffer.concat(parts); };
    const pdf = (size: number) => Buffer.concat([Buffer.from("%PDF-1.7\n"), randomBytes(size - 9)]);
    const asksOf = async (place: Files) => { const made: string[] = []; await place.sweep(async hashes => { made.push(...hashes); return new Set(hashes); }); return made; };
    const listed = async () => { const made: string[] = []; for await (const { hash } of files.all()) made.push(hash); return made.sort(); };

    it("gives back what it was given, under the hash of its content", async () => {
      const bytes = pdf(700_000), hash = createHash("sha256").update(bytes).digest("hex");
      expect(await files.put(stream(bytes.subarray(0, 100), bytes.subarray(100)), "application/pdf")).toEqual({ hash, size: 700_000, type: "application/pdf" });
      expect((await whole(hash)).equals(bytes)).toBe(true);
      expect(await files.facts(hash)).toEqual({ hash, size: 700_000, type: "application/pdf" });
      for (const [from, to] of [[0, 0], [262_143, 262_144], [699_999, 699_999], [10, 600_000]] as const) expect((await whole(hash, { from, to })).equals(bytes.subarray(from, to + 1))).toBe(true);
    });
    it("keeps the same content once", async () => {
      const before = await files.used(), bytes = pdf(50_000);
      const [one, two] = [await files.put(stream(bytes), "application/pdf"), await files.put(stream(bytes), "application/pdf")];
      expect([one, await files.used()]).toEqual([two, before + 50_000]);
    });
    it("knows nothing of other names", async () => {
      for (const name of ["", "../../etc/passwd", "0".repeat(64), "new-x"]) expect([await files.facts(name), await files.read(name)]).toEqual([undefined, undefined]);
    });
    it("refuses what is too large, goes beyond the quota or is not what it says, and keeps nothing of it", async () => {
      const before = [await files.used(), await listed()];
      const why = (parts: Buffer[], type: string) => files.put(stream(...parts), type).then(() => "taken", error => (error as { code: string }).code);
      expect(await why([pdf(1 << 20), randomBytes((1 << 20) + 1)], "application/pdf")).toBe("too-large");
      expect(await why([Buffer.from("MZ\x90\0 program")], "application/pdf")).toBe("wrong-type");
      expect(await why([pdf(100)], "image/png")).toBe("wrong-type");
      expect(await why([pdf(100)], "text/plain")).toBe("wrong-type");
      expect(await why([Buffer.from("a\0b")], "text/csv")).toBe("wrong-type");
      expect(await why([Buffer.from("<svg onload=alert(1)>")], "image/svg+xml")).toBe("wrong-type");
      expect(await files.put((async function* () { yield pdf(100); throw new Error("cut off"); })(), "application/pdf").catch(error => (error as Error).message)).toBe("cut off");
      expect([await files.used(), await listed()]).toEqual(before);
      const filled: string[] = [];
      for (let i = 0; i < 4; i++) filled.push(await why([pdf(15 << 17)], "application/pdf"));
      expect(filled).toEqual(["taken", "taken", "disk-full", "disk-full"]);
    });
    it("knows who has put a file, each for themselves", async () => {
      const bytes = pdf(2000), { hash } = await files.put(stream(bytes), "application/pdf", "ada");
      await files.put(stream(bytes), "application/pdf", "ben");
      expect([await files.isFrom(hash, "ada"), await files.isFrom(hash, "ben"), await files.isFrom(hash, "eve"), await files.isFrom("../x", "ada")]).toEqual([true, true, false, false]);
    });
    it("sweeps what nothing refers to, but not what has just come", async () => {
      const nothing = async () => new Set<string>();
      expect(await files.sweep(nothing)).toBe(0);
      const hasty = await open({ ...limits, grace: -1 }), [kept, ...others] = await listed();
      const asked: string[] = [];
      expect(await hasty.sweep(async hashes => { asked.push(...hashes); return new Set([kept!]); })).toBe(others.length);
      expect(asked.sort()).toEqual([kept, ...others]);
      expect([await listed(), await files.facts(others[0]!), await files.isFrom(others[0]!, "ada"), await files.keep(others[0]!)]).toEqual([[kept], undefined, false, false]);
      expect(await hasty.used()).toBe((await files.facts(kept!))!.size);
      files = hasty;
    });
    it("never sweeps a file that was kept, or brought again, while the sweep asked who refers to it", async () => {
      const place = await open({ ...limits, grace: 400 }), [one, two, three] = [pdf(3000), pdf(3001), pdf(3002)];
      const hashes = await Promise.all([one, two, three].map(async bytes => (await place.put(stream(bytes!), "application/pdf")).hash));
      await until("the sweep asks for all three", () => asksOf(place), asked => hashes.every(hash => asked.includes(hash)));
      let kept = false;
      await place.sweep(async asked => { kept = await place.keep(hashes[0]!); await place.put(stream(two!), "application/pdf"); return new Set(asked.filter(hash => !hashes.includes(hash))); });
      expect([kept, await listed().then(all => hashes.map(hash => all.includes(hash)))]).toEqual([true, [true, true, false]]);
      files = place;
    });
    it("takes text", async () => { expect((await files.put(stream(Buffer.from("名称,数量\n")), "text/csv")).size).toBe(14); });
  });
}
