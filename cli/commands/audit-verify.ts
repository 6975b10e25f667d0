import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { breakageReasons, type TreeHead, type Verification } from "../../contracts/audit-event.js";
import { verifyLines } from "../../audit/log-file.js";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { readCheckpoint } from "../checkpoint.js";
import { readableFile } from "../readable-file.js";
import { inspecting } from "../inspection/open-inspection.js";
import type { SharedOptions } from "../options.js";
import type { Terminal } from "../terminal.js";

const verifyText = (input: NodeJS.ReadableStream, checkpoint: TreeHead | undefined): Promise<Verification> =>
  verifyLines(createInterface({ input, crlfDelay: Infinity }), checkpoint === undefined ? {} : { checkpoint });

const inWords = ({ ok, events, head, firstBroken }: Verification): string =>
  ok
    ? `Loggen stämmer: ${String(events)} händelser, slutvärde ${head}`
    : `Loggen stämmer INTE: händelse ${String(firstBroken?.seq ?? 0)}. ${firstBroken === undefined ? "" : breakageReasons[firstBroken.reason]}`;

/**
 * `skalig audit verify [FIL]`: proves the log of a data folder, or an exported file (`-`: stdin), which needs nothing but the file.
 * With `--checkpoint` also that the log still begins as it did when that export was made. Exit code 4 where it does not hold.
 */
export const auditVerify = async (
  terminal: Terminal,
  { file, checkpoint, data, json }: SharedOptions & { readonly file?: string; readonly checkpoint?: string },
): Promise<ExitCode> => {
  const earlier = checkpoint === undefined ? undefined : await readCheckpoint(checkpoint);
  const verified = async (): Promise<Verification> => {
    if (file === undefined) return inspecting(data, (inspection) => inspection.verify(earlier));
    if (file === "-") return verifyText(Readable.from(terminal.input), earlier);
    return verifyText(createReadStream(await readableFile(file)), earlier);
  };
  const result = await verified();
  await terminal.out(
    `${json ? JSON.stringify({ ...result, firstBroken: result.firstBroken ?? null }) : inWords(result)}\n`,
  );
  return result.ok ? exitCodes.ok : exitCodes.notVerified;
};
