import { existsSync } from "node:fs";

/** The browser of all stories: the one that CHROMIUM names, else Debian's Chromium without a window, which takes half the time of the whole one, else that. */
export const chromiumPath = (): string => {
  const path = [process.env["CHROMIUM"], "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(one => one && existsSync(one));
  if (!path) throw new Error("There is no Chromium: apt-get install chromium fonts-noto-cjk, or name one in CHROMIUM");
  return path;
};

/** `--no-sandbox` for containers; nothing that phones home. */
export const chromiumArgs = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
