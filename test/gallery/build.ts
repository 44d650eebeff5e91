import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "../..");

/** Builds the gallery in a second into a folder; answers its page. */
export async function buildGallery(folder = path.join(root, "dist/gallery")): Promise<string> {
  await mkdir(folder, { recursive: true });
  await build({ entryPoints: [path.join(root, "test/gallery/page.tsx")], outdir: folder, bundle: true, format: "esm", jsx: "automatic", target: "es2022", define: { "process.env.NODE_ENV": '"production"', global: "window" }, logLevel: "error" });
  const page = path.join(folder, "index.html");
  await writeFile(page, `<!doctype html><html lang="en"><meta charset="utf-8"><title>Dealwright</title><link rel="stylesheet" href="page.css"><style>html[data-look=light]{color-scheme:light}html[data-look=dark]{color-scheme:dark}body{margin:0;font:14px "Segoe UI","Noto Sans","Noto Sans CJK SC",system-ui,sans-serif}</style><div id="pane"></div><script type="module" src="page.js"></script></html>`);
  return page;
}
