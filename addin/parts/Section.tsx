import type { ReactNode } from "react";

/** A part of a page under its own heading, with a figure or a quiet link at the far end. */
export const Section = ({ title, end, children }: { title: string; end?: ReactNode; children: ReactNode }) =>
  <section className="section"><header><h2>{title}</h2>{end !== undefined && <span className="end">{end}</span>}</header>{children}</section>;
