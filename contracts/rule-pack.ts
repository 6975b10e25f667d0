import { z } from "zod";
import { costTypeSchema } from "./codes/costs.js";
import { incomeTypeSchema } from "./codes/incomes.js";
import { readingChoicesSchema, readingKeySchema } from "./codes/open-readings.js";
import { roleSchema, type Role } from "./codes/roles.js";
import { automaticChannelSchema } from "./delivery.js";
import { localDateSchema, monthSchema, type LocalDate } from "./dates.js";
import { oreSchema } from "./money.js";

/**
 * Who may change a row: parliament and government, the board, or a manager. `practice` is what no act says and
 * municipalities do alike, put together in the national layer: it is no law, and a court may read otherwise.
 */
export const rowClassSchema = z.enum(["law", "practice", "board-guideline", "operational"]);
export type RowClass = z.output<typeof rowClassSchema>;

/** How sure we are of a figure; the letters are explained in `rules/README.md`. */
export const confidenceSchema = z.enum(["A", "A-", "B+", "B", "B-", "C", "derived"]);

/** What every row of a pack carries: from when it holds, to when, who may change it, and where it is read. */
const dated = {
  from: monthSchema,
  /** Last month; absent where the row holds until another replaces it. */
  to: monthSchema.exactOptional(),
  class: rowClassSchema,
  source: z.string().min(5).max(400),
  /** The day by which those who decided the row are to look at it again. It changes no result, also when it has passed. */
  reviewBy: localDateSchema.exactOptional(),
};

/** Rows of the riksnorm table. `-lunch-away` is the column for children who eat lunch at preschool five days a week. */
export const normCellKeys = [
  "adult-single",
  "adult-couple",
  "child-0",
  "child-1-2",
  "child-3",
  "child-4-6",
  "child-7-10",
  "child-11-14",
  "child-15-18",
  "child-19-20",
  "child-0-lunch-away",
  "child-1-2-lunch-away",
  "child-3-lunch-away",
  "child-4-6-lunch-away",
  "common-1",
  "common-2",
  "common-3",
  "common-4",
  "common-5",
  "common-6",
  "common-7",
  "common-extra",
] as const;
export type NormCellKey = (typeof normCellKeys)[number];

/** A figure with where it was read. `verified: false` means that it may be shown but never granted on. */
export const citedAmountSchema = z.strictObject({
  amountOre: oreSchema,
  confidence: confidenceSchema,
  verified: z.boolean(),
  source: z.string().min(5).max(400),
});
export type CitedAmount = z.output<typeof citedAmountSchema>;

/**
 * The riksnorm of a period. A cell that was not found in any source is absent, and `absent` says why. Kronor per month,
 * kept in öre.
 */
export const normTableSchema = z.strictObject({
  ...dated,
  to: monthSchema,
  cells: z.partialRecord(z.enum(normCellKeys), citedAmountSchema),
  absent: z.partialRecord(z.enum(normCellKeys), z.string().min(5).max(400)).exactOptional(),
});
export type NormTable = z.output<typeof normTableSchema>;

/** What a provision may cite. Which paragraph that is depends on the month. */
export const citationKeys = [
  "right-to-aid",
  "discretionary-aid",
  "available-for-work",
  "reduction",
  "calculation",
  "job-stimulus",
  "child-income",
  "norm-table",
  "norm-household",
  "start-inquiry",
  "hear-party",
  "responsible-municipality",
  "asylum-law",
  "agency-data",
  "recovery",
  "secrecy",
] as const;
export type CitationKey = (typeof citationKeys)[number];

/** A span of months under the same acts, with the paragraph for each thing that may be cited. */
export const legalPeriodSchema = z.strictObject({
  ...dated,
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  title: z.string(),
  verified: z.boolean(),
  /** Whether the rulebook expresses the law of the period; where not, every case goes to a person. */
  codified: z.boolean(),
  citations: z.partialRecord(z.enum(citationKeys), z.string()),
});
export type LegalPeriod = z.output<typeof legalPeriodSchema>;

