import { z } from "zod";
import { codesOf, type CodeEntry } from "./codes/coded.js";
import { findingCodeSchema } from "./codes/findings.js";
import { readingKeySchema } from "./codes/open-readings.js";
import { reasonSchema } from "./codes/reasons.js";
import { roles, roleSchema } from "./codes/roles.js";
import { monthSchema } from "./dates.js";
import { oreSchema, signedOreSchema } from "./money.js";

/** A sum over many households in öre: it may pass what one household's amount can be. */
const sumSchema = z.int();
const countSchema = z.int().min(0);

/** What other rules may do to a case. One case may be touched in several ways; a case touched in none is unchanged. */
export const rehearsalEffects = {
  more: { title: "Får mer" },
  less: { title: "Får mindre" },
  "newly-prefilled": { title: "Blir klar att besluta" },
  "newly-routed": { title: "Går till en person" },
  "newly-without-right": { title: "Får inget underskott längre" },
  "newly-with-right": { title: "Får ett underskott" },
  "amount-lost": { title: "Beloppet går inte längre att räkna" },
  "amount-found": { title: "Beloppet går att räkna" },
  "reasons-differ": { title: "Andra skäl till en person" },
  "mandate-differs": { title: "Annan delegation" },
  "letter-differs": { title: "Annat innehåll i brevet" },
} as const satisfies Record<string, CodeEntry>;
/** Code of something that other rules do to a case. */
export const rehearsalEffectSchema = z.enum(codesOf(rehearsalEffects));
export type RehearsalEffect = z.output<typeof rehearsalEffectSchema>;

/** How many are touched. A case is one household's month; where nobody says which months are one household's, each is. */
export const tallySchema = z.strictObject({
  cases: countSchema,
  households: countSchema,
  /** Children in the homes of the cases, visiting children with them; a child counts once for every month. */
  children: countSchema,
  /** What the calculations come to after less before, where both are known. */
  differenceOre: sumSchema,
});
export type Tally = z.output<typeof tallySchema>;

const groupSchema = z.strictObject({
  all: tallySchema,
  changed: tallySchema,
  effects: z.record(rehearsalEffectSchema, tallySchema),
  /** The middle one of the differences that are not zero; of two in the middle the one nearer zero. Null: none. */
  medianOre: signedOreSchema.nullable(),
});
export type RehearsalGroup = z.output<typeof groupSchema>;

const optionSchema = z.string();
const readingChangeSchema = z.strictObject({
  key: readingKeySchema,
  /** The option, or `unset`. */
  before: optionSchema,
  after: optionSchema,
});
export type ReadingChange = z.output<typeof readingChangeSchema>;

/** Who may make the decision the calculation comes to. Null: nobody by the delegation order, or no known amount. */
const mandateSchema = z.strictObject({ item: z.string(), role: roleSchema }).nullable();
export type RehearsedMandate = z.output<typeof mandateSchema>;

/** Who may decide, in words: "3.2 Handläggare". */
export const mandateInWords = (mandate: RehearsedMandate): string =>
  mandate === null ? "ingen punkt" : `${mandate.item} ${roles[mandate.role].title}`;

/** A kind of row or finding that a letter would tell otherwise. */
const letterPartSchema = z.strictObject({
  of: z.enum(["line", "finding"]),
  /** Kind of line, or code of the finding. */
  kind: z.string(),
  provision: z.string(),
  differs: z.array(z.enum(["arises", "goes", "words", "amount", "citations"])).min(1),
});
export type LetterPart = z.output<typeof letterPartSchema>;

const sideSchema = z.strictObject({
  outcome: z.enum(["prefilled", "referred", "waiting"]),
  /** What the calculation comes to, never below zero; null where it cannot be told. No grant: a person decides. */
  amountOre: oreSchema.nullable(),
  /** Need less means; negative is a surplus. */
  shortfallOre: signedOreSchema.nullable(),
  reasons: z.array(reasonSchema),
});

const findingChangeSchema = z.strictObject({
  code: findingCodeSchema,
  provision: z.string(),
  change: z.enum(["arises", "goes"]),
  text: z.string().exactOptional(),
});

/** A case that would come out otherwise, with what makes it. The rows and texts are as sensitive as the case itself. */
export const rehearsedCaseSchema = z.strictObject({
  ref: z.string(),
  month: monthSchema,
  adults: countSchema,
  children: countSchema,
  effects: z.array(rehearsalEffectSchema).min(1),
  before: sideSchema,
  after: sideSchema,
  /** Null where one of the amounts cannot be told. */
  differenceOre: signedOreSchema.nullable(),
  reasonsArisen: z.array(reasonSchema),
  reasonsGone: z.array(reasonSchema),
  /** Choices of open readings that by themselves make the difference. */
  readings: z.array(readingChangeSchema),
  /** Present where another item of the delegation order, or none, would hold. */
  mandate: z.strictObject({ before: mandateSchema, after: mandateSchema }).exactOptional(),
  letter: z.array(letterPartSchema),
  /**
   * What was decided for the month, and what the rules after come to less that: null where a person would decide it.
   * Absent: no decision is known.
   */
  decided: z.strictObject({ amountOre: oreSchema, differenceOre: signedOreSchema.nullable() }).exactOptional(),
  lines: z.array(
    z.strictObject({
      kind: z.enum(["norm", "cost", "income", "disregard"]),
      text: z.string(),
      /** Null: there is no such row. */
      beforeOre: oreSchema.nullable(),
      afterOre: oreSchema.nullable(),
    }),
  ),
  findings: z.array(findingChangeSchema),
});
export type RehearsedCase = z.output<typeof rehearsedCaseSchema>;

