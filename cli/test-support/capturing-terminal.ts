import { Readable } from "node:stream";
import type { Terminal } from "../terminal.js";

/** A terminal that keeps what was written on it. */
export type CapturingTerminal = Terminal & { readonly stdout: () => string; readonly stderr: () => string };

/** A terminal for a test: `input` is what the user types. */
export const capturingTerminal = (input = ""): CapturingTerminal => {
  let stdout = "";
  let stderr = "";
  return {
    input: Readable.from([input]),
    out: (text) => {
      stdout += text;
      return Promise.resolve();
    },
    note: (line) => {
      stderr += `${line}\n`;
    },
    stdout: () => stdout,
    stderr: () => stderr,
  };
};
