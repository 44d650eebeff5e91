import { useLanguage } from "../language.ts";
import { en, type Words } from "./words.en.ts";
import { zhCN } from "./words.zh-CN.ts";

export const useTransferWords = (): Words => useLanguage().chinese ? zhCN : en;
