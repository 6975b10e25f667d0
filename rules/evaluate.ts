import type { Case } from "../contracts/case.js";
import {
  optionsOf,
  readingChoicesSchema,
  type ReadingChoices,
  type ReadingKey,
} from "../contracts/codes/open-readings.js";
import type { Reason } from "../contracts/codes/reasons.js";
import type { Ore } from "../contracts/money.js";
import type { StoppedRule } from "../contracts/rule-pack.js";
import type { Finding, ReceiptLine } from "../contracts/receipt.js";
import { factsOf, type Facts } from "./facts.js";
import type { Parameters } from "./parameters.js";
import type { Context, Counted, Evaluation, Found, Part, Provision } from "./provision.js";
import { needExceedsMeans } from "./provisions/need-exceeds-means.js";
import { isWholeKronor, roundOre } from "./rounding.js";
import { provisions } from "./rulebook.js";
import { canBeSettled } from "./routing/path.js";

/** The amounts of an assessment. Null where an amount cannot be computed. */
export type Figures = {
  readonly personalOre: Ore | null;
  readonly commonOre: Ore | null;
  readonly normOre: Ore | null;
  readonly costsOre: Ore | null;
  readonly countedIncomeOre: Ore | null;
  readonly shortfallOre: Ore | null;
};

/** What one evaluation came to, under one set of choices. */
export type Evaluated = {
  readonly figures: Figures;
  readonly lines: readonly ReceiptLine[];
  readonly findings: readonly Finding[];
  /** Every open reading that was asked for, with the choice, or `unset`. */
  readonly consulted: Readonly<Record<string, string>>;
  /** Readings that were asked for, matter, and are not chosen. */
  readonly open: readonly ReadingKey[];
};

type Readings = {
  readonly reading: Context["reading"];
  readonly consulted: Record<string, string>;
  readonly open: Set<ReadingKey>;
};

/** The first option of every reading stands in where none is chosen; the caller evaluates the others. */
export const firstOptions = readingChoicesSchema
  .required()
  .parse(Object.fromEntries(readingChoicesSchema.keyof().options.map((key) => [key, optionsOf(key)[0]])));

const readingsOf = (choices: ReadingChoices): Readings => {
  const consulted: Record<string, string> = {};
  const open = new Set<ReadingKey>();
  return {
    consulted,
    open,
    reading: (key, matters = true) => {
      const chosen = choices[key];
      consulted[key] = chosen ?? "unset";
      if (chosen !== undefined) return chosen;
      if (matters) open.add(key);
      return firstOptions[key];
    },
  };
};

const add = (sum: Ore | null, amount: Ore | null): Ore | null =>
  sum === null || amount === null ? null : sum + amount;

const figuresOf = (parts: Readonly<Record<Part, Ore | null>>, reading: Context["reading"]): Figures => {
  const normOre = add(parts.personal, parts.common);
  const needOre = add(normOre, parts.cost);
  const exactOre = needOre === null || parts.income === null ? null : needOre - parts.income;
  const shortfallOre =
    exactOre === null || exactOre <= 0 || isWholeKronor(exactOre)
      ? exactOre
      : roundOre(exactOre, reading("round-result"));
  return {
    personalOre: parts.personal,
    commonOre: parts.common,
    normOre,
    costsOre: parts.cost,
    countedIncomeOre: parts.income,
    shortfallOre,
  };
};

const partNames = ["personal", "common", "cost", "income"] as const satisfies readonly Part[];

type Head = Pick<Provision, "id" | "basis">;
type Titled = Pick<Provision, "id" | "title">;

/** What is asked only because something is not known. */
const ofTheUnknown: ReadonlySet<Reason> = new Set<Reason>([
  "fact-missing",
  "source-waiting",
  "source-unavailable",
  "case-file-unread",
  "not-codified",
]);

/**
 * Of a protected person nothing is fetched once the mark has been seen. What is unknown for that reason is no question
 * of its own: all of it is one, and it is the mark's.
 */
const withoutQuestion = (found: Found): Found => {
  const { reason, ...rest } = found;
  const isUnknown = found.result === "cannot-tell" || reason === "case-file-unread";
  return isUnknown && reason !== undefined && ofTheUnknown.has(reason) ? rest : found;
};

/** The rule is worked out all the same, so that a person sees what it came to. */
const ruleStopped = ({ id, title }: Titled, { reason, since }: StoppedRule): Found => ({
  code: "rule-used",
  result: "cannot-tell",
  reason: "rule-stopped",
  factId: id,
  facts: [],
  text: `Regeln ”${title}” är stoppad sedan ${since}: ${reason}`,
});