/** What to do with a kind of income. `deposit` and `person` always go to a person. */
export const incomeTreatmentSchema = z.enum(["counts", "does-not-count", "deposit", "person"]);
export type IncomeTreatment = z.output<typeof incomeTreatmentSchema>;

const incomeRuleSchema = z.strictObject({ ...dated, type: incomeTypeSchema, treatment: incomeTreatmentSchema });

const packHead = {
  schema: z.literal("skalig.pack.v1"),
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  version: z.string().regex(/^[0-9A-Za-z.-]{1,40}$/),
  title: z.string().min(1).max(200),
};

/** What parliament and government have decided: tables, amounts and paragraphs by month. */
export const nationalPackSchema = z.strictObject({
  ...packHead,
  layer: z.literal("national"),
  riksnorm: z.array(normTableSchema),
  priceBaseAmounts: z.array(z.strictObject({ ...dated, to: monthSchema, amount: citedAmountSchema })),
  legalPeriods: z.array(legalPeriodSchema),
  incomeRules: z.array(incomeRuleSchema),
});
export type NationalPack = z.output<typeof nationalPackSchema>;

/** A reading that the municipality has chosen. */
export const chosenReadingSchema = z
  .strictObject({ ...dated, key: readingKeySchema, option: z.string() })
  .superRefine((row, context) => {
    if (!readingChoicesSchema.safeParse({ [row.key]: row.option }).success)
      context.addIssue({ code: "custom", path: ["option"], message: `Är inget av valen för ${row.key}.` });
  });

/**
 * How one kind of cost is judged: the guideline by household, and how much it may differ from last month.
 * A cost outside goes to a person; nothing here ever lowers a cost.
 */
export const costRuleSchema = z.strictObject({
  ...dated,
  type: costTypeSchema,
  /** The first row whose bounds hold the household applies. Absent bound = no bound. */
  caps: z
    .array(
      z.strictObject({
        maxAdults: z.int().min(1).exactOptional(),
        maxChildren: z.int().min(0).exactOptional(),
        capOre: oreSchema,
      }),
    )
    .min(1),
  /** How far the amount may differ from last month's approved amount without a question. */
  changeOre: oreSchema,
  /** Whether the applicant's own statement is enough where the amount is as last month. */
  declaredIsEnough: z.boolean(),
});
export type CostRule = z.output<typeof costRuleSchema>;

/** What a decision may come to, as the delegation order speaks of it. */
export const decisionOutcomeSchema = z.enum([
  "granted",
  "partly-granted",
  "refused",
  "written-off",
  "discretionary",
  "reduced",
  "recovery",
]);
export type DecisionOutcome = z.output<typeof decisionOutcomeSchema>;

/**
 * A decision function that the board describes: which decisions it could make, and that it makes none. No code reads it
 * to decide anything; `on` is there to be refused (`automation-on`).
 */
export const automatedFunctionSchema = z.strictObject({
  name: z.string().min(3).max(80),
  on: z.boolean(),
});

/**
 * An item of the delegation order, for a role or for a named automated function. Takes effect only with the board's
 * decision (6 kap. 37–38 §§ KL).
 */
const delegationRowSchema = z.strictObject({
  from: localDateSchema,
  to: localDateSchema.exactOptional(),
  class: z.literal("board-guideline"),
  source: z.string().min(5).max(400),
  reviewBy: localDateSchema.exactOptional(),
  /** Item number in the delegation order, "3.2". */
  item: z.string().min(1).max(20),
  title: z.string().min(1).max(200),
  role: roleSchema.exactOptional(),
  /** In place of a role. */
  automated: automatedFunctionSchema.exactOptional(),
  outcomes: z.array(decisionOutcomeSchema).min(1),
  /** Up to and including; absent = no limit. */
  upToOre: oreSchema.exactOptional(),
  /** Date and paragraph of the board's minutes. */
  boardMinute: z.string().min(5).max(100),
});
export const delegationItemSchema = delegationRowSchema.refine(
  ({ role, automated }) => (role === undefined) !== (automated === undefined),
  { path: ["role"], message: "En punkt gäller en roll eller en automatisk funktion, inte båda." },
);
export type DelegationItem = z.output<typeof delegationItemSchema>;
/** An item that lets somebody decide. */
export type PersonalItem = DelegationItem & { readonly role: Role };

