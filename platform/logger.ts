import { pino } from "pino";
import { scrubPersonalNumbers, scrubbed } from "./scrub.js";

/** The fields a technical log line may carry. Codes, ids, counts and times; there is no field for free text. */
export type LogFields = {
  readonly activity?: string;
  readonly address?: string;
  readonly attempt?: number;
  readonly caseId?: string;
  readonly code?: string;
  readonly count?: number;
  readonly durationMs?: number;
  readonly fault?: string;
  readonly method?: string;
  readonly part?: string;
  readonly pid?: number;
  readonly port?: number;
  readonly portal?: string;
  readonly queue?: string;
  /** The route's pattern, such as `/api/cases/:id`; never the address that was asked for. */
  readonly route?: string;
  readonly seq?: number;
  readonly signal?: string;
  /** From `framesOf`: where an error arose, without what it says. */
  readonly stack?: string;
  readonly state?: string;
  readonly status?: number;
  readonly version?: string;
  readonly workflow?: string;
};

const allowed = {
  activity: true,
  address: true,
  attempt: true,
  caseId: true,
  code: true,
  count: true,
  durationMs: true,
  fault: true,
  method: true,
  part: true,
  pid: true,
  port: true,
  portal: true,
  queue: true,
  route: true,
  seq: true,
  signal: true,
  stack: true,
  state: true,
  status: true,
  version: true,
  workflow: true,
} as const satisfies Record<keyof LogFields, true>;

/** How serious a line is. `silent` is for tests. */
export const logLevels = ["silent", "error", "warn", "info", "debug"] as const;
export type LogLevel = (typeof logLevels)[number];

/** What happened, as `thing.verb`. */
export type LogEvent = `${string}.${string}`;

/** The technical log. The legal log is `audit/`: neither replaces the other. */
export type Logger = Readonly<Record<Exclude<LogLevel, "silent">, (event: LogEvent, fields?: LogFields) => void>>;

/**
 * A logger that writes JSON lines. Fields off the list are left out, and a line that still holds something like a
 * personal number is scrubbed and followed by `log.tripwire`.
 */
export const createLogger = ({
  level,
  write,
}: {
  readonly level: LogLevel;
  readonly write: (line: string) => void;
}): Logger => {
  const sink = {
    write: (line: string): void => {
      const clean = scrubPersonalNumbers(line);
      write(clean);
      if (clean !== line) write(`${JSON.stringify({ level: "error", event: "log.tripwire", code: scrubbed })}\n`);
    },
  };
  const base = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    sink,
  );
  const at =
    (method: Exclude<LogLevel, "silent">) =>
    (event: LogEvent, fields: LogFields = {}): void => {
      base[method]({ event, ...onlyAllowed(fields) });
    };
  return { error: at("error"), warn: at("warn"), info: at("info"), debug: at("debug") };
};

const onlyAllowed = (fields: LogFields): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => key in allowed));

/** Where an error arose: its frames without its message, which may quote what it was given. */
export const framesOf = (error: unknown): string =>
  error instanceof Error && error.stack !== undefined
    ? error.stack
        .split("\n")
        .filter((line) => /^\s+at /.test(line))
        .join("\n")
    : "";
