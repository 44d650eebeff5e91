import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { openGallery } from "../gallery/open.ts";

let gallery: Awaited<ReturnType<typeof openGallery>>;
beforeAll(async () => { gallery = await openGallery(2_000); }); // so tall that nothing lies under a foot that stays in view
afterAll(() => gallery?.close());

describe("every view in every state, 320 px wide", () => {
  it.each([["light colours, English", 0], ["dark colours, Chinese", 1], ["a contrast theme, from right to left, words two fifths longer", 2]] as const)("is drawn, fits, and has nothing for axe to find: %s", async (_name, look) => {
    const { page, errors } = gallery, forced = await page.evaluate(at => window.gallery.looks[at]!.forced, look);
    expect(await page.evaluate(() => window.gallery.names.length)).toBeGreaterThan(50);
    await page.emulateMedia({ forcedColors: forced ? "active" : "none" });
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
});
