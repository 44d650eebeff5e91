import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { allLooks, looks } from "../gallery/looks.ts";
import { openGallery } from "../gallery/open.ts";

let gallery: Awaited<ReturnType<typeof openGallery>>;
beforeAll(async () => { gallery = await openGallery(2_000); }); // so tall that nothing lies under a foot that stays in view
afterAll(() => gallery?.close());

/** Three looks have each colour, language and direction at least once; `npm run gallery:all` takes every one with every other. */
const shown = [...looks, ...allLooks].map((look, n) => [look.name, look, n] as const).slice(...process.env["GALLERY"] === "all" ? [looks.length] : [0, looks.length]);

describe("every view in every state, 320 px wide", () => {
  it.each(shown)("is drawn, fits, keeps still, has room for a finger, and nothing for a mouse alone or for axe to find: %s", async (_name, { forced, dark }, look) => {
    const { page, errors } = gallery;
    expect(await page.evaluate(() => window.gallery.names.length)).toBeGreaterThan(50);
    await page.emulateMedia({ forcedColors: forced ? "active" : "none", colorScheme: dark ? "dark" : "light" });
    expect(await page.evaluate(async at => {
      const found: Record<string, string[]> = {};
      for (const name of window.gallery.names) {
        const wrong = await window.gallery.show(name, at).then(() => window.gallery.wrong(at), (error: Error) => [error.message]);
        if (wrong.length) found[name] = wrong;
      }
      return found;
    }, look)).toEqual({});
    expect(errors).toEqual([]);
  }, 300_000); // a third of a minute, on a machine that does nothing else

  it("moves for a fifth of a second at most where motion is wanted", async () => {
    const { page } = gallery;
    await page.emulateMedia({ reducedMotion: "no-preference", forcedColors: "none" });
    expect(await page.evaluate(async () => {
      const found: Record<string, unknown> = {};
      for (const name of ["menu", "loading", "one match", "lead prefilled", "edit", "questions of a button", "assign", "filter of a list", "list, some selected", "file being sent", "settings", "remove", "pipeline"]) {
        await window.gallery.show(name, 0);
        const [ms, of] = window.gallery.motion(false);
        if (ms > 200) found[name] = [ms, of];
      }
      return found;
    })).toEqual({});
  });
});
