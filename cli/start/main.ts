import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { DataFolderLocked, takeLock } from "../../platform/lock.js";
import { MissingPart } from "../../platform/missing.js";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { InputRefused } from "../input-error.js";
import { ApplicationEnded } from "./application-process.js";
import { outcomeTable } from "./outcome-table.js";
import { openBrowser } from "./open-browser.js";
import { readOptions, startUsage, type StartOptions } from "./options.js";
import { startSampleMonth } from "./sample-month.js";

/** `npm start`: the sample month on this machine, from inbox to end, with the console left up unless `--once`. */
const main = async (options: StartOptions): Promise<ExitCode> => {
  const stream = options.json ? process.stderr : process.stdout;
  const write = (line: string): void => void stream.write(`${line}\n`);
  if (options.help) {
    write(startUsage);
    return exitCodes.ok;
  }
  const dataFolder = options.once ? mkdtempSync(join(tmpdir(), "skalig-")) : resolve(options.data);
  if (options.fresh) {
    // Throws where somebody works in it.
    takeLock(join(dataFolder, "locks")).release();
    rmSync(dataFolder, { recursive: true, force: true });
  }
  const interrupted = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"])
    process.on(signal, () => {
      interrupted.abort();
    });

  const sample = await startSampleMonth({ ...options, dataFolder, write });
  let ok = false;
  try {
    if (!options.once) {
      write(`Konsolen är öppen på ${sample.publicUrl}`);
      if (options.open) openBrowser(sample.publicUrl);
    }
    const summary = await Promise.race([sample.run(), sample.ended, aborted(interrupted.signal)]);
    if (summary === "aborted") return exitCodes.ok;
    write(outcomeTable(summary));
    if (options.summary !== undefined) writeFileSync(options.summary, `${JSON.stringify(summary, null, 2)}\n`);
    if (options.json) process.stdout.write(`${JSON.stringify(summary)}\n`);
    ({ ok } = summary);
    if (options.once) return ok ? exitCodes.ok : exitCodes.fault;
    write(`Logga in på ${sample.publicUrl} och välj vem du vill vara. Avsluta med Ctrl+C.`);
    await Promise.race([sample.ended, aborted(interrupted.signal)]);
    return exitCodes.ok;
  } finally {
    await sample.stop();
    if (options.once && ok) rmSync(dataFolder, { recursive: true, force: true });
    else if (options.once) process.stderr.write(`Datamappen är kvar: ${dataFolder}\n`);
  }
};

const aborted = (signal: AbortSignal): Promise<"aborted"> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve("aborted");
    signal.addEventListener(
      "abort",
      () => {
        resolve("aborted");
      },
      { once: true },
    );
  });

/** Why the run ended early, in one line, and the exit code that goes with it. */
const report = (error: unknown): ExitCode => {
  if (error instanceof InputRefused) {
    process.stdout.write(`${JSON.stringify({ errors: error.errors })}\n`);
    return exitCodes.refused;
  }
  if (error instanceof MissingPart || error instanceof DataFolderLocked) {
    process.stderr.write(`${error.message}\n`);
    return exitCodes.missing;
  }
  // The application has said why on its own.
  if (error instanceof ApplicationEnded)
    return error.exitCode === exitCodes.missing ? exitCodes.missing : exitCodes.fault;
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.name) : "Okänt fel"}\n`);
  return exitCodes.fault;
};

try {
  process.exitCode = await main(readOptions(process.argv.slice(2)));
} catch (error) {
  process.exitCode = report(error);
}
