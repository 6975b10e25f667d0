import type { Flags } from "../contracts/case-circumstances.js";
import type { FindingCode } from "../contracts/codes/findings.js";
import type { Reason } from "../contracts/codes/reasons.js";
import type { Facts } from "./facts.js";
import type { Found } from "./provision.js";

/** The condition holds. */
export const met = (code: FindingCode, facts: string[], text?: string): Found => ({
  code,
  result: "met",
  facts,
  ...(text === undefined ? {} : { text }),
});

/** What a finding says when the condition does not hold, or nobody knows. */
type Question = {
  readonly reason: Reason;
  readonly text: string;
  readonly factId?: string;
  readonly amountOre?: number;
};

/** The condition does not hold, and a person has to look. */
export const notMet = (code: FindingCode, facts: string[], question: Question): Found => ({
  code,
  result: "not-met",
  facts,
  ...question,
});

/** Nobody knows whether the condition holds. */
export const cannotTell = (code: FindingCode, facts: string[], question: Question): Found => ({
  code,
  result: "cannot-tell",
  facts,
  ...question,
});

/** A fact that is needed is not there. Never read as zero or no. */
export const missing = (
  code: FindingCode,
  facts: string[],
  { factId, what }: { factId: string; what: string },
): Found => cannotTell(code, facts, { reason: "fact-missing", factId, text: `Uppgift saknas: ${what}.` });

type FlagCondition = {
  readonly flag: keyof Flags;
  readonly expected: boolean;
  readonly reason: Reason;
  readonly what: string;
  readonly text: string;
};

/** A condition on one flag: as expected, otherwise, or unknown. */
export const flagFinding = (code: FindingCode, facts: Facts, condition: FlagCondition): Found => {
  const mark = facts.mark();
  const value = facts.flags.get(condition.flag);
  const read = facts.since(mark);
  if (value === undefined) return missing(code, read, { factId: condition.flag, what: condition.what });
  if (value === condition.expected) return met(code, read);
  return notMet(code, read, { reason: condition.reason, text: condition.text });
};
