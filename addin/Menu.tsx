import { ContextualMenu, type IContextualMenuItem } from "@fluentui/react/lib/ContextualMenu";
import Fluent from "./Fluent.tsx";

/** The way to all records, hung under its button. */
export default function Menu({ target, items, dark, close }: { target: HTMLElement; items: IContextualMenuItem[]; dark: boolean; close(): void }) {
  return <Fluent dark={dark}><ContextualMenu target={target} items={items} onDismiss={close} shouldFocusOnMount /></Fluent>;
}
