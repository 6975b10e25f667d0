import type { ShownCase } from "../../contracts/api/case-view.js";
import { costTypes } from "../../contracts/codes/costs.js";
import { openReadings, readingKeySchema } from "../../contracts/codes/open-readings.js";
import { monthInWords } from "../../contracts/dates.js";
import type { Sha256 } from "../../contracts/ids.js";
import type { Receipt } from "../../contracts/receipt.js";
import { canonicalJson, sha256Hex } from "../../platform/canonical.js";
import { calculationOf } from "./calculation.js";
import type { CaseFacts } from "./case-facts.js";
import { checksOf, notCheckedOf } from "./checks.js";
import { comparisonOf } from "./comparison.js";
import { correspondenceOf } from "./correspondence.js";
import { evidenceOf } from "./evidence.js";
import { householdOfCase, personsOf } from "./household.js";
import { madeDecisionOf } from "./made-decision.js";
import { closingOf, notesOf } from "./notes.js";
import { proposalOf, type Viewer } from "./proposal.js";
import { questionsOf, settledOf } from "./questions.js";
import { correctedOf } from "./corrected.js";
import { kr, until } from "./words.js";

/** The hash of exactly what is shown. */
export const hashOfShown = (shown: ShownCase): Sha256 => sha256Hex(canonicalJson(shown));

const standingOf = ({ caseFile, assessment }: CaseFacts): string[] => {
  const previous = assessment?.input.previous;
  const surplusOre = previous?.balanceOre ?? 0;
  return [
    ...(caseFile?.answer?.standingCosts ?? []).map(({ type, until: end, graceUntil }) =>
      graceUntil === undefined
        ? `${costTypes[type].title} godkänd ${until(end)}`
        : `${costTypes[type].title}: rådrum ${until(graceUntil)}`,
    ),
    ...(assessment?.receipt.findings ?? []).flatMap(({ code, text }) =>
      code === "stimulus-settled" && text !== undefined ? [text] : [],
    ),
    // The case system keeps means minus need: above zero is a surplus.
    ...(previous !== undefined && surplusOre > 0
      ? [`Överskott i ${monthInWords(previous.month)}: ${kr(surplusOre)}`]
      : []),
  ];
};

const variantsOf = ({ variants }: Receipt): ShownCase["variants"] =>
  variants.map(({ readings, amountOre }) => ({
    text: Object.entries(readings)
      .map(([key, option]) => `${titleOf(key)}: ${option}`)
      .join(", "),
    amountOre,
  }));

const titleOf = (key: string): string => {
  const known = readingKeySchema.safeParse(key);
  return known.success ? openReadings[known.data].title : key;
};

const promptsOf = ({ application, decision }: CaseFacts): string[] => {
  const message = application?.message?.trim() ?? "";
  return message === "" || decision !== undefined ? [] : [`Den sökande skriver: ”${message}”`];
};

/** A case exactly as it is shown to one person on one day. Pure: the same facts give the same page and the same hash. */
export const shownCase = (facts: CaseFacts, viewer: Viewer): ShownCase => {
  const { row, assessment } = facts;
  const input = assessment?.input;
  const calculation =
    assessment === undefined ? [] : calculationOf(assessment.input, { receipt: assessment.receipt, facts });
  const questions =
    assessment === undefined
      ? []
      : questionsOf(facts, {
          input: assessment.input,
          receipt: assessment.receipt,
          canBeSettled: viewer.rules.canBeSettled,
        });
  const used = new Set(calculation.flatMap(({ provisionIds }) => provisionIds));
  return {
    caseId: row.id,
    reference: row.number,
    month: row.benefitMonth,
    kind: row.kind,
    state: row.state,
    receivedAt: row.receivedAt,
    household: householdOfCase(row, input),
    persons: personsOf(facts.members, input),
    restricted: row.protected,
    ...(row.answerDue === null ? {} : { answerDue: row.answerDue }),
    comparison: comparisonOf(input, { rows: calculation, questions }),
    prompts: promptsOf(facts),
    questions,
    settled: settledOf(facts),
    corrected: correctedOf(facts),
    checks: assessment === undefined ? [] : checksOf(facts, assessment),
    notChecked: notCheckedOf(facts),
    calculation,
    variants: assessment === undefined ? [] : variantsOf(assessment.receipt),
    standing: standingOf(facts),
    evidence: evidenceOf(facts, { canDraw: viewer.canDraw }),
    provisions: viewer.rules.provisions(row.benefitMonth).filter(({ id }) => used.has(id)),
    rulebookVersion: assessment?.rulebookVersion ?? viewer.rules.rulebookVersion,
    letterAvailable: facts.decision !== undefined || (assessment?.amountOre ?? null) !== null,
    proposal: proposalOf(facts, { viewer, questions }),
    correspondence: correspondenceOf(facts),
    notes: notesOf(facts),
    decision: madeDecisionOf(facts),
    closing: closingOf(facts),
    sequence: assessment?.sequence ?? null,
  };
};
