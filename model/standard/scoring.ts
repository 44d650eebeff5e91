import { create } from "../change.ts";
import { scoring as type } from "../records/scoring.ts";
import type { Weight } from "../score.ts";

const when = (field: string, than: string, points: number, en: string, zh: string): Weight => ({ say: { en, "zh-CN": zh }, points, when: { field, is: "is", than } });
/** Weights to begin with; an administrator changes them. */
export const scoring = [create(type, {
  name: "Score and health", limits: { silentDays: 14, moves: 3, stageDays: 45 },
  weights: [
    when("need", "must", 20, "Must have it", "必须有"), when("need", "should", 12, "Should have it", "应该有"), when("need", "none", -20, "Has no need", "无需求"),
    when("budgetStatus", "willBuy", 20, "Will buy", "决定购买"), when("budgetStatus", "canBuy", 14, "Can buy", "有能力购买"), when("budgetStatus", "none", -10, "No committed budget", "预算未落实"),
    when("timeframe", "immediate", 15, "Wants it at once", "立即采购"), when("timeframe", "thisQuarter", 10, "Wants it this quarter", "本季度采购"),
    { say: { en: "The decision maker is known", "zh-CN": "已找到决策者" }, points: 10, when: { field: "decisionMaker", is: "is", than: true } },
    { say: { en: "Fits our offer", "zh-CN": "与我们的产品匹配" }, points: 10, when: { field: "fits", is: "is", than: true } },
    { say: { en: "Came through people who know us", "zh-CN": "由熟人推荐" }, points: 8, when: { field: "source", is: "in", than: ["employeeReferral", "externalReferral", "partner", "wordOfMouth"] } },
    { say: { en: "Can be phoned", "zh-CN": "有电话" }, points: 5, when: { any: [{ field: "phone", is: "filled" }, { field: "mobile", is: "filled" }] } },
    { say: { en: "Has written to us within two weeks", "zh-CN": "两周内来过邮件" }, points: 12, when: { var: "lastMail", is: "atLeast", than: { now: { days: -14 } } } },
    { say: { en: "Has written more than once", "zh-CN": "多次来信" }, points: 8, when: { var: "mails", is: "more", than: 1 } },
  ],
}, "scoring")];
