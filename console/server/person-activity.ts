const restsAfterMs = 60_000;
let lastSeenMs = performance.now();

/** Notes every key press and pointer press, so that live updates alone do not keep a session alive. */
export const watchPersonActivity = (): void => {
  const seen = (): void => {
    lastSeenMs = performance.now();
  };
  window.addEventListener("keydown", seen, { capture: true, passive: true });
  window.addEventListener("pointerdown", seen, { capture: true, passive: true });
};

/** Whether someone has touched the page during the last minute. */
export const isPersonActive = (): boolean => performance.now() - lastSeenMs < restsAfterMs;
