/** Writes the numbering plans that reading knows: the library's smallest set without the national formats, for the countries where our customers sell. Run after an update of libphonenumber-js. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import metadata from "libphonenumber-js/min/metadata";

const countries = new Set("US PR DO GB IE DE AT CH LI FR BE NL LU ES PT IT PL CZ SK HU RO BG GR HR SI RS BA MT CY SE NO DK FI IS EE LV LT RU KZ BY UA TR IL JO LB AE SA QA KW OM BH EG MA TN ZA NG KE GH IN PK BD LK SG MY TH VN PH ID CN HK MO TW JP KR AU NZ CA MX BR AR CL PE CO UY EC".split(" "));
const place = fileURLToPath(new URL("../../model/reading/words/numberingPlans.ts", import.meta.url));

/** The module's text, as it stands in the repository. */
export function numberingPlans(): string {
  const all = JSON.parse(JSON.stringify(metadata)) as { version: number; country_calling_codes: Record<string, string[]>; countries: Record<string, unknown[]> };
  const codes = Object.entries(all.country_calling_codes).map(([code, list]): [string, string[]] => [code, list.filter(country => countries.has(country))]).filter(([, list]) => list.length);
  const plans = Object.entries(all.countries).filter(([country]) => countries.has(country)).map(([country, plan]): [string, unknown[]] => [country, plan.map((part, index) => index === formats ? 0 : part)]);
  const kept = { version: all.version, country_calling_codes: Object.fromEntries(codes), countries: Object.fromEntries(plans) };
  return `/* Made by test/bench/numberingPlans.ts of libphonenumber-js's metadata: numbering plans without national formats. */\nimport type { MetadataJson } from "libphonenumber-js/core";\n\nexport const numberingPlans = JSON.parse(${JSON.stringify(JSON.stringify(kept))}) as MetadataJson;\n`;
}

const formats = 4;
if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(place, numberingPlans());
