import { parseArgs } from "node:util";
import { householdIds } from "../../simulators/households/load.js";
import { monthSchema, type Month } from "../../contracts/dates.js";
import { refuse } from "../input-error.js";

/** How `npm start` was asked to run. */
export type StartOptions = {
  /** Runs the month without leaving the console up, in a temporary data folder. */
  readonly once: boolean;
  /** File for the summary, or undefined. */
  readonly summary?: string;
  readonly fresh: boolean;
  readonly data: string;
  readonly port: number;
  readonly open: boolean;
  readonly json: boolean;
  readonly month: Month;
  readonly households: readonly string[];
  /** Leaves every decision to the people at the console. */
  readonly leaveDecisions: boolean;
  /** Only to be told how to ask. */
  readonly help: boolean;
};

/** What `npm start -- --help` prints. */
export const startUsage = `npm start -- [val]

  --leave-decisions   låter alla beslut vänta på dig i konsolen
  --households 01,12  tar bara de hushållen (annars alla 24)
  --once              kör månaden en gång och lämnar inget kvar
  --summary FIL       skriver utfallet som JSON
  --json              skriver utfallet som JSON på standard ut
  --fresh             börjar om med en tom datamapp
  --data MAPP         datamappen (.skalig)
  --port N            konsolens port (4600, eller nästa lediga)
  --no-open           öppnar ingen webbläsare
  --month 2025-11     månaden som ansökningarna gäller`;

/** Reads the arguments of `npm start`. @throws InputRefused for one that is not understood. */
export const readOptions = (args: readonly string[]): StartOptions => {
  const { values } = parsed(args);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw refuse("--port", "not-a-port", "Porten är ett tal mellan 0 och 65535.");
  const month = monthSchema.safeParse(values.month);
  if (!month.success) throw refuse("--month", "not-a-month", "Månaden skrivs som 2025-11.");
  return {
    once: values.once,
    ...(values.summary !== undefined && { summary: values.summary }),
    fresh: values.fresh,
    data: values.data,
    port,
    open: !values["no-open"],
    json: values.json,
    month: month.data,
    households: households(values.households),
    leaveDecisions: values["leave-decisions"],
    help: values.help,
  };
};

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        once: { type: "boolean", default: false },
        summary: { type: "string" },
        fresh: { type: "boolean", default: false },
        data: { type: "string", default: ".skalig" },
        port: { type: "string", default: "4600" },
        "no-open": { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        month: { type: "string", default: "2025-11" },
        households: { type: "string" },
        "leave-decisions": { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    throw refuse("", "unknown-argument", error instanceof Error ? error.message : "Okänt argument.");
  }
};

const households = (list: string | undefined): readonly string[] => {
  const known = householdIds();
  if (list === undefined || list === "all") return known;
  const asked = list.split(",").map((id) => id.trim().padStart(2, "0"));
  const unknown = asked.filter((id) => !known.includes(id));
  if (unknown.length > 0)
    throw refuse("--households", "unknown-household", `Det finns inget hushåll ${unknown.join(", ")}.`);
  return asked;
};
