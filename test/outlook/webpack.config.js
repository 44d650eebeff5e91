import path from "node:path";
import CopyPlugin from "copy-webpack-plugin";

const here = import.meta.dirname;

/** The simulated Outlook, and the small pane that tests its doors; into dist/outlook. */
export default {
  mode: "production",
  target: ["web", "es2022"],
  entry: { outlook: path.join(here, "page.ts"), probe: path.join(here, "probe.ts") },
  output: { path: process.env.OUTLOOK_OUT ?? path.resolve(here, "../../dist/outlook"), filename: "[name].js", clean: true, module: false },
  devtool: "source-map",
  experiments: { topLevelAwait: true },
  module: { rules: [{ test: /\.ts$/, use: { loader: "swc-loader", options: { jsc: { parser: { syntax: "typescript" }, target: "es2022" } } } }] },
  plugins: [new CopyPlugin({ patterns: [
    ...["index.html", "outlook.css", "probe.html", "demo-probe.html", "probe.css"].map(name => ({ from: path.join(here, name) })),
    { from: path.resolve(here, "../../addin/assets"), to: "assets" },
  ] })],
  performance: { hints: false },
  stats: "errors-warnings",
};
