import { fstatSync } from "node:fs";

/**
 * Closes a system that runs in a process of its own and ends the process, once: on SIGTERM or SIGINT, or when the parent
 * that gave it its input dies.
 */
export const stopWhenTold = (system: { close(): Promise<void> }): void => {
  let closing = false;
  const stop = (): void => {
    if (closing) return;
    closing = true;
    system.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  // A parent that dies closes the pipe it gave us; a terminal or a file on stdin says nothing about a parent.
  const input = fstatSync(0);
  if (input.isFIFO() || input.isSocket()) process.stdin.on("end", stop).on("error", stop).resume();
};
