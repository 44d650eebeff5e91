import * as labels from "../model/labels/zh-CN.ts";
import type { Speech } from "./speech.ts";
import { zh } from "./words.zh-CN.ts";

/** All of Chinese in one lazy piece: the pane's words and the declared ones. */
export const chinese: Speech = { language: "zh-CN", locale: "zh-CN", words: zh, labels: labels.zhCN };
