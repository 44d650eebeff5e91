import { useLanguage } from "../language.ts";

const many = (n: number, one: string, more = `${one}s`) => `${n} ${n === 1 ? one : more}`;
const en = {
  loading: "Loading…", upAgainst: "Up against", card: "Battle card", hideCard: "Hide battle card", internal: "for us only", against: (name: string) => `Battle card: ${name}`, versus: "against", better: "We are better:", worse: "They are better:", strengths: "Their strengths:", weaknesses: "Their weaknesses:", read: "To read:",
  noneClosed: "No deal against them is closed yet.", record: (rate: number, won: number, all: number) => `We win ${rate} % of the deals against them (${won} of ${all}).`, scorecard: "Scorecard", won: "Won", lost: "Lost", toThem: "Lost to them", open: "Open", products: "Our products in deals with them", wonOf: (won: number, lost: number, open: number) => `won ${won} · lost ${lost} · open ${open}`,
  offers: "Product against product", recent: "Closed deals", lostToThem: "lost to them", show: (what: string, n: number) => `${what}: show ${many(n, "deal")}`, competitors: "Competitors on this deal", uses: "In deals", usesAbout: "Deals in which it was sent.", literature: "Literature in deals", literatureAbout: "Which pieces were sent in deals that were won and lost.", noUses: "No piece was sent in a deal yet.",
};
type Words = typeof en;
const zhCN: Words = {
  loading: "正在加载…", upAgainst: "竞争对手", card: "竞争卡", hideCard: "收起竞争卡", internal: "仅供内部", against: name => `竞争卡：${name}`, versus: "对比", better: "我方优势：", worse: "对手优势：", strengths: "对手优势：", weaknesses: "对手劣势：", read: "参考资料：",
  noneClosed: "还没有与其竞争且已结束的商机。", record: (rate, won, all) => `与其竞争的商机赢单率 ${rate}%（${all} 单赢 ${won} 单）。`, scorecard: "得分卡", won: "赢单", lost: "输单", toThem: "其中输给对方", open: "未结束", products: "竞争商机中的我方产品", wonOf: (won, lost, open) => `赢 ${won} · 输 ${lost} · 未结束 ${open}`,
  offers: "产品对比", recent: "已结束的商机", lostToThem: "输给对方", show: (what, n) => `${what}：查看 ${n} 个商机`, competitors: "此商机的竞争对手", uses: "用于商机", usesAbout: "发送过此资料的商机。", literature: "资料与商机", literatureAbout: "在赢单和输单的商机中发送过哪些资料。", noUses: "还没有在商机中发送过资料。",
};
/** What scorecards, battle cards and the use of literature say. */
export const useCardWords = (): Words => useLanguage().chinese ? zhCN : en;
