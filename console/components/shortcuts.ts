import { useEffect, useEffectEvent } from "react";

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));

const isCheckbox = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.type === "checkbox";

const isDialogOpen = (): boolean => document.querySelector("[role=dialog], [role=alertdialog]") !== null;

/** The name a key press goes by in a shortcut table: "?", "u", "Ctrl+Enter", "ArrowUp". */
const nameOf = (event: KeyboardEvent): string => (event.ctrlKey || event.metaKey ? `Ctrl+${event.key}` : event.key);

/**
 * Listens for shortcuts while a page is shown. Plain letters are left alone while someone types,
 * and everything is left alone while a dialog is open.
 */
export const useShortcuts = (shortcuts: Readonly<Record<string, () => void>>): void => {
  const onKeyDown = useEffectEvent((event: KeyboardEvent): void => {
    const name = nameOf(event);
    const action = shortcuts[name];
    if (action === undefined || event.altKey || event.defaultPrevented || isDialogOpen()) return;
    if (!name.startsWith("Ctrl+") && isTyping(event.target) && !isCheckbox(event.target)) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
    };
  }, []);
};
