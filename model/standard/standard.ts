import { create, type Change } from "../change.ts";
import { usualRules } from "../duplicates.ts";
import { company } from "../records/company.ts";
import { duplicateRule } from "../records/duplicateRule.ts";
import { automations } from "./automations.ts";
import { dialogs } from "./dialogs.ts";
import { processes } from "./processes.ts";
import { rules } from "./rules.ts";
import { scoring } from "./scoring.ts";

/** What every company has from the beginning: its settings, and ways that an administrator changes or switches off. */
export const standard: readonly Change[] = [create(company, { name: "Our company" }, "company"), ...usualRules.map(({ id, status: _, ...rule }) => create(duplicateRule, rule, id)), ...rules, ...processes, ...dialogs, ...automations, ...scoring];
