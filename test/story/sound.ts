import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@jest/globals";
import type { Stage } from "./stage.ts";

/** Asserts that the pane, once at rest, gives axe nothing to find, asked nobody else and left no error. */
export async function sound(stage: Stage): Promise<void> {
  await (await stage.pane()).evaluate(() => Promise.allSettled(document.getAnimations().map(one => one.finished)));
  const axe = await new AxeBuilder({ page: stage.page }).include("iframe.addin.pane").analyze();
  expect(axe.violations.map(({ id, nodes }) => [id, ...nodes.map(node => node.html)])).toEqual([]);
  expect([stage.foreign, stage.errors]).toEqual([[], []]);
}