/** What one provision came to, as it stands in the receipt. */
export type Taken = {
  readonly findings: readonly Finding[];
  readonly lines: readonly ReceiptLine[];
  readonly parts: Evaluation["parts"];
};

/** An evaluation under way: what each provision came to is cited, and then added up in turn. */
export type Run = {
  readonly context: Context;
  readonly cited: (provision: Head & Titled, evaluation: Evaluation) => Taken;
  readonly add: (taken: Taken) => void;
  readonly end: () => Evaluated;
};

/** What a case is evaluated by. */
export type Rules = { readonly parameters: Parameters; readonly choices: ReadingChoices };

/** What is needed to write a finding or a row as it stands in the receipt. */
type Citing = { readonly parameters: Parameters; readonly facts: Facts; readonly isProtected: boolean };

const findingOf =
  ({ id, basis }: Head, { parameters, facts, isProtected }: Citing) =>
  (seen: Found): Finding => {
    const found = isProtected ? withoutQuestion(seen) : seen;
    const { code, result, facts: read, reason, factId } = found;
    const cited = { provision: id, basis: parameters.cite(basis) };
    // Most conditions hold and have nothing to say: put together field by field they cost far less than a copy.
    const isPlain = reason === undefined && factId === undefined && !("text" in found) && !("amountOre" in found);
    const finding: Finding = isPlain ? { code, result, facts: read, ...cited } : { ...found, ...cited };
    const isSettled = reason !== undefined && canBeSettled(reason) && facts.isSettled(reason, factId);
    return isSettled ? { ...finding, settled: true } : finding;
  };

const lineOf =
  ({ id, basis }: Head, { parameters }: Citing) =>
  ({ kind, amountOre, verified, text, source, facts: read }: Counted): ReceiptLine => {
    const cited = parameters.cite(basis);
    return {
      kind,
      amountOre,
      provision: id,
      basis: source === undefined ? cited : [...cited, source],
      facts: read,
      verified,
      text,
    };
  };

/** Begins an evaluation of a case by one set of rules. */
export const runOf = (
  { value, facts }: { readonly value: Case; readonly facts: Facts },
  { parameters, choices }: Rules,
): Run => {
  const { reading, consulted, open } = readingsOf(choices);
  const findings: Finding[] = [];
  const lines: ReceiptLine[] = [];
  const parts: Record<Part, Ore | null> = { personal: 0, common: 0, cost: 0, income: 0 };
  const citing = { parameters, facts, isProtected: value.flags.protectedIdentity === true };
  const run: Run = {
    context: { calendar: parameters.calendar, parameters, reading, soFar: (part) => parts[part] },
    cited: (provision, evaluation) => {
      const found = evaluation.findings.map(findingOf(provision, citing));
      const counted = (evaluation.lines ?? []).map(lineOf(provision, citing));
      const stop = parameters.stopped(provision.id);
      const isUsed = found.length > 0 || counted.length > 0;
      if (stop !== undefined && isUsed) found.push(findingOf(provision, citing)(ruleStopped(provision, stop)));
      return { findings: found, lines: counted, parts: evaluation.parts };
    },
    add: (taken) => {
      for (const finding of taken.findings) findings.push(finding);
      for (const line of taken.lines) lines.push(line);
      if (taken.parts === undefined) return;
      for (const part of partNames) {
        const amount = taken.parts[part];
        if (amount !== undefined) parts[part] = add(parts[part], amount);
      }
    },
    end: () => {
      const figures = figuresOf(parts, reading);
      // A supplement is weighed against the decision of the month, not against a calculation of its own.
      const conclusions = value.kind === "supplement" ? [] : needExceedsMeans.conclude(figures.shortfallOre);
      run.add(run.cited(needExceedsMeans, { findings: conclusions }));
      return { figures, lines, findings, consulted, open: [...open] };
    },
  };
  return run;
};

/** Whether a provision has anything to say of a case. */
export const isOfCase = (provision: Provision, { kind, benefitMonth }: Case): boolean =>
  (kind === "renewal" || provision.onlyRenewals !== true) && benefitMonth >= provision.from;

/** Evaluates every provision once, under one set of choices. Pure. */
export const evaluate = (value: Case, rules: Rules): Evaluated => {
  const facts = factsOf(value);
  const run = runOf({ value, facts }, rules);
  for (const provision of provisions)
    if (isOfCase(provision, value)) run.add(run.cited(provision, provision.evaluate(facts, run.context)));
  return run.end();
};
