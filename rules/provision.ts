import type { FindingCode } from "../contracts/codes/findings.js";
import type { ReadingKey, ReadingOption } from "../contracts/codes/open-readings.js";
import type { Reason } from "../contracts/codes/reasons.js";
import type { Month } from "../contracts/dates.js";
import type { Ore } from "../contracts/money.js";
import type { CitationKey } from "../contracts/rule-pack.js";
import type { Facts } from "./facts.js";
import type { Calendar, Parameters } from "./parameters.js";

/** What a provision may use beside the facts. */
export type Context = {
  readonly calendar: Calendar;
  readonly parameters: Parameters;
  /**
   * The chosen option of an open reading. `matters: false` where the caller knows that every option gives the same,
   * so that an unset reading needs no evaluation of each.
   */
  readonly reading: <Key extends ReadingKey>(key: Key, matters?: boolean) => ReadingOption<Key>;
  /** What the provisions before this one have come to. */
  readonly soFar: (part: Part) => Ore | null;
};

/** A finding before the rulebook adds its provision and legal basis. */
export type Found = {
  readonly code: FindingCode;
  readonly result: "met" | "not-met" | "cannot-tell";
  readonly reason?: Reason;
  readonly factId?: string;
  readonly text?: string;
  readonly amountOre?: Ore;
  readonly facts: string[];
};

/** A row of the calculation before the rulebook adds its provision and legal basis. */
export type Counted = {
  readonly kind: "norm" | "cost" | "income" | "disregard";
  readonly amountOre: Ore;
  readonly verified: boolean;
  readonly text: string;
  readonly facts: string[];
  /** Where the amount itself is read, beside the provision's own basis. */
  readonly source?: string;
};

/** The four parts of the arithmetic. `income` is what counts after disregards. */
export type Part = "personal" | "common" | "cost" | "income";

/** What came of one provision. A part that is null cannot be computed, and a finding says why. */
export type Evaluation = {
  readonly findings: readonly Found[];
  readonly lines?: readonly Counted[];
  readonly parts?: Readonly<Partial<Record<Part, Ore | null>>>;
};

/** One condition or one calculation of the law. */
export type Provision = {
  readonly id: string;
  readonly title: string;
  /** What it rests on; the paragraph follows the month. */
  readonly basis: readonly CitationKey[];
  /** First month it applies to. */
  readonly from: Month;
  /** Set where it compares with an earlier decision, and so says nothing of a first application or a supplement. */
  readonly onlyRenewals?: true;
  /** What it does, in plain Swedish, for those who read the rules. */
  readonly explanation: string;
  readonly evaluate: (facts: Facts, context: Context) => Evaluation;
};