/** Why a case is not in the figures. It is always listed. */
export const rehearsalErrorSchema = z.strictObject({
  ref: z.string(),
  code: z.enum(["unreadable", "not-evaluated", "duplicate-ref"]),
  /** What is wrong, without any value of the case. */
  message: z.string(),
});
export type RehearsalError = z.output<typeof rehearsalErrorSchema>;

/**
 * What other rules would have done to a number of household months: `skalig.rehearsal.v1`. Amounts in öre. Everything
 * but `cases` is without anything that points at a household.
 */
export const rehearsalSchema = z
  .strictObject({
    schema: z.literal("skalig.rehearsal.v1"),
    /** First and last month among the cases; null where there are none. */
    months: z.strictObject({ first: monthSchema, last: monthSchema }).nullable(),
    summary: groupSchema,
    /** Each benefit month, and each calendar year as far as the months reach. */
    byMonth: z.array(z.strictObject({ month: monthSchema, group: groupSchema })),
    byYear: z.array(z.strictObject({ year: z.string(), months: countSchema, group: groupSchema })),
    byHousehold: z.array(z.strictObject({ adults: countSchema, children: countSchema, group: groupSchema })),
    /** Households with children (3 kap. SoL), and what those who get more or less come to for each child and month. */
    children: z.strictObject({
      group: groupSchema,
      morePerChildOre: sumSchema.nullable(),
      lessPerChildOre: sumSchema.nullable(),
    }),
    /** Differences that are not zero, from the largest loss to the largest gain; both ends included, null: no bound. */
    distribution: z.array(
      z.strictObject({
        fromOre: signedOreSchema.nullable(),
        toOre: signedOreSchema.nullable(),
        cases: countSchema,
      }),
    ),
    reasonsArisen: z.array(z.strictObject({ reason: reasonSchema, tally: tallySchema })),
    reasonsGone: z.array(z.strictObject({ reason: reasonSchema, tally: tallySchema })),
    readings: z.array(readingChangeSchema.extend({ tally: tallySchema })),
    mandates: z.array(z.strictObject({ before: mandateSchema, after: mandateSchema, tally: tallySchema })),
    letters: z.array(letterPartSchema.omit({ differs: true }).extend({ tally: tallySchema })),
    /**
     * Changed cases whose decision is known: the calculation after less what was decided. Decided months are never
     * touched by a new rule; the figure says what it would have meant.
     */
    againstDecided: z.strictObject({ more: tallySchema, less: tallySchema }),
    /** By month and reference. */
    cases: z.array(rehearsedCaseSchema),
    errors: z.array(rehearsalErrorSchema),
  })
  .meta({ id: "Rehearsal", title: "skalig.rehearsal.v1" });
export type Rehearsal = z.output<typeof rehearsalSchema>;

/** The figures of a rehearsal: everything of it that points at no household. */
export const rehearsalFiguresSchema = rehearsalSchema.omit({ cases: true, errors: true });
export type RehearsalFigures = z.output<typeof rehearsalFiguresSchema>;

/** What each option of an open reading would come to over the same cases: `skalig.reading-rehearsal.v1`. */
export const readingRehearsalSchema = z
  .strictObject({
    schema: z.literal("skalig.reading-rehearsal.v1"),
    key: readingKeySchema,
    /** Options in force in the months of the cases; `unset` where none is chosen. */
    chosen: z.array(optionSchema),
    cases: countSchema,
    /** Cases in which the options do not all come to the same. */
    dependent: z.strictObject({ cases: countSchema, households: countSchema, children: countSchema }),
    options: z.array(
      z.strictObject({
        option: optionSchema,
        /** Sum of what the dependent cases come to, where every option gives a known amount. */
        totalOre: sumSchema,
        /** The same less the option that gives the households least. */
        aboveLeastOre: sumSchema,
        /** Against what the rules come to now: not counted where that is not known. */
        more: tallySchema,
        less: tallySchema,
        /** Cases that would no longer, or newly, need a person. */
        newlyPrefilled: tallySchema,
        newlyRouted: tallySchema,
      }),
    ),
    errors: z.array(rehearsalErrorSchema),
  })
  .meta({ id: "ReadingRehearsal", title: "skalig.reading-rehearsal.v1" });
export type ReadingRehearsal = z.output<typeof readingRehearsalSchema>;
