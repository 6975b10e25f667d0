import { open, rename, rm } from "node:fs/promises";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { refuse } from "../input-error.js";
import { inspecting } from "../inspection/open-inspection.js";
import type { SharedOptions } from "../options.js";
import type { Terminal } from "../terminal.js";

/**
 * `skalig audit export FIL`: writes the log as JSON Lines, closed by a checkpoint, without personal content. Only a whole
 * export gets the name that was asked for. `-` writes to stdout.
 */
export const auditExport = async (
  terminal: Terminal,
  { file, data }: SharedOptions & { readonly file: string },
): Promise<ExitCode> => {
  if (file === "-") {
    await inspecting(data, (inspection) => inspection.exportLog(terminal.out));
    return exitCodes.ok;
  }
  const unfinished = `${file}.unfinished`;
  const handle = await open(unfinished, "w", 0o600).catch(() => {
    throw refuse(file, "unwritable-file", "Filen går inte att skriva.");
  });
  try {
    const head = await inspecting(data, (inspection) =>
      inspection.exportLog(async (line) => {
        await handle.write(line);
      }),
    );
    await handle.sync();
    await rename(unfinished, file);
    terminal.note(`${String(head.size)} händelser, slutvärde ${head.root}`);
    return exitCodes.ok;
  } finally {
    await handle.close();
    await rm(unfinished, { force: true });
  }
};
