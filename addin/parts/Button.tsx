import type { ComponentProps } from "react";
import { Icon, type IconName } from "../icons.tsx";

/** Fluent's button in a plain element, for what has to be there with the first mail: Fluent's own brings menus and callouts along. */
export const Button = ({ text, primary, className = "", ...rest }: { text: string; primary?: boolean } & ComponentProps<"button">) =>
  <button type="button" className={`button ${primary ? "primary " : ""}${className}`.trim()} {...rest}><span>{text}</span></button>;

/** A drawing that is a button; its name is said and shown. */
export const IconButton = ({ icon, name, ...rest }: { icon: IconName; name: string } & ComponentProps<"button">) =>
  <button type="button" className="iconButton" aria-label={name} title={name} {...rest}><Icon name={icon} /></button>;
