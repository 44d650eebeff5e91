import type { Words } from "./words.en.ts";

/** What the company's ways and their designers say, in Chinese. */
export const zhCN: Words = {
  title: "公司流程与规则", about: "公司如何销售：哪些必须填写、由谁批准、商机经过哪些阶段、哪些事自动完成。", notYours: "只有管理员可以更改公司的流程与规则。",
  kinds: { rule: "业务规则", process: "销售流程", dialog: "流程对话", automation: "自动化" }, add: kind => `添加：${kind}`, off: "停用", switchOff: name => `停用：${name}`, switchOn: name => `启用：${name}`, isOff: name => `“${name}”已停用`, isOn: name => `“${name}”已启用`, none: "尚无。", scoring: "评分与健康度", openScoring: "权重与界限",
  packs: "行业模板", packNames: { "car-parts": "汽车零件供应商", "software-house": "定制软件公司" }, packAbout: { "car-parts": "接洽、会谈、报价、接受或拒绝。", "software-house": "发现招标、编写标书、提交前审批、接受或拒绝。" },
  picture: "示意图", dryRun: "试运行", dryRunAbout: "查看它会对现有记录作出哪些更改，不会实际更改任何内容。", tryIt: "用过去的记录试运行", trying: "正在试运行…", tried: (would, looked) => `${looked} 条记录中有 ${would} 条会受影响，未作任何更改。`, outdated: "内容已更改，请重新试运行。", more: n => `再显示 ${n} 条`, emptied: "空", wouldAsk: "将要求审批",
  rehearseAbout: "用一条现有记录逐页演练，查看它会做什么。不会实际更改任何内容。", rehearseOn: type => `用哪条${type}记录？`, rehearse: "开始演练", passed: "已经过的页面", soFar: "到目前为止会做的事", nothingYet: "尚无。", wouldRefuse: "系统将不允许：", wouldMake: (type, title) => `新建${type}：${title}`, wouldMail: to => `发送邮件给 ${to}`,
  variables: "回答与变量", another: "重新开始", stepBack: "上一页", tryOthers: types => `用这些回答试其他${types}`, elsewhere: "这些回答会通向哪里", looked: n => `最近的 ${n} 条记录，未核对规则和权限。`, ends: "结束", asksMore: page => `停在“${page}”，需要更多回答`, showThem: (n, where) => `显示 ${n} 条记录：${where}`,
  parts: n => `${n} 个组成部分`, install: "安装", remove: "移除", installIt: name => `安装：${name}`, removeIt: name => `移除：${name}`, installed: name => `“${name}”已安装`, removed: name => `“${name}”已移除`, warnInstall: "其流程排在其他流程之前：新记录将按此流程进行。", warnRemove: "其规则、流程和自动化将被移除，包括您修改过的部分。潜在顾客和商机保持不变。",
};
