import type { ITag } from "@fluentui/react/lib/Pickers";
import type { AnyRow } from "../../model/record.ts";
import { useFormats } from "../format.ts";
import { useReach, useTitle } from "../reach.ts";
import { Finder } from "./Finder.tsx";
import { useLineWords } from "./lineWords.ts";

/** A product by its name or number; those on the price list come first, with what they cost there. */
export function ProductPicker({ label, value, priceList, fault, disabled, change }: { label: string; value: string | undefined; priceList: string | undefined; fault?: string; disabled?: boolean; change(product: string | undefined): void }) {
  const { lookUp } = useReach(), own = useLineWords(), { amount: money } = useFormats(), title = useTitle("product", value);
  const find = async (typed: string): Promise<ITag[]> => {
    const text = typed.trim();
    const items = (of: Record<string, string>, said = "") => priceList ? lookUp("priceListItem", said, { priceList, ...of }) : Promise.resolve<AnyRow[]>([]);
    const [found, products] = await Promise.all([items({}, text), lookUp("product", text, { status: "active" })]);
    const unlisted = products.filter(({ id }) => !found.some(item => item.product === id)).map(({ id }) => id), also = unlisted.length ? await items({ product: unlisted.join(",") }) : [];
    const listed = [...found, ...also].map(item => ({ key: String(item.product), name: [item.number, item.name, item.method === "amount" && item.amount !== undefined && money(item.amount as number)].filter(Boolean).join(" · ") }));
    const rest = products.map(product => ({ key: product.id, name: [product.number, product.name, priceList ? own.notListed : product.listPrice !== undefined && money(product.listPrice as number)].filter(Boolean).join(" · ") }));
    const seen = new Set<string>();
    return [...listed, ...rest].filter(({ key }) => !seen.has(key) && seen.add(key)).slice(0, 8);
  };
  return <Finder label={label} hint={own.nameOrNumber} disabled={disabled} fault={fault} taken={value ? [{ key: value, name: title ?? "…" }] : []} limit={1} find={find} take={([tag]) => change(tag && String(tag.key))} />;
}
