import type { ITag } from "@fluentui/react/lib/Pickers";

/** What is offered while one types, in as many lines as its words need. */
export const suggestion = (tag: ITag) => <span style={{ padding: "8px 12px", whiteSpace: "normal", textAlign: "start", overflowWrap: "anywhere", lineHeight: "20px" }}>{tag.name}</span>;
