import { useContext } from "react";
import { SpeechContext } from "../speech.ts";
import { en, type Words } from "./words.en.ts";
import { zhCN } from "./words.zh-CN.ts";

export const useWords = (): Words => useContext(SpeechContext).language === "zh-CN" ? zhCN : en;
