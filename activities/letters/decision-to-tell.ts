import type { LocalDate } from "../../contracts/dates.js";
import type { DecisionDraft } from "../../contracts/decision-draft.js";
import { Fault } from "../../contracts/faults.js";
import type { LetterDecision, LetterHearing, OwnWords } from "../../contracts/letter.js";
import type { Ore } from "../../contracts/money.js";

/** The decision that a letter tells of, or the one that a preview supposes. */
export type DecisionToTell = {
  readonly draft: DecisionDraft;
  /** What is granted under 12 kap. 1 § SoL. */
  readonly amountOre: Ore;
  readonly decidedOn: LocalDate;
  readonly decidedBy: string;
  readonly decidedByTitle: string;
  readonly delegationItem: string;
  /** Where the hearing of the applicant stood when it was decided. */
  readonly hearing: LetterHearing;
  /** Needed where the draft has aid under 12 kap. 2 § SoL. */
  readonly discretionaryItem?: string;
};

type OwnText = (text: string) => OwnWords;

const ownTextsOf = (draft: DecisionDraft, own: OwnText): Partial<LetterDecision> => {
  const { reasons, childPerspective, communicationUnneeded, emergency, reducedCosts, reservation, dissent } = draft;
  return {
    ...(reasons !== undefined && { reasons: own(reasons) }),
    ...(childPerspective !== undefined && { childPerspective: own(childPerspective) }),
    ...(communicationUnneeded !== undefined && { communicationUnneeded: own(communicationUnneeded) }),
    ...(emergency !== undefined && {
      emergency: { ...own(emergency.text), grantedOre: emergency.grantedOre },
    }),
    ...(reducedCosts !== undefined && {
      reducedCosts: reducedCosts.map(({ costId, approvedOre, why }) => ({ costId, approvedOre, why: own(why) })),
    }),
    ...(reservation !== undefined && { reservation: own(reservation) }),
    ...(dissent !== undefined && { dissent: { ...own(dissent.text), by: dissent.by } }),
  };
};

/** The decision as the letter takes it: every text of the decider's own carries their name and the day. */
export const letterDecisionOf = (told: DecisionToTell): LetterDecision => {
  const { draft, amountOre, decidedOn, decidedBy, decidedByTitle, delegationItem, hearing, discretionaryItem } = told;
  const own: OwnText = (text) => ({ text, by: decidedBy, on: decidedOn });
  const { discretionary } = draft;
  if (discretionary !== undefined && discretionaryItem === undefined)
    throw new Fault("InvariantBroken", "A decision under 12 kap. 2 § SoL has an item of the delegation order.");
  return {
    decidedOn,
    amountOre,
    decidedBy: { name: decidedBy, title: decidedByTitle },
    delegationItem,
    hearing,
    participants: [
      ...new Set([...(draft.participants ?? []), ...(draft.dissent === undefined ? [] : [draft.dissent.by])]),
    ],
    ...ownTextsOf(draft, own),
    ...(discretionary !== undefined &&
      discretionaryItem !== undefined && {
        discretionary: { ...discretionary, reasons: own(discretionary.reasons), delegationItem: discretionaryItem },
      }),
  };
};
