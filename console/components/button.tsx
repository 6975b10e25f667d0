import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps } from "react-aria-components";

/** Tells assistive technology which key does the same. The library's button leaves the attribute out by itself. */
export const withKeys =
  (keys: string | undefined): ((element: HTMLButtonElement | null) => void) =>
  (element) => {
    if (keys !== undefined) element?.setAttribute("aria-keyshortcuts", keys);
  };

type Props = Omit<ButtonProps, "className" | "children"> & {
  readonly children: ReactNode;
  readonly look?: "primary" | "quiet";
  readonly large?: boolean;
  /** The key that does the same, shown on the button. */
  readonly shortcut?: string;
  /** The same key as assistive technology is told of it: "Control+Enter". */
  readonly keys?: string;
};

/** A button. Its look says how much it weighs, never what it does. */
export const Button = ({ children, look, large = false, shortcut, keys, ...rest }: Props) => (
  <AriaButton
    {...rest}
    ref={withKeys(keys)}
    className={["button", look, large ? "large" : undefined].filter(Boolean).join(" ")}
  >
    {children}
    {shortcut === undefined ? null : <kbd aria-hidden="true">{shortcut}</kbd>}
  </AriaButton>
);
