import type { KeyboardEvent } from "react";

const step = (key: string): number | undefined => {
  switch (key) {
    case "ArrowDown":
      return 1;
    case "ArrowUp":
      return -1;
    default:
      return undefined;
  }
};

/** Moves focus between the rows of a table with the arrow keys. Rows are marked with `data-row` on what takes focus. */
export const moveBetweenRows = (event: KeyboardEvent<HTMLElement>): void => {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-row]")];
  const at = rows.findIndex((row) => row === document.activeElement);
  if (at < 0) return;
  const by = step(event.key);
  const target = by === undefined ? edge(event.key, rows) : rows[at + by];
  if (target === undefined) return;
  event.preventDefault();
  target.focus();
};

const edge = (key: string, rows: readonly HTMLElement[]): HTMLElement | undefined => {
  if (key === "Home") return rows[0];
  return key === "End" ? rows.at(-1) : undefined;
};
