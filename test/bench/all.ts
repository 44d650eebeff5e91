import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** `npm run bench`, about 10 minutes: the store by itself, then the service over HTTP; writes results/store.md and results/http.md. `-- --quick` for a short look. */
for (const part of ["store.ts", "http.ts"]) {
  const { status } = spawnSync(process.execPath, ["--import", "tsx", fileURLToPath(new URL(part, import.meta.url)), ...process.argv.slice(2)], { stdio: "inherit" });
  if (status) process.exit(status);
}
