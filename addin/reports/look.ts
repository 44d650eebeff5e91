import { mergeStyles } from "@fluentui/react/lib/Styling";

/** The look of figures, bars and the board, on top of that of the record panes. */
export const reportLook = mergeStyles({ selectors: {
  "& .figure": { fontVariantNumeric: "tabular-nums", flex: "none" },
  "& .bars": { listStyle: "none", margin: "8px 0 0", padding: 0, display: "grid", gap: 4 },
  "& .bars button": { width: "100%", font: "inherit", color: "inherit", background: "none", border: 0, padding: "6px 0", textAlign: "start", cursor: "pointer", display: "grid", gap: 4, borderRadius: 4 },
  "& .bars button:disabled": { color: "var(--quiet, #505050)", cursor: "default" }, "& .bars button:not(:disabled):hover .said": { textDecoration: "underline" },
  "& .bars button:focus-visible": { outline: "2px solid var(--accent, #0f6cbd)", outlineOffset: "1px" },
  "& .said": { display: "flex", justifyContent: "space-between", gap: 8 },
  "& .track": { "@media (forced-colors: active)": { border: "1px solid" }, position: "relative", display: "block", height: 10, borderRadius: 3, background: "var(--hover, #f0f0f0)", overflow: "hidden" },
  "& .track .bar": { position: "absolute", insetBlock: 0, insetInlineStart: 0, margin: 0, borderRadius: 3, background: "var(--accent, #0f6cbd)", "@media (forced-colors: active)": { forcedColorAdjust: "none", background: "Highlight" } }, "& .track .bar.pale": { opacity: 0.35 },
  "& .track .mark": { position: "absolute", insetBlock: 0, width: 2, background: "var(--text, #242424)", "@media (forced-colors: active)": { forcedColorAdjust: "none", background: "CanvasText" } },
  "& .tiles": { display: "flex", flexWrap: "wrap", gap: 8, margin: "12px 0 0" }, "& .tiles button": { flex: "1 1 40%", "@media (min-width: 560px)": { flex: "1 1 100px" }, minWidth: 0, font: "inherit", color: "inherit", textAlign: "start", background: "var(--raised, #fafafa)", border: "1px solid var(--line, #e0e0e0)", borderRadius: 4, padding: "8px 12px", cursor: "pointer" },
  "& .tiles button:disabled": { cursor: "default" }, "& .tiles b": { display: "block", fontSize: 20, lineHeight: "28px", fontWeight: 600, fontVariantNumeric: "tabular-nums" },
  "& .offers": { listStyle: "none", margin: "8px 0", padding: 0, display: "grid", gap: 8, fontSize: 13, lineHeight: "18px" }, "& .plus": { color: "var(--good, #0e700e)", fontWeight: 600, marginInlineEnd: 6 }, "& .minus": { color: "var(--error, #a4262c)", fontWeight: 600, marginInlineEnd: 6 },
  "& .battle": { display: "grid", gap: 6, fontSize: 13, lineHeight: "18px" },
  "& .board > section > header h2": { flex: "none" }, "& .board .row": { padding: "8px 0" },
  "& .board li .ms-Button": { flex: "none", width: 32, height: 32, minWidth: 32 },
  "& .countLink": { font: "inherit", fontSize: 12, color: "var(--accent, #0f6cbd)", background: "none", border: 0, padding: "0 4px", minHeight: 24, minWidth: 24, cursor: "pointer" },
  "& .board": { "@media (min-width: 720px)": { display: "grid", gridAutoFlow: "column", gridAutoColumns: "minmax(0, 1fr)", gap: 16, alignItems: "start" } },
} });
