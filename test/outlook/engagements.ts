/** A meeting as it is written down: days from today, the hour as a number; people by their key in the cast. Without `from` it is the rep's own. */
export interface Engagement { key: string; subject: string; from?: string; people: string[]; when: { days: number; at: number; minutes: number; location: string }; html: string }

/** A sales week: visits and calls of one's own, and invitations from customers and colleagues. */
export const engagements: Engagement[] = [
  { key: "kestrel-review", subject: "Radar roll-out: price and delivery", from: "camille", people: ["robin", "marta"], when: { days: 1, at: 15.5, minutes: 45, location: "Teams" }, html: "<p>Hi both,</p><p>Let us go through the 22 units, cable lengths and delivery before the board meets. Please bring the calibration interval.</p><p>Camille</p>" },
  { key: "marchfield-visit", subject: "Visit Marchfield: CIP skid 3", people: ["helen", "dev"], when: { days: 2, at: 10, minutes: 120, location: "Shrewsbury, gate 2" }, html: "<p>Walk the skid, agree on sizes and connections, then prices with Dev.</p>" },
  { key: "team", subject: "Pipeline, weekly", from: "marta", people: ["robin", "yutong"], when: { days: 0, at: 9, minutes: 30, location: "Göttingen, room 2.14" }, html: "<p>Open deals over 20 k, close dates, help needed.</p>" },
  { key: "hanjiang-call", subject: "汉江精细化工：电极材料讨论", from: "yutong", people: ["robin", "liguo"], when: { days: 3, at: 8.5, minutes: 60, location: "Teams" }, html: "<p>讨论钽电极和哈氏合金的选择，以及 SIL 2 文件。</p>" },
];
