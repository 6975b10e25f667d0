/**
 * Puts focus on the last of some elements once they are drawn: where a press adds or takes away what had focus, the
 * keyboard would otherwise be left nowhere.
 */
export const focusLast = (selector: string): void => {
  requestAnimationFrame(() => {
    [...document.querySelectorAll<HTMLElement>(selector)].at(-1)?.focus();
  });
};
