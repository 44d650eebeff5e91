import { Dropdown, type IDropdownProps } from "@fluentui/react/lib/Dropdown";
import { ResponsiveMode } from "@fluentui/react/lib/ResponsiveMode";

/** One of a few, or several: the choices open below the box, also in a narrow pane, where Fluent would cover everything. */
export const Pick = (props: IDropdownProps) => <Dropdown responsiveMode={ResponsiveMode.large} dropdownWidth="auto" {...props} calloutProps={{ calloutMaxHeight: 320, ...props.calloutProps }} />;
