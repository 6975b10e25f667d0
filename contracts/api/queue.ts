import { z } from "zod";
import { reasonSchema } from "../codes/reasons.js";
import { instantSchema, localDateSchema, monthSchema } from "../dates.js";
import { caseIdSchema } from "../ids.js";
import { oreSchema, signedOreSchema } from "../money.js";
import { caseStates } from "../process.js";

/** The tabs of the queue, in the order they are shown. */
export const queueTabs = {
  ready: "Klara att besluta",
  attention: "Behöver dig",
  waiting: "Väntar",
  mine: "Mina",
  closed: "Avslutade",
} as const;
export const queueTabSchema = z.enum(["ready", "attention", "waiting", "mine", "closed"]);
export type QueueTab = z.output<typeof queueTabSchema>;

/** What a waiting case waits for. */
export const waitsFor = {
  applicant: "på uppgift",
  comment: "på yttrande",
  source: "på källa",
} as const;
export const waitsForSchema = z.enum(["applicant", "comment", "source"]);
export type WaitsFor = z.output<typeof waitsForSchema>;

/** What the queue may be asked for; the same in the console's address and in the api's. */
export const queueQuerySchema = z.strictObject({
  tab: queueTabSchema.default("ready"),
  month: monthSchema.exactOptional(),
  /** Whose: mine, nobody's, or everyone's where absent. */
  assigned: z.enum(["me", "nobody"]).exactOptional(),
  reason: reasonSchema.exactOptional(),
  /** Of the waiting ones, those that wait for this. */
  waits: waitsForSchema.exactOptional(),
  /** Counted from 1. */
  page: z.coerce.number().int().min(1).max(1000).exactOptional(),
});
export type QueueQuery = z.output<typeof queueQuerySchema>;

/** Who a case is assigned to. */
export const assigneeSchema = z.strictObject({ name: z.string(), isMe: z.boolean() });

/** A case in the queue: enough to choose, never a name or a number of the household. */
export const queueRowSchema = z.strictObject({
  caseId: caseIdSchema,
  /** Short and readable, `2511-0412`; safe to say aloud. */
  reference: z.string(),
  month: monthSchema,
  /** "1 vuxen, 2 barn"; "Skyddade personuppgifter" for a restricted case. */
  household: z.string(),
  restricted: z.boolean(),
  state: z.enum(caseStates),
  /** Proposed or decided amount in öre; null where none can be proposed. */
  amountOre: oreSchema.nullable(),
  /** Difference from last month in öre; null where there is no last month. */
  differenceOre: signedOreSchema.nullable(),
  reasons: z.array(z.strictObject({ code: reasonSchema, title: z.string() })),
  waitingSince: instantSchema,
  /** The day an answer must be given; absent where no limit is set. */
  answerDue: localDateSchema.exactOptional(),
  /** Why the row stands where it does, in words: "barn i hushållet", "hyran förfaller 31 oktober". */
  need: z.array(z.string()),
  /** What a waiting case waits for; absent for the others. */
  waits: waitsForSchema.exactOptional(),
  assignedTo: assigneeSchema.nullable(),
});
export type QueueRow = z.output<typeof queueRowSchema>;

/** One page of a tab of the queue, with the counts of all tabs and what can be filtered on. */
export const queueViewSchema = z.strictObject({
  tab: queueTabSchema,
  counts: z.record(queueTabSchema, z.int().min(0)),
  /** How many of the waiting ones wait for what. */
  waiting: z.record(waitsForSchema, z.int().min(0)),
  rows: z.array(queueRowSchema),
  /** The page shown, how many there are, and the rows of all of them. */
  page: z.int().min(1),
  pages: z.int().min(1),
  total: z.int().min(0),
  /** Months with cases, newest first, and the reasons that occur in the tab. */
  months: z.array(monthSchema),
  reasons: z.array(z.strictObject({ code: reasonSchema, title: z.string(), count: z.int().min(1) })),
});
export type QueueView = z.output<typeof queueViewSchema>;
