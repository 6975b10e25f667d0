import type { ShownCase } from "../../contracts/api/case-view.js";
import { costTypes, costTypeSchema } from "../../contracts/codes/costs.js";
import type { DecisionDraft } from "../../contracts/decision-draft.js";
import type { CaseFacts } from "./case-facts.js";
import { inSentence, kr } from "./words.js";

type Made = NonNullable<ShownCase["decision"]>;

const outcomeNames: Readonly<Record<string, string>> = {
  granted: "Beviljat",
  "partly-granted": "Delvis beviljat",
  refused: "Avslag",
};

/** What a cost of the case is called; its id where it is gone. */
const costName = (facts: CaseFacts, costId: string): string => {
  const type = costTypeSchema.safeParse(facts.assessment?.input.costs.find(({ id }) => id === costId)?.type);
  return type.success ? inSentence(costTypes[type.data].title) : costId;
};

/** What the decider wrote, in the order of the letter. */
const textsOf = (draft: DecisionDraft, facts: CaseFacts): Made["texts"] => [
  ...(draft.reasons === undefined ? [] : [{ heading: "Skäl", text: draft.reasons }]),
  ...(draft.reducedCosts ?? []).map(({ costId, approvedOre, why }) => ({
    heading: `Godkänt ${kr(approvedOre)} för ${costName(facts, costId)}`,
    text: why,
  })),
  ...(draft.emergency === undefined
    ? []
    : [{ heading: `Prövning av akut behov: ${kr(draft.emergency.grantedOre)}`, text: draft.emergency.text }]),
  ...(draft.discretionary === undefined
    ? []
    : [
        {
          heading: `12 kap. 2 § SoL, ${draft.discretionary.purpose}: ${kr(draft.discretionary.amountOre)} av ${kr(draft.discretionary.appliedOre)}`,
          text: draft.discretionary.reasons,
        },
      ]),
  ...(draft.childPerspective === undefined ? [] : [{ heading: "Barnens situation", text: draft.childPerspective }]),
  ...(draft.communicationUnneeded === undefined
    ? []
    : [{ heading: "Varför uppgifterna inte kommunicerades", text: draft.communicationUnneeded }]),
  ...(draft.reservation === undefined ? [] : [{ heading: "Förbehåll om ändring", text: draft.reservation }]),
  ...(draft.participants === undefined
    ? []
    : [{ heading: "Andra som har deltagit", text: draft.participants.join(", ") }]),
  ...(draft.dissent === undefined
    ? []
    : [{ heading: `Avvikande mening: ${draft.dissent.by}`, text: draft.dissent.text }]),
];

/** The decision that was made, or null. */
export const madeDecisionOf = (facts: CaseFacts): ShownCase["decision"] => {
  const { decision, decisionDraft, staff } = facts;
  if (decision === undefined) return null;
  return {
    outcome: outcomeNames[decision.outcome] ?? "Beslutat",
    amountOre: decision.amountOre,
    by: staff.get(decision.decidedBy) ?? "okänd",
    at: decision.recordedAt,
    delegationItem: `punkt ${decision.delegationItem}`,
    texts: decisionDraft === undefined ? [] : textsOf(decisionDraft, facts),
  };
};
