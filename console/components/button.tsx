import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps } from "react-aria-components";

type Props = Omit<ButtonProps, "className" | "children"> & {
  readonly children: ReactNode;
  readonly look?: "primary" | "quiet";
  readonly large?: boolean;
  /** The key that does the same, shown on the button. */
  readonly shortcut?: string;
};

/** A button. Its look says how much it weighs, never what it does. */
export const Button = ({ children, look, large = false, shortcut, ...rest }: Props) => (
  <AriaButton {...rest} className={["button", look, large ? "large" : undefined].filter(Boolean).join(" ")}>
    {children}
    {shortcut === undefined ? null : <kbd aria-hidden="true">{shortcut}</kbd>}
  </AriaButton>
);
