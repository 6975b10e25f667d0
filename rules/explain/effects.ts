import { reasons, type Reason } from "../../contracts/codes/reasons.js";
import type { FactEffect } from "../../contracts/explanation.js";
import { formatKronor } from "../../contracts/money.js";
import type { Assessed, Finding, ReceiptLine } from "../../contracts/receipt.js";

/** Every effect, in the order they are shown: the right itself, then the way to a decision, then any other way. */
export const effects = ["right", "prefilled", "outcome"] as const satisfies readonly FactEffect[];

/** Whether an effect can come about at all from what a case came to. */
export const isPossible = (effect: FactEffect, { outcome, shortfallOre }: Assessed): boolean => {
  switch (effect) {
    case "right":
      return shortfallOre !== null;
    case "prefilled":
      return outcome !== "prefilled";
    case "outcome":
      return true;
  }
};

/** Whether the changed case shows the effect. An amount that is not known shows no right, and no lack of it. */
export const shows = (effect: FactEffect, before: Assessed, after: Assessed): boolean => {
  switch (effect) {
    case "right":
      return (
        before.shortfallOre !== null &&
        after.shortfallOre !== null &&
        before.shortfallOre > 0 !== after.shortfallOre > 0
      );
    case "prefilled":
      return before.outcome !== "prefilled" && after.outcome === "prefilled";
    case "outcome":
      return before.outcome !== after.outcome;
  }
};

const isAsking = ({ reason, settled }: Finding): boolean => reason !== undefined && settled !== true;

/** Findings that rest on the calculation as a whole, not on facts they name. */
const ofTheWhole: ReadonlySet<Finding["code"]> = new Set<Finding["code"]>(["need-exceeds-means", "reading-chosen"]);

/** Whether a finding can turn with a fact: it read the fact or the list it stands in, or it is about the same record. */
const restsOn = ({ code, facts = [], factId }: Finding, path: string): boolean =>
  ofTheWhole.has(code) ||
  facts.some((read) => read === path || path.startsWith(`${read}.`)) ||
  (factId !== undefined && path.split(".").includes(factId));

/** Facts that enter need or means: what a cost comes to, and anything about a payment. */
const moneyPath = /^costs\.[^.]+\.appliedOre$|^(incomes|earnings)\./;

/**
 * Whether a change of the fact might show the effect, so that it is worth evaluating. A case stays with a person while
 * one reason stands that does not rest on the fact, and only costs and incomes are part of need and means.
 */
export const mightShow = (effect: FactEffect, path: string, before: Assessed): boolean => {
  const all = (asking: readonly Finding[]): boolean => asking.every((finding) => restsOn(finding, path));
  switch (effect) {
    case "right":
      return moneyPath.test(path);
    case "prefilled":
      return all(before.findings.filter(isAsking));
    case "outcome":
      return (
        before.outcome !== "referred" ||
        all(
          before.findings.filter(
            (finding) =>
              isAsking(finding) && finding.reason !== undefined && reasons[finding.reason].path === "referred",
          ),
        )
      );
  }
};

/**
 * How large a change has to be at least before it can show the effect: an amount never counts for more than itself, so
 * less than the whole distance between need and means does not turn the right.
 */
export const leastDifference = (effect: FactEffect, before: Assessed): number =>
  effect === "right" ? Math.abs(before.shortfallOre ?? 0) : 1;

const kr = (amountOre: number): string => `${formatKronor(amountOre)}\u00a0kr`;

const titlesOf = (codes: readonly Reason[]): string => codes.map((code) => reasons[code].title).join(", ");

const outcomeInWords = (before: Assessed, { outcome, reasons: after, grantOre }: Assessed): string => {
  const added = after.filter((reason) => !before.reasons.includes(reason));
  const why = titlesOf(added.length === 0 ? after : added);
  switch (outcome) {
    case "prefilled":
      return grantOre === null ? "Klart att besluta." : `Klart att besluta: ${kr(grantOre)}.`;
    case "referred":
      return `En person tar ställning: ${why}.`;
    case "waiting":
      return `Ärendet väntar: ${why}.`;
  }
};

/** What the case would become, in words. */
export const becomes = (effect: FactEffect, before: Assessed, after: Assessed): string => {
  if (effect !== "right") return outcomeInWords(before, after);
  const ore = after.shortfallOre ?? 0;
  if (ore > 0) return `Behovet blir ${kr(ore)} större än inkomsterna.`;
  return ore === 0 ? "Inkomsterna täcker hela behovet." : `Inkomsterna blir ${kr(-ore)} större än behovet.`;
};

const isSame = (one: Finding, other: Finding): boolean =>
  one.code === other.code &&
  one.result === other.result &&
  one.provision === other.provision &&
  one.reason === other.reason &&
  one.factId === other.factId &&
  one.settled === other.settled;

const notIn = (findings: readonly Finding[], others: readonly Finding[]): Finding[] =>
  findings.filter((finding) => !others.some((other) => isSame(finding, other)));

/** The provision that makes the fact matter: whose finding turns with it, and the one that reads it before others. */
export const decidedBy = (
  effect: FactEffect,
  { path, before, after }: { readonly path: string; readonly before: Assessed; readonly after: Assessed },
): Pick<Finding | ReceiptLine, "provision" | "basis"> | undefined => {
  const added = notIn(after.findings, before.findings);
  const gone = notIn(before.findings, after.findings);
  const turned =
    effect === "right"
      ? added.filter(({ code }) => code === "need-exceeds-means")
      : effect === "prefilled" || after.outcome === "prefilled"
        ? gone.filter(isAsking)
        : [...added.filter(isAsking), ...gone.filter(isAsking)];
  return (
    turned.find(({ facts }) => facts?.includes(path) === true) ??
    turned[0] ??
    [...after.lines, ...before.lines].find(({ facts }) => facts.includes(path))
  );
};
