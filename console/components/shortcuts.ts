import { useEffect, useEffectEvent } from "react";

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));

const isCheckbox = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.type === "checkbox";

/** Ctrl with Enter on a button is the page's shortcut, and not a press of that button, which would take it otherwise. */
const comesFirst = ({ target }: KeyboardEvent, name: string): boolean =>
  name.startsWith("Ctrl+") && target instanceof HTMLElement && target.closest("button") !== null;

const isDialogOpen = (): boolean => document.querySelector("[role=dialog], [role=alertdialog]") !== null;

/** How long the first key of two waits for the second. */
const pairMs = 1500;

/** The name a key press goes by in a shortcut table: "?", "u", "Ctrl+Enter", "ArrowUp". */
const nameOf = (event: KeyboardEvent): string => (event.ctrlKey || event.metaKey ? `Ctrl+${event.key}` : event.key);

/** What is listened for now, by name. Written on the page, so that the keyboard map can be compared with what is true. */
const registered = new Map<string, number>();
const register = (names: readonly string[], by: 1 | -1): void => {
  for (const name of names) registered.set(name, (registered.get(name) ?? 0) + by);
  const active = [...registered].filter(([, count]) => count > 0).map(([name]) => name);
  document.documentElement.dataset["shortcuts"] = JSON.stringify(active.toSorted());
};

/** The first key of a pair that has just been pressed. One for the page: a pair may begin anywhere. */
let first: { readonly key: string; readonly at: number } | undefined;

/**
 * Listens for shortcuts while a page is shown: "u", "Ctrl+Enter", or two keys after each other, "g a". Plain letters are
 * left alone while someone types, and everything is left alone while a dialog is open.
 */
export const useShortcuts = (shortcuts: Readonly<Record<string, () => void>>): void => {
  const names = Object.keys(shortcuts).toSorted().join("\n");
  const onKeyDown = useEffectEvent((event: KeyboardEvent): void => {
    const name = nameOf(event);
    if ((event.eventPhase === Event.CAPTURING_PHASE) !== comesFirst(event, name)) return;
    if (event.altKey || event.defaultPrevented || isDialogOpen()) return;
    if (!name.startsWith("Ctrl+") && isTyping(event.target) && !isCheckbox(event.target)) return;
    const begun = first !== undefined && event.timeStamp - first.at < pairMs ? first : undefined;
    const action = (begun && shortcuts[`${begun.key} ${name}`]) ?? (begun === undefined ? shortcuts[name] : undefined);
    if (action !== undefined) {
      first = undefined;
      event.preventDefault();
      if (event.eventPhase === Event.CAPTURING_PHASE) event.stopPropagation();
      action();
    } else if (begun === undefined && Object.keys(shortcuts).some((one) => one.startsWith(`${name} `))) {
      first = { key: name, at: event.timeStamp };
    }
  });
  useEffect(() => {
    document.addEventListener("keydown", onKeyDown);
    document.addEventListener("keydown", onKeyDown, { capture: true });
    return () => {
      document.removeEventListener("keydown", onKeyDown);
      document.removeEventListener("keydown", onKeyDown, { capture: true });
    };
  }, []);
  useEffect(() => {
    const list = names.split("\n");
    register(list, 1);
    return () => {
      register(list, -1);
    };
  }, [names]);
};
