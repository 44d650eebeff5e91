import type { Api } from "../api.ts";
import type { HeldFile } from "../../model/versions.ts";

/** Puts a new version of a file on a piece: in the place of the one of its name, or of the only one there is; else it is one more. Resolves to what can be undone. */
export async function renew(api: Api, literature: string, file: File, progress: (part: number) => void): Promise<{ commit: string }> {
  const kept = await api.upload(file, progress), row = await api.read("literature", literature), files = (row.files ?? []) as HeldFile[];
  const old = files.find(one => one.name === kept.name) ?? (files.length === 1 ? files[0] : undefined);
  return api.update("literature", row, { files: old ? files.map(one => one === old ? kept : one) : [...files, kept] });
}

/** The files that were dropped or chosen. */
export const filesIn = (list: FileList | null | undefined): File[] => [...list ?? []];

/** A file's name as a title: without its ending, with spaces for what stands in their place. */
export const titleIn = (name: string): string => name.replace(/\.\w{1,5}$/, "").replace(/[_]+/g, " ").replace(/\s+/g, " ").trim().slice(0, 100);
