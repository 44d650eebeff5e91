/** The compressed size that reading adds to the pane. */
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";

async function size(external: string[]): Promise<number> {
  const { outputFiles } = await build({ entryPoints: ["model/reading/read.ts"], bundle: true, minify: true, format: "esm", target: "es2022", write: false, charset: "utf8", external });
  return brotliCompressSync(outputFiles[0]!.contents).length;
}
const own = await size(["libphonenumber-js/min"]), whole = await size([]);
console.log(`brotli: own code and words ${(own / 1000).toFixed(1)} kB, with the phone library ${(whole / 1000).toFixed(1)} kB`);
if (own > 60_000) process.exitCode = 1;
