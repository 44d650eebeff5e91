import { dayOf, daysFrom } from "../../addin/format.ts";

const today = dayOf(new Date());
/** A small company to draw: invented people and firms. */
export const sample = () => ({
  user: [{ id: "ana", name: "Ana Ruiz", email: "ana@ourfirm.example", role: "rep" }, { id: "ben", name: "Ben Okafor", email: "ben@ourfirm.example", role: "rep" }],
  account: [{ id: "northgate", name: "Northgate Analytics", city: "Boston", phone: "+1 617 555 0100", relationship: "prospect", website: "northgate.example", email: "office@northgate.example" }, { id: "hanfeng", name: "汉风汽车", city: "上海", relationship: "customer" }],
  contact: [{ id: "liwei", firstName: "伟", lastName: "李", jobTitle: "采购经理", account: "hanfeng", email: "li.wei@hanfeng.example" }, { id: "priya", firstName: "Priya", lastName: "Shah", jobTitle: "Operations director", account: "northgate", email: "priya@northgate.example" }],
  lead: [
    { id: "jamie", topic: "Sit-stand desks for the new Boston office", firstName: "Jamie", lastName: "Fenwick", jobTitle: "Head of Facilities", company: "Northgate Analytics", email: "jamie@northgate.example", phone: "+1 617 555 0142", source: "web", rating: "hot", estimatedValue: 48000, description: "Moves 120 people in February.\nWants samples of two models." },
    { id: "tom", topic: "Chairs for a call centre", firstName: "Tomás", lastName: "Llorente", company: "Vega Seguros", rating: "warm", reason: "contacted" },
    { id: "mei", topic: "办公家具询价", firstName: "梅", lastName: "陈", company: "云山科技", status: "disqualified", reason: "lost" },
  ],
  opportunity: [
    { id: "brakes", name: "Brake pads 2027", account: "hanfeng", contact: "liwei", estimatedValue: 480000, closeDate: daysFrom(today, 9), stage: "propose", probability: 60, rating: "hot", customerNeed: "A second source before the summer peak." },
    { id: "filters", name: "Filter kits for the whole service network, first year with option on two more", account: "hanfeng", estimatedValue: 62000.5, stage: "qualify", closeDate: daysFrom(today, -3) },
    { id: "won", name: "Desks, phase one", account: "northgate", estimatedValue: 15000, actualValue: 14500, actualCloseDate: daysFrom(today, -20), stage: "close", status: "won" },
  ],
  competitor: [{ id: "ergonova", name: "Ergonova", keyProduct: "Lift desk", website: "ergonova.example" }],
  product: [{ id: "p1", name: "Brake pad set, ceramic", number: "BP-2200", listPrice: 84.5 }],
  activity: [
    { id: "t1", kind: "task", subject: "Send the sample list to Jamie", due: daysFrom(today, -2), priority: "high", regarding: ["lead/jamie"] },
    { id: "t2", kind: "task", subject: "Call Li Wei about the trial batch", due: today, regarding: ["opportunity/brakes"] },
    { id: "m1", kind: "appointment", subject: "Plant visit", start: new Date(`${today}T14:00`).toISOString(), location: "Gate 3", status: "scheduled", regarding: ["opportunity/brakes"] },
    { id: "e1", kind: "email", subject: "Re: brake pads", happened: "2026-11-21T10:12:00Z", status: "completed", reason: "received", regarding: ["opportunity/brakes"], description: "We would like to see the revised terms before Friday." },
  ],
  note: [{ id: "n1", text: "Prefers to be called after four.", regarding: ["opportunity/brakes", "lead/jamie"] }],
});
