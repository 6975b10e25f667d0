import { useSyncExternalStore } from "react";

let message = "";
const listeners = new Set<() => void>();

/** Says something to screen readers without moving focus. */
export const announce = (text: string): void => {
  message = text;
  listeners.forEach((listener) => {
    listener();
  });
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** The page's polite live region; placed once, in the shell. */
export const Announcements = () => (
  <p className="visually-hidden" role="status">
    {useSyncExternalStore(subscribe, () => message)}
  </p>
);
