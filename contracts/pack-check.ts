import { z } from "zod";
import { costTypeSchema } from "./codes/costs.js";
import { incomeTypeSchema } from "./codes/incomes.js";
import { packProblemCodeSchema } from "./codes/pack-problems.js";
import { roleSchema } from "./codes/roles.js";
import { localDateSchema, monthSchema } from "./dates.js";
import { oreSchema } from "./money.js";
import { decisionOutcomeSchema } from "./rule-pack.js";

/** The parts of a pack, by their keys. */
export const packTableSchema = z.enum([
  "riksnorm",
  "priceBaseAmounts",
  "legalPeriods",
  "incomeRules",
  "readings",
  "costRules",
  "incomeChange",
  "sourceWait",
  "materialAge",
  "completion",
  "leastAnswerTime",
  "paymentCutOff",
  "letterChannels",
  "delegation",
]);
export type PackTable = z.output<typeof packTableSchema>;

const inWords = { text: z.string() };

/** What falls in a hole: a household, a child, an income, a decision or a month, in words and as data. */
export const counterexampleSchema = z.discriminatedUnion("kind", [
  z.strictObject({ ...inWords, kind: z.literal("month"), month: monthSchema }),
  z.strictObject({
    ...inWords,
    kind: z.literal("household"),
    month: monthSchema,
    adults: z.int().min(1),
    children: z.int().min(0),
    costType: costTypeSchema.exactOptional(),
    amountOre: oreSchema.exactOptional(),
  }),
  z.strictObject({
    ...inWords,
    kind: z.literal("child"),
    month: monthSchema,
    age: z.int().min(0),
    lunchAway: z.boolean(),
  }),
  z.strictObject({ ...inWords, kind: z.literal("income"), month: monthSchema, incomeType: incomeTypeSchema }),
  z.strictObject({
    ...inWords,
    kind: z.literal("decision"),
    on: localDateSchema,
    outcome: decisionOutcomeSchema,
    amountOre: oreSchema,
    role: roleSchema.exactOptional(),
  }),
]);
export type Counterexample = z.output<typeof counterexampleSchema>;

/** Something wrong in a pack, with what falls in the hole. */
export const packProblemSchema = z.strictObject({
  code: packProblemCodeSchema,
  table: packTableSchema,
  /** Where in the pack: `costRules[3].caps[2]`. */
  row: z.string(),
  /** The row in Swedish: "Hyra från januari 2025, rad 3". */
  title: z.string(),
  /** What is wrong, in plain Swedish. */
  message: z.string(),
  counterexample: counterexampleSchema,
});
export type PackProblem = z.output<typeof packProblemSchema>;
