import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** `npm start`: builds what is missing or older than its sources, then serves. */
const root = join(import.meta.dirname, "..");
const newest = (path: string): number => !existsSync(path) ? 0 : statSync(path).isFile() ? statSync(path).mtimeMs
  : Math.max(0, ...readdirSync(path, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(entry => statSync(join(entry.parentPath, entry.name)).mtimeMs));

const builds = [
  { made: "dist/addin/demo.html", from: ["addin", "model", "webpack.config.js"], config: "webpack.config.js", what: "the add-in" },
  { made: "dist/outlook/index.html", from: ["test/outlook", "addin/assets", "manifest.xml"], config: "test/outlook/webpack.config.js", what: "the simulated Outlook" },
];
for (const { made, from, config, what } of builds) {
  if (newest(join(root, made)) > Math.max(...from.map(path => newest(join(root, path))))) continue;
  process.stdout.write(`  Building ${what} …\n`);
  const { status } = spawnSync(process.execPath, [join(root, "node_modules/webpack/bin/webpack.js"), "--mode", "production", "--config", config], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) { process.stderr.write(`Building ${what} failed.\n`); process.exit(1); }
}
await import("./main.ts");
