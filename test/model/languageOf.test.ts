import { expect, test } from "@jest/globals";
import { languageOf } from "../../model/languageOf.ts";

test.each([
  ["nobody", undefined, "en"], ["a Chinese name", { name: "李伟", address: "li@hanfeng.example" }, "zh"], ["a Japanese name in kana", { name: "さくら 田中" }, "ja"], ["a name in kanji at a Japanese address", { name: "田中", address: "t@kaisha.co.jp" }, "ja"],
  ["a Chinese address", { name: "Li Wei", address: "li@hanfeng.com.cn" }, "zh"], ["a country on record", { name: "Eva Lang", address: "eva@lang.example", country: "Austria" }, "de"], ["a country before the address", { address: "x@y.de", country: "France" }, "fr"], ["anybody else", { name: "Jo", address: "jo@x.com" }, "en"],
])("writes to %s in their language", (_who, person, language) => expect(languageOf(person)).toBe(language));
