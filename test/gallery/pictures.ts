import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { openGallery } from "./open.ts";

/** `npm run gallery`: pictures of every state in every look, and a page with all of them, in dist/gallery; `-- words` only of states whose name holds the words. */
const wanted = process.argv[2] ?? "", { page, folder, close } = await openGallery(), { names, looks } = await page.evaluate(() => ({ names: window.gallery.names, looks: window.gallery.looks }));
const pictures = path.join(folder, "pictures"), shown = names.filter(name => name.includes(wanted));
await mkdir(pictures, { recursive: true });
for (const [n, look] of looks.entries()) {
  await page.emulateMedia({ forcedColors: look.forced ? "active" : "none", colorScheme: look.dark ? "dark" : "light" });
  for (const name of shown) {
    await page.evaluate(([state, at]) => window.gallery.show(state, at), [name, n] as const).catch((error: Error) => { console.log(`${name}, ${look.name}: ${error.message.split("\n")[0]}`); });
    await page.screenshot({ path: path.join(pictures, `${name}.${look.name}.png`) });
  }
}
await close();
await writeFile(path.join(folder, "gallery.html"), `<!doctype html><meta charset="utf-8"><title>Gallery</title><style>body{font:14px system-ui;margin:16px}div{display:flex;gap:12px}img{border:1px solid #ccc}</style>${shown.map(name => `<h2>${name}</h2><div>${looks.map(look => `<img loading="lazy" src="pictures/${encodeURIComponent(`${name}.${look.name}.png`)}" alt="${name}, ${look.name}">`).join("")}</div>`).join("")}`);
console.log(`${shown.length} states in ${looks.length} looks: dist/gallery/gallery.html`);
