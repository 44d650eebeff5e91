import { expect, it } from "@jest/globals";
import { faultsOf, type Operation } from "./checker.ts";

const write = (version: number, result: Operation["result"] = "ok", more: Partial<Operation> = {}): Operation => ({ op: "write", key: "a", version, was: version - 1 || null, value: { n: version }, begun: version * 10, ended: version * 10 + 5, result, ...more });
const removal = (was: number, result: Operation["result"] = "ok"): Operation => ({ op: "write", key: "a", version: 0, was, begun: was * 10 + 8, ended: was * 10 + 9, result });
const read = (version: number, begun: number, more: Partial<Operation> = {}): Operation => ({ op: "read", key: "a", version, value: { n: version }, begun, ended: begun + 1, result: "ok", ...more });
const there = (version: number, n = version) => [{ id: "a", version, data: { n } }];

it.each([
  ["nothing at all", [], []],
  ["a chain of writes", [write(1), write(2), read(2, 30)], there(2)],
  ["an unanswered write that happened", [write(1), write(2, "info")], there(2)],
  ["an unanswered write that did not happen", [write(1), write(2, "info")], there(1)],
  ["a refused write that is nowhere", [write(1), write(2, "fail")], there(1)],
  ["a removal", [write(1), removal(1), read(0, 30)], []],
  ["an unanswered removal, either way", [write(1), removal(1, "info")], []],
  ["a rival that was refused", [write(1), write(2), write(2, "fail", { value: { n: 7 } })], there(2)],
  ["a read while a write is under way", [write(1), write(2), read(1, 22)], there(2)],
])("is content with %s", (_, history, end) => { expect(faultsOf(history as Operation[], end)).toEqual([]); });

it.each([
  ["an acknowledged birth that is lost", [write(1)], [], /nothing is there/],
  ["an acknowledged change that is lost", [write(1), write(2)], there(1), /version 2 was acknowledged, 1 is there/],
  ["a lost birth after a refused removal", [write(1), removal(1, "fail")], [], /nothing is there/],
  ["a removal that comes back", [write(1), removal(1)], there(1), /its removal was acknowledged/],
  ["a refused write that is there", [write(1), write(2, "fail")], there(2), /was refused/],
  ["a record that nobody wrote", [], there(1), /nobody wrote what is there/],
  ["another value than was written", [write(1)], there(1, 9), /nobody wrote what is there/],
  ["a gap in the versions", [write(1), write(3)], there(3), /nobody wrote version 2/],
  ["two births of one record", [write(1), write(1, "ok", { value: { n: 5 } })], there(1), /one update is lost/],
  ["two changes of one version", [write(1), write(2), write(2, "ok", { value: { n: 5 } })], there(2), /one update is lost/],
  ["a read of the past", [write(1), write(2), read(1, 30)], there(2), /a read saw version 1 after version 2/],
  ["a read of nothing after a birth", [write(1), read(0, 30)], there(1), /a read saw version 0 after version 1/],
  ["a read of what was refused", [write(1), write(2, "fail"), read(2, 22)], there(1), /nobody wrote or what was refused/],
  ["a read of the future", [write(1), read(2, 22)], there(1), /nobody wrote/],
  ["a torn read", [write(1), read(1, 22, { value: { n: 8 } })], there(1), /nobody wrote/],
  ["a record that is there twice", [write(1)], [...there(1), ...there(1)], /twice/],
])("finds %s", (_, history, end, fault) => { expect(faultsOf(history as Operation[], end).join("; ")).toMatch(fault); });
