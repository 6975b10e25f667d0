import type { Reason } from "./codes/reasons.js";
import type { Source, SourceStatus } from "./codes/sources.js";
import type { LocalDate } from "./dates.js";
import type { CaseId, DecisionRequestId, MemberId } from "./ids.js";
import type { WriteKind } from "./write-kinds.js";

/** Where a case stands, as the process knows it. */
export const caseStates = [
  "received",
  "gathering",
  "assessing",
  "prefilled",
  "referred",
  "waiting",
  "deciding",
  "delivering",
  "closed",
] as const;
export type CaseState = (typeof caseStates)[number];

/** What the process carries of an assessment: codes and a number, never amounts or names. */
export type AssessmentSummary = {
  readonly sequence: number;
  readonly outcome: "prefilled" | "referred" | "waiting";
  readonly reasons: readonly Reason[];
};

/** What came of asking one source about one member. */
export type SourceResult = { readonly source: Source; readonly memberId: MemberId; readonly status: SourceStatus };

/** A person's wish to decide, already stored; the workflow is told its id and the assessment it was made on. */
export type RecordDecisionInput = { readonly requestId: DecisionRequestId; readonly sequence: number };

/** Why a decision was not recorded. The first one wins; the other is told. */
export const decisionRefusals = {
  "not-open": "Ärendet är inte öppet för beslut.",
  "already-decided": "Någon annan har redan fattat beslut i ärendet.",
  "stale-view": "Underlaget har ändrats sedan du öppnade ärendet. Läs det på nytt.",
  "role-missing": "Du har inte längre behörighet att fatta beslutet.",
  "mandate-missing": "Din delegation räcker inte för det här beslutet.",
  "conflict-of-interest": "Du har inte intygat att du inte är jävig.",
  "child-perspective-missing": "Barnens situation måste beskrivas före beslutet.",
  "open-questions": "Det finns frågor kvar att ta ställning till.",
  "communication-missing":
    "Den sökande har inte fått yttra sig. Kommunicera först, eller skriv varför det är uppenbart obehövligt.",
  "answer-awaited": "Den sökande har tid kvar att svara.",
  "partial-grant-needed":
    "Beslutet ger mindre än vad som har sökts eller beräknats. Fatta det som ett delvis bifall, med skälen.",
  "cost-amount-wrong":
    "Ett godkänt belopp stämmer inte med det sökta. En nedsatt kostnad har ett lägre belopp än det sökta, och ingen kostnad godkänns med mer. Enligt 12 kap. 2 § prövas bara det som 12 kap. 1 § inte gav.",
  "reasons-missing": "En kostnad som inte godkänns i sin helhet saknar skäl i beslutet.",
  "outside-system":
    "Planeringen är inte följd. Att neka eller sätta ned stödet för det (12 kap. 5 § SoL) beslutas utanför systemet. Vilar beslutet på annat, intyga det.",
  "law-changed":
    "Månaden och beslutsdagen ligger på var sin sida om att socialtjänstlagen byttes ut. Källorna säger inte vilken lag som gäller; en person prövar det utanför systemet.",
  "answer-time-short": "Den sökande får för kort tid att svara. Se kommunens minsta antal dagar.",
  "letter-missing":
    "Det finns inga brevtexter för månadens lag. Beslutet och brevet skrivs av en person utanför systemet.",
  "rules-changed": "Reglerna har ändrats sedan ärendet bedömdes. Det är bedömt på nytt; läs det igen.",
  "data-too-old": "Uppgifterna är för gamla. De hämtas på nytt; läs underlaget igen när det är klart.",
} as const;
export type DecisionRefusal = keyof typeof decisionRefusals;

export type RecordDecisionResult =
  | { readonly result: "recorded"; readonly decisionId: string }
  | { readonly result: "refused"; readonly code: DecisionRefusal };

/**
 * Why a case is assessed again. What changed is already stored. `rules-changed` is nobody's look at the case: it is taken
 * only while the case is undecided, and answers no question.
 */
export type ReassessInput = {
  readonly cause: "fact-corrected" | "question-settled" | "norm-entered" | "answer-arrived" | "asked" | "rules-changed";
};
/** Something for the applicant to comment on, or to complete, is written and stored: send it and await the answer. */
export type CommunicateInput = { readonly communicationId: string };
/** A person ends the case without a decision on its merits; what and why is already stored. */
export type EndWithoutDecisionInput = { readonly closingId: string };
export type EndWithoutDecisionResult =
  { readonly result: "ended" } | { readonly result: "refused"; readonly code: DecisionRefusal };
/** A record to write to the case system, and what it follows from. */
export type RecordToWrite = {
  readonly kind: WriteKind;
  readonly cause: { readonly decisionId: string } | { readonly closingId: string };
};
/** One more application for the same household and month came in and is linked to this case. */
export type ApplicationLinkedInput = { readonly applicationId: string };
export type NewDayInput = { readonly today: LocalDate };

export type AssessApplicationInput = { readonly caseId: CaseId };
/** How a case's process ended. */
export type CaseClosed = { readonly state: "closed" };

/** What the status query answers: codes only. */
export type CaseStatus = {
  readonly state: CaseState;
  readonly assessment: AssessmentSummary | undefined;
  readonly openSources: readonly SourceResult[];
};
