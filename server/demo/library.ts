import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { fileTypeOf } from "../../model/fileType.ts";
import { recordType } from "../../model/records.ts";
import type { EarlierFile, HeldFile } from "../../model/versions.ts";
import { filesOf, rowOf } from "../row.ts";
import type { Row, Store, Write } from "../store/store.ts";
import { contactOf } from "./contacts.ts";
import { clockOf, type Clock } from "./demo.ts";

const folder = path.join(import.meta.dirname, "files");
/** Since so many days the newest version is offered. */
const fresh = 21;

/** Puts the demo's papers (server/demo/files, made by test/setup/demoFiles.ts) on its literature, earlier versions (`key.1.pdf`) too, and tells who was sent them; what has files already keeps them. */
export async function stockLibrary(store: Store, now: string): Promise<void> {
  const names = (await readdir(folder)).sort(), clock = clockOf(now);
  for (const key of new Set(names.map(name => name.split(".")[0]!))) {
    const row = await store.get("literature", `literature-${key}`);
    if (!row || filesOf(row.data).length) continue;
    const [file, ...older] = await Promise.all(names.filter(name => name.startsWith(`${key}.`)).reverse().map(name => held(store, row, name)));
    if (!file) continue;
    const earlier = older.map((one): EarlierFile => ({ ...one, until: clock.at(-fresh), by: file.hash })), data = { ...row.data, files: [file], ...earlier.length && { earlier } };
    await store.commit([{ type: "literature", id: row.id, was: row.version, now: rowOf(recordType("literature")!, data, row.version + 1) }, ...sendingsOf(key, file, earlier, clock)]);
  }
}

async function held(store: Store, { data }: Row, name: string): Promise<HeldFile> {
  const ending = path.extname(name);
  return { ...await store.files.put(createReadStream(path.join(folder, name)), fileTypeOf(name)!, "admin"), name: `${String(data.title).replace(/[\\/:*?"<>|]/g, " ")}${ending}` };
}

type Sent = [paper: string, contact: string, deal: string, days: number, owner?: string];
/** Who was sent what, in which deal, so many days ago. */
const sent: Sent[] = [
  ["lr220-sheet", "camille-gagnon", "kestrel-pilot", 240], ["lr220-sheet", "stewart-kinloch", "kestrel-rollout", 45], ["lr220-sheet", "xaver-brandl", "lechtal-tender", 40], ["lr220-sheet", "isla-dunmore", "aldermoor-spirit", 9],
  ["fm300-sheet", "helen-prosser", "marchfield-cip1", 290], ["fm300-sheet", "helen-prosser", "marchfield-cip3", 30], ["fm300-sheet", "edmund-sayer", "brightwell-buffer", 120], ["fm300-sheet", "jana-hartwin", "hartwin-breweries", 170], ["fm300-sheet", "sindre-hauge", "fjordal-dosing", 12],
  ["fm320-sheet", "annegret-thies", "weserbach-campaign", 160], ["fm320-sheet", "aled-whitcombe", "northforge-wilton2", 50], ["caustic", "annegret-thies", "weserbach-campaign", 150], ["caustic", "aled-whitcombe", "northforge-wilton2", 50],
  ["company", "lovisa-ekdahl", "osterholm-stock", 130], ["company", "camille-gagnon", "kestrel-pilot", 255], ["ga50-sheet", "celine-rouvier", "sorvane-kiln", 100],
  ["ux25-zh", "he-zhenhua", "jinhe-phase2", 90, "rep2"], ["lr220-zh", "zhou-liguo", "hanjiang-level", 35, "rep2"], ["ux25-zh", "sun-zhigang", "baishan-steam", 70, "rep2"],
];

const sendingsOf = (key: string, file: HeldFile, earlier: readonly EarlierFile[], { at }: Clock): Write[] => sent.filter(([paper]) => paper === key).map(([, contact, deal, days, owner = "rep"], n) => {
  const { name, hash } = days > fresh ? earlier[0] ?? file : file, when = at(-days, "14:10"), id = `sending-${key}-${n}`;
  const data = { id, status: "active", owner, createdAt: when, createdBy: owner, updatedAt: when, updatedBy: owner, literature: `literature-${key}`, name, hash, to: contactOf(contact).address, person: `contact/contact-${contact}`, regarding: [`opportunity/opportunity-${deal}`], at: when };
  return { type: "sending", id, was: null, now: rowOf(recordType("sending")!, data, 1) };
});
