/** The compressed size that reading adds to the pane. */
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";

const { outputFiles } = await build({ entryPoints: ["model/reading/read.ts"], bundle: true, minify: true, format: "esm", target: "es2022", write: false, charset: "utf8" });
const size = brotliCompressSync(outputFiles[0]!.contents).length;
console.log(`${(size / 1000).toFixed(1)} kB brotli of 60`);
if (size > 60_000) process.exitCode = 1;
