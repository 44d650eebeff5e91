import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { openGallery } from "../gallery/open.ts";

let gallery: Awaited<ReturnType<typeof openGallery>>;
beforeAll(async () => { gallery = await openGallery(); });
afterAll(() => gallery?.close());

const views = ["one match", "several messages", "lead prefilled", "log to several, with files", "qualify", "deal with stages", "quote", "edit", "list, some selected", "draft with literature", "library", "results"];

it.each([240, 320, 380, 450, 600, 900, 1200])("nothing scrolls sideways, the page itself does not scroll, and no word on a button is cut off, %i px wide (240 is a pane of 480 with its text doubled), in both languages", async width => {
  const { page } = gallery;
  await page.setViewportSize({ width, height: 570 });
  expect(await page.evaluate(async names => {
    const found: string[] = [], visible = (one: HTMLElement) => one.offsetParent !== null && !one.closest(".unseen");
    for (const look of [0, 1]) for (const name of names) {
      await window.gallery.show(name, look);
      const wide = [document.documentElement, ...document.querySelectorAll<HTMLElement>("main, .besideList, .besideRecord")].filter(one => one.scrollWidth > one.clientWidth + 1);
      const cut = [...document.querySelectorAll<HTMLElement>("main :is(button, h1, h2, label)")].filter(one => visible(one) && one.scrollWidth > one.clientWidth + 2 && getComputedStyle(one).overflowX === "hidden" && !one.title);
      const page = document.documentElement; // only what is below the search scrolls: the page itself never moves away
      if (page.scrollHeight > page.clientHeight + 1) found.push(`${name}: the page is ${page.scrollHeight} high`);
      found.push(...[...wide, ...cut].map(one => `${name}: ${one.className || one.tagName} ${one.scrollWidth} of ${one.clientWidth}`));
    }
    return found;
  }, views)).toEqual([]);
}, 60_000);
