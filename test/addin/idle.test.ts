import { afterEach, expect, it, jest } from "@jest/globals";
import { inTurns, whenIdle } from "../../addin/idle.ts";

afterEach(() => { jest.useRealTimers(); Reflect.deleteProperty(globalThis, "requestIdleCallback"); Reflect.deleteProperty(globalThis, "cancelIdleCallback"); });

it("leaves the first second to the answers that somebody waits for, then waits for the browser, and can be called off before and after", () => {
  jest.useFakeTimers();
  const asked: IdleRequestCallback[] = [], called: number[] = [], idle = { didTimeout: false, timeRemaining: () => 50 };
  Object.assign(globalThis, { requestIdleCallback: (work: IdleRequestCallback) => asked.push(work), cancelIdleCallback: (one: number) => { called.push(one); } });
  const work = jest.fn();
  whenIdle(work)();
  jest.advanceTimersByTime(5_000);
  expect(asked).toHaveLength(0);
  const stop = whenIdle(work);
  jest.advanceTimersByTime(999);
  expect(asked).toHaveLength(0);
  jest.advanceTimersByTime(1);
  expect([asked.length, work.mock.calls.length]).toEqual([1, 0]);
  stop();
  expect(called.at(-1)).toBe(1);
  asked[0]!(idle);
  expect(work).toHaveBeenCalledTimes(1);
});
it("does nothing where the browser does not tell when it is idle", () => {
  jest.useFakeTimers();
  const work = jest.fn();
  whenIdle(work)();
  whenIdle(work);
  jest.advanceTimersByTime(5_000);
  expect(work).not.toHaveBeenCalled();
});
it("lets others go first at the rests of long work, once a frame's time has gone by, and not before", async () => {
  const order: string[] = [], spend = (ms: number) => { for (const from = performance.now(); performance.now() - from < ms;); };
  function* work(each: number) { for (const part of ["first", "second"]) { spend(each); order.push(part); yield; } return "done"; }
  const other = () => setTimeout(() => { order.push("somebody else"); });
  other();
  expect(await inTurns(work(20))).toBe("done");
  expect(order).toEqual(["first", "somebody else", "second"]);
  order.length = 0;
  const late = new Promise(done => { setTimeout(() => { order.push("somebody else"); done(undefined); }); });
  await inTurns(work(0));
  await late;
  expect(order).toEqual(["first", "second", "somebody else"]);
});
