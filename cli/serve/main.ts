import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { localDateSchema, monthSchema } from "../../contracts/dates.js";
import { readConfig, type Config } from "../../platform/config.js";
import { DataFolderLocked } from "../../platform/lock.js";
import { createLogger } from "../../platform/logger.js";
import { MissingPart } from "../../platform/missing.js";
import { exitCodes } from "../exit-codes.js";
import { startApplication, type Application } from "./application.js";
import { demonstrationStaff } from "./demonstration-staff.js";
import { requestSchema, type ServeMessage } from "./protocol.js";
import { requiredSettings } from "./required-settings.js";

/**
 * The application as one process: api and workers. Started by `npm start`, or by an operator with everything set in the
 * environment. Stops in good order on SIGTERM, SIGINT, or when the one who started it is gone.
 */
const main = async (config: Config): Promise<void> => {
  const { values } = parseArgs({ options: { month: { type: "string" }, today: { type: "string" } } });
  const logger = createLogger({ level: config.SKALIG_LOG_LEVEL, write: (line) => process.stderr.write(line) });
  const isDemonstration = config.SKALIG_MODE === "demo";
  const application = await startApplication({
    ...requiredSettings(config),
    consoleDir: fileURLToPath(new URL("../../dist/console", import.meta.url)),
    month: monthSchema.parse(values.month),
    ...(isDemonstration && values.today !== undefined && { today: localDateSchema.parse(values.today) }),
    staff: isDemonstration ? demonstrationStaff : [],
    logger,
  });
  const stop = once(async () => {
    await application.stop();
    if (process.connected) process.disconnect();
  });
  for (const signal of ["SIGTERM", "SIGINT", "disconnect"])
    process.on(signal, () => {
      stop().catch(failed);
    });
  process.on("message", (message) => {
    answer(application, message).catch(failed);
  });
  say({ say: "ready" });
  await application.done;
};

/** Tells the one who started us; that they are gone is noticed as a lost channel, not here. */
const say = (message: ServeMessage): void => {
  process.send?.(message, undefined, undefined, () => undefined);
};

const answer = async (application: Application, message: unknown): Promise<void> => {
  const request = requestSchema.parse(message);
  const { id } = request;
  try {
    switch (request.ask) {
      case "status":
        say({ say: "status", id, cases: await application.status() });
        return;
      case "begin-day":
        await application.beginDay(request.today);
        say({ say: "day-begun", id });
        return;
      case "verify": {
        const { ok, events, head } = await application.verify();
        say({ say: "verified", id, log: { events, head, verified: ok } });
        return;
      }
    }
  } catch {
    // The cause is in the technical log of whatever failed; the asker only has to know that there is no answer.
    say({ say: "failed", id });
  }
};

/** Runs `work` the first time only; a second signal waits for the same stop. */
const once = (work: () => Promise<void>): (() => Promise<void>) => {
  let running: Promise<void> | undefined;
  return () => (running ??= work());
};

/** Says why the application ended, in one line where it is something to be mended by whoever started it. */
const failed = (error: unknown): void => {
  if (error instanceof MissingPart || error instanceof DataFolderLocked) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = exitCodes.missing;
  } else {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.name) : "Okänt fel"}\n`);
    process.exitCode = exitCodes.fault;
  }
  if (process.connected) process.disconnect();
};

await main(readConfig()).catch(failed);
