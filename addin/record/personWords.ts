import { useLanguage } from "../language.ts";

const many = (n: number, one: string, more = `${one}s`) => `${n} ${n === 1 ? one : more}`;
const en = {
  title: "Personal data", about: "All that is kept about this person: their own records, and whatever names them.", export: "Export everything", exported: (name: string, n: number) => `${name} saved: ${many(n, "record")}`, erase: "Erase this person", looking: "Looking for everything that names this person…",
  ask: (name: string) => `Erase “${name}” for good?`, own: "Of these nothing stays but an empty record named “(erased)”, so that deals and papers keep what they refer to:", elsewhere: "From these, and from the history of all records, their names and addresses go, and what they wrote:", nowhere: "No other record names them; the history of their own goes too.",
  never: "This cannot be undone, not by an administrator either.", left: "Left as they are: what is written inside files, and backups made before. Look through those yourself.", first: "Export everything first", type: (word: string) => `Type “${word}” to confirm`, do: "Erase for good", busy: "Erasing…", cancel: "Cancel",
  done: (n: number) => `Erased, in ${many(n, "entry", "entries")}. It cannot be taken back.`,
};
type Words = typeof en;
const zhCN: Words = {
  title: "个人数据", about: "系统中有关此人的全部内容：其本人的记录，以及提及此人的其他记录。", export: "导出全部内容", exported: (name, n) => `已保存 ${name}：${n} 条记录`, erase: "清除此人", looking: "正在查找提及此人的全部内容…",
  ask: name => `要永久清除“${name}”吗？`, own: "以下记录只保留名为“(erased)”的空记录，使商机和单据仍有所指：", elsewhere: "以下记录以及所有记录的历史中，此人的姓名、地址和所写内容将被删除：", nowhere: "没有其他记录提及此人；其本人记录的历史也会删除。",
  never: "此操作无法撤销，管理员也无法恢复。", left: "以下内容保持不变：文件内部的文字，以及此前的备份。请自行检查。", first: "先导出全部内容", type: word => `请输入“${word}”以确认`, do: "永久清除", busy: "正在清除…", cancel: "取消",
  done: n => `已清除 ${n} 处内容，无法恢复。`,
};
/** What the export and the erasing of a person say. */
export const usePersonWords = (): Words => useLanguage().chinese ? zhCN : en;
