import { lazy, Suspense, type ComponentType } from "react";
import type { Problem } from "../../model/problem.ts";
import type { AnyRecord, AnyRow } from "../../model/record.ts";

/** What the form of a verb is given. */
export interface Asking { type: AnyRecord; verb: string; row: AnyRow; label: string; busy: boolean; problem?: Problem; onSave(answers: Record<string, unknown>): void; onCancel(): void }

const Deliver = lazy(() => import("./Deliver.tsx").then(({ Deliver }) => ({ default: Deliver })));
const Pay = lazy(() => import("./Pay.tsx").then(({ Pay }) => ({ default: Pay })));
const late = (Form: ComponentType<Asking>) => (props: Asking) => <Suspense fallback={<div className="wait" />}><Form {...props} /></Suspense>;

/** Verbs that ask more than a form made from their declaration can. */
export const askings: Partial<Record<string, ComponentType<Asking>>> = { "order.fulfil": late(Deliver), "invoice.pay": late(Pay) };
