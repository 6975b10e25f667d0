import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { LocalDate, Month } from "../../contracts/dates.js";
import { messageSchema, type ServeMessage, type ServeRequest } from "../serve/protocol.js";
import type { CaseProgress } from "../serve/month-status.js";

const entry = fileURLToPath(new URL("../serve/main.ts", import.meta.url));
/** Workers are given their time to end; a process that does not is killed. */
const stopTimeoutMs = 30_000;

/** The application in a process of its own, so that it can be stopped, or die, without the simulated systems. */
export type ApplicationProcess = {
  readonly pid: number;
  readonly status: () => Promise<readonly CaseProgress[]>;
  readonly beginDay: (today: LocalDate) => Promise<void>;
  readonly verify: () => Promise<{ readonly events: number; readonly head: string; readonly verified: boolean }>;
  /** Resolves with the exit code when the process has ended; null where a signal ended it. */
  readonly exited: Promise<number | null>;
  readonly stop: () => Promise<void>;
  readonly kill: () => Promise<void>;
};

/** The application ended before it was ready. Its own words are on stderr already. */
export class ApplicationEnded extends Error {
  override readonly name = "ApplicationEnded";
  readonly exitCode: number | null;
  constructor(exitCode: number | null) {
    super("The application ended before it was ready.");
    this.exitCode = exitCode;
  }
}

type Asked = ServeRequest extends infer Request
  ? Request extends { id: number }
    ? Omit<Request, "id">
    : never
  : never;

/** Starts the application and resolves when it is ready. @throws ApplicationEnded where it ends before that. */
export const startApplicationProcess = async (options: {
  readonly month: Month;
  readonly today: LocalDate;
  readonly environment: Readonly<Record<string, string | undefined>>;
}): Promise<ApplicationProcess> => {
  const child = fork(entry, ["--month", options.month, "--today", options.today], {
    execArgv: ["--import", "tsx"],
    env: { ...options.environment },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    // Ctrl+C reaches the one who started us first, who stops the application in order.
    detached: true,
  });
  const exited = once(child, "exit").then(([code]) => (typeof code === "number" ? code : null));
  const answers = listen(child);
  await Promise.race([
    answers.ready,
    exited.then((code) => {
      throw new ApplicationEnded(code);
    }),
  ]);
  const ask = async (request: Asked): Promise<ServeMessage> => {
    const answer = answers.next();
    child.send({ ...request, id: answer.id });
    const gone = exited.then((code) => {
      throw new ApplicationEnded(code);
    });
    return Promise.race([answer.message, gone]);
  };
  const end = async (signal: "SIGTERM" | "SIGKILL"): Promise<void> => {
    child.kill(signal);
    const timer = setTimeout(() => child.kill("SIGKILL"), stopTimeoutMs);
    await exited;
    clearTimeout(timer);
  };
  return {
    pid: child.pid ?? 0,
    exited,
    status: async () => expected(await ask({ ask: "status" }), "status").cases,
    beginDay: async (today) => {
      expected(await ask({ ask: "begin-day", today }), "day-begun");
    },
    verify: async () => expected(await ask({ ask: "verify" }), "verified").log,
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
  };
};

const expected = <Say extends ServeMessage["say"]>(
  message: ServeMessage,
  say: Say,
): Extract<ServeMessage, { say: Say }> => {
  if (isSaying(message, say)) return message;
  throw new Error("The application could not answer; its technical log says why.");
};

const isSaying = <Say extends ServeMessage["say"]>(
  message: ServeMessage,
  say: Say,
): message is Extract<ServeMessage, { say: Say }> => message.say === say;

/** Pairs answers with questions by number. */
const listen = (child: ChildProcess) => {
  const waiting = new Map<number, (message: ServeMessage) => void>();
  let lastId = 0;
  const ready = new Promise<void>((resolve) => {
    child.on("message", (raw) => {
      const message = messageSchema.parse(raw);
      if (message.say === "ready") {
        resolve();
        return;
      }
      waiting.get(message.id)?.(message);
      waiting.delete(message.id);
    });
  });
  const next = (): { readonly id: number; readonly message: Promise<ServeMessage> } => {
    lastId += 1;
    const id = lastId;
    return { id, message: new Promise((resolve) => waiting.set(id, resolve)) };
  };
  return { ready, next };
};
