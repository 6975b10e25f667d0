import type { Check } from "../../contracts/api/case-view.js";
import { agencies } from "../../contracts/agencies.js";
import { findings, type FindingCode } from "../../contracts/codes/findings.js";
import { monthInWords, type Instant } from "../../contracts/dates.js";
import type { Receipt } from "../../contracts/receipt.js";
import type { Assessment } from "../../store/assessments.js";
import type { CaseFacts } from "./case-facts.js";

/** What a caseworker wants to see ticked, in this order. The receipt holds every finding. */
const shown: readonly FindingCode[] = [
  "income-paid",
  "register-unchanged",
  "household-unchanged",
  "signed-by-all",
  "plan-valid",
  "certificate-valid",
  "account-unchanged",
  "month-undecided",
  "no-assets",
  "income-declared",
  "cost-proved",
  "cost-within-guideline",
  "norm-in-force",
];

const resultOf = (receipt: Receipt, code: FindingCode): Check["result"] | undefined => {
  const found = receipt.findings.filter((finding) => finding.code === code);
  if (found.length === 0) return undefined;
  const open = found.filter(({ result, settled }) => result !== "met" && settled !== true);
  if (open.length === 0) return "ok";
  return open.some(({ result }) => result === "not-met") ? "differs" : "unknown";
};

const latest = (instants: readonly Instant[]): Instant | undefined => instants.toSorted().at(-1);

/** Findings that rest on what the case system said, and on nothing newer. */
const fromCaseFile: ReadonlySet<FindingCode> = new Set([
  "household-unchanged",
  "plan-valid",
  "certificate-valid",
  "account-unchanged",
  "month-undecided",
]);

/** When what a check rests on was read: from its source where it has one, else when the case was assessed. */
const readAtOf = (
  code: FindingCode,
  { facts, assessment }: { readonly facts: CaseFacts; readonly assessment: Assessment },
): Instant => {
  if (fromCaseFile.has(code)) return facts.caseFile?.readAt ?? assessment.madeAt;
  if (code !== "register-unchanged") return assessment.madeAt;
  const register = facts.sourceReadings.filter(({ source }) => source === "population").map(({ readAt }) => readAt);
  return latest(register) ?? assessment.madeAt;
};

const agencyCheck = (facts: CaseFacts): Check => {
  const readings = facts.sourceReadings.filter(({ source }) => source !== "population");
  const answered = agencies.filter((agency) => {
    const ofAgency = readings.filter(({ source }) => source === agency);
    return ofAgency.length > 0 && ofAgency.every(({ status }) => status !== "unavailable");
  });
  const at = latest(readings.map(({ readAt }) => readAt));
  const isComplete = answered.length === agencies.length;
  return {
    id: "agencies",
    text: isComplete
      ? `Alla ${String(agencies.length)} myndigheter har svarat`
      : `${String(answered.length)} av ${String(agencies.length)} myndigheter har svarat`,
    result: isComplete ? "ok" : "unknown",
    ...(at === undefined ? {} : { at }),
  };
};

const textOf = (code: FindingCode, facts: CaseFacts): string => {
  const since = facts.caseFile?.answer?.account?.unchangedSince;
  return code === "account-unchanged" && since !== undefined
    ? `Kontot oförändrat sedan ${monthInWords(since)}`
    : findings[code].title;
};

/** What the machine has checked, with the time of what it rests on. */
export const checksOf = (facts: CaseFacts, assessment: Assessment): Check[] => [
  agencyCheck(facts),
  ...shown.flatMap((code) => {
    const result = resultOf(assessment.receipt, code);
    return result === undefined
      ? []
      : [{ id: code, text: textOf(code, facts), result, at: readAtOf(code, { facts, assessment }) }];
  }),
];

/** What nobody but a person can know. Said on every case, so that silence is not taken for a check. */
export const notCheckedOf = (facts: CaseFacts): string[] => [
  ...(facts.documents.some(({ reading, declaredKind }) => (reading?.kind ?? declaredKind) === "bank-statement")
    ? []
    : ["Kontoutdrag: inget har lämnats in"]),
  ...(facts.row.children > 0 ? ["Barnens behov utöver normen"] : []),
  "Om någon annan bor i hemmet",
  "Pengar och tillgångar som ingen källa känner till",
];