/** When the file of a day of payment leaves for the bank: after that nothing in it can be stopped. */
export const paymentCutOffSchema = z.strictObject({
  ...dated,
  weekdaysBefore: z.int().min(0).max(10),
  /** By the clock in Sweden, `14:00`. */
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
});
export type PaymentCutOff = z.output<typeof paymentCutOffSchema>;

/** What one municipality has decided for itself. It can route more to a person; it can never lower the norm. */
export const municipalPackSchema = z.strictObject({
  ...packHead,
  layer: z.literal("municipal"),
  municipality: z.string().min(1).max(80),
  readings: z.array(chosenReadingSchema),
  costRules: z.array(costRuleSchema),
  incomeRules: z.array(incomeRuleSchema),
  /** How much an income may differ from last month, in per cent. */
  incomeChange: z.array(z.strictObject({ ...dated, percent: z.int().min(0).max(100) })),
  /** How many days after the application a source that has not answered is asked again before a person takes over. */
  sourceWait: z.array(z.strictObject({ ...dated, days: z.int().min(0).max(60) })),
  /** How many days old what was read may be when a person decides; older is fetched again first. No row: no limit. */
  materialAge: z.array(z.strictObject({ ...dated, days: z.int().min(0).max(60) })),
  /**
   * How long an applicant has to complete an application when the system asks, and how many days before the last one
   * a reminder is sent. No row: the system asks for nothing by itself, and the case is a person's.
   */
  completion: z.array(
    z
      .strictObject({
        ...dated,
        answerDays: z.int().min(1).max(60),
        remindDaysBefore: z.int().min(1).max(59),
      })
      .refine(({ answerDays, remindDaysBefore }) => remindDaysBefore < answerDays, {
        path: ["remindDaysBefore"],
        message: "Påminnelsen ska komma före sista dagen och efter den första.",
      }),
  ),
  /**
   * The fewest days an applicant is given to answer, whoever asks: to complete (FL 23 §) or to comment (FL 25 §). No row:
   * the day is the caseworker's to set.
   */
  leastAnswerTime: z.array(z.strictObject({ ...dated, days: z.int().min(1).max(60) })),
  /** No row: nothing can be paid. */
  paymentCutOff: z.array(paymentCutOffSchema),
  /** How letters leave, the channel that is tried first named first. No row: every letter is a person's to send. */
  letterChannels: z.array(z.strictObject({ ...dated, channels: z.array(automaticChannelSchema).max(2) })),
  delegation: z.array(delegationItemSchema),
});
export type MunicipalPack = z.output<typeof municipalPackSchema>;

/** A rule pack: `skalig.pack.v1`. Amounts and limits by month, each with its source. */
export const packSchema = z
  .discriminatedUnion("layer", [nationalPackSchema, municipalPackSchema])
  .meta({ id: "RulePack", title: "skalig.pack.v1" });
export type RulePack = z.output<typeof packSchema>;

/** A provision that a person has stopped: whatever it touches goes to a person, with the reason. */
export type StoppedRule = { readonly provision: string; readonly reason: string; readonly since: LocalDate };

/** The packs one assessment is made with. Without an overlay, national law alone: every open reading unset. */
export type Packs = {
  readonly national: readonly NationalPack[];
  readonly municipal: MunicipalPack | undefined;
  readonly stopped?: readonly StoppedRule[];
};
