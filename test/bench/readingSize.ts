/** The compressed size that reading adds to the pane: what is loaded for the first mail, and what follows in the background. */
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";

/** Bytes of brotli: all that reads a mail, and what reads telephone numbers. */
export async function readingSize(): Promise<{ first: number; background: number }> {
  return { first: await sizeOf("model/reading/read.ts"), background: await sizeOf("model/reading/phones.ts") };
}

async function sizeOf(entry: string): Promise<number> {
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, minify: true, format: "esm", target: "es2022", write: false, charset: "utf8" });
  return brotliCompressSync(outputFiles[0]!.contents).length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { first, background } = await readingSize();
  console.log(`brotli: ${(first / 1000).toFixed(1)} kB for the first mail, ${(background / 1000).toFixed(1)} kB in the background`);
  if (first > 60_000) process.exitCode = 1;
}
