import path from "node:path";
import zlib from "node:zlib";
import CompressionPlugin from "compression-webpack-plugin";
import CopyPlugin from "copy-webpack-plugin";
import HtmlPlugin from "html-webpack-plugin";
import TerserPlugin from "terser-webpack-plugin";

export default (_env, { mode }) => [pane(mode === "production"), launch(mode === "production")];

/** The pane: one bundle, two pages. `taskpane.html` carries Outlook's library, `demo.html` opens the simulated mailbox instead; each fetches its door and the session while the bundle is still on its way. */
function pane(production) {
  const name = production ? "[name].[contenthash:8]" : "[name]";
  const page = (filename, door) => new HtmlPlugin({ template: "addin/page.html", filename, chunks: ["pane"], scriptLoading: "defer", inject: "head", door, soon: ({ namedChunkGroups }) => [door, "session"].flatMap(group => namedChunkGroups.get(group)?.getFiles() ?? []), minify: production && { collapseWhitespace: true, removeComments: true } });
  return {
    name: "pane",
    entry: { pane: "./addin/index.tsx", signin: "./addin/signin.ts" },
    output: { path: path.resolve(import.meta.dirname, "dist/addin"), filename: `${name}.js`, chunkFilename: `${name}.js`, cssFilename: `${name}.css`, clean: true },
    devtool: production ? "source-map" : "cheap-module-source-map",
    experiments: { css: true },
    module: { rules: [
      { test: /\.tsx?$/, use: { loader: "swc-loader", options: { jsc: { parser: { syntax: "typescript", tsx: true }, target: "es2022", transform: { react: { runtime: "automatic", development: !production } } } } } },
    ] },
    optimization: {
      splitChunks: { chunks: "all", maxInitialRequests: 3 },
      minimizer: [new TerserPlugin({ minify: TerserPlugin.swcMinify, terserOptions: { compress: { passes: 3 } } })],
    },
    plugins: [
      page("taskpane.html", "outlook"),
      page("demo.html", "demo"),
      new HtmlPlugin({ template: "addin/signin.html", filename: "signin.html", chunks: ["signin"], scriptLoading: "defer" }),
      new CopyPlugin({ patterns: [{ from: "addin/assets", to: "assets", noErrorOnMissing: true }] }),
      ...production ? [
        new CompressionPlugin({ filename: "[path][base].br", algorithm: "brotliCompress", test: /\.(js|css|svg)$/, compressionOptions: { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } } }),
        new CompressionPlugin({ filename: "[path][base].gz", algorithm: "gzip", test: /\.(js|css|svg)$/ }),
        { apply: compiler => compiler.hooks.done.tap("size", printSize) },
      ] : [],
    ],
    performance: { hints: false },
  };
}

/** What runs without a pane: `launch.js` is one file of plain ECMAScript 2016, as classic Outlook's bare runtime wants it; the functions of the ribbon have a page, and may load more. */
function launch(production) {
  const page = (filename, door) => new HtmlPlugin({ template: "addin/launch/commands.html", filename, chunks: [door === "demo" ? "demoCommands" : "commands"], scriptLoading: "defer", inject: "head", door, minify: production && { collapseWhitespace: true, removeComments: true } });
  return {
    name: "launch", dependencies: ["pane"],
    entry: { launch: "./addin/launch/launch.ts", commands: "./addin/launch/commands.ts", demoCommands: "./addin/launch/demo.ts" },
    target: ["web", "es2015"],
    output: { path: path.resolve(import.meta.dirname, "dist/addin"), filename: ({ chunk }) => chunk.name === "launch" || !production ? "[name].js" : "[name].[contenthash:8].js", chunkFilename: "commands-[name].[contenthash:8].js", uniqueName: "launch" },
    devtool: production ? "source-map" : "cheap-module-source-map",
    module: { rules: [{ test: /\.ts$/, use: { loader: "swc-loader", options: { jsc: { parser: { syntax: "typescript" }, target: "es2016" } } } }] },
    optimization: { minimizer: [new TerserPlugin({ minify: TerserPlugin.swcMinify, terserOptions: { ecma: 2016, compress: { passes: 3, ecma: 2016 } } })] },
    plugins: [page("commands.html", "outlook"), page("demo-commands.html", "demo"), ...production ? [new CompressionPlugin({ filename: "[path][base].br", algorithm: "brotliCompress", test: /\.js$/ })] : []],
    performance: { hints: false },
  };
}

/** What the pane loads before it can be used, in compressed bytes. */
function printSize({ compilation }) {
  const files = compilation.entrypoints.get("pane")?.getFiles() ?? [];
  const sizes = files.map(file => [file, compilation.getAsset(`${file}.br`)?.source.size() ?? compilation.getAsset(file)?.source.size() ?? 0]);
  console.log(`First load: ${(sizes.reduce((sum, [, size]) => sum + size, 0) / 1000).toFixed(1)} kB brotli (${sizes.map(([file, size]) => `${file} ${(size / 1000).toFixed(1)}`).join(", ")})`);
}
