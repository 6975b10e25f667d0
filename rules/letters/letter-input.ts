import type { Case } from "../../contracts/case.js";
import type { Source } from "../../contracts/codes/sources.js";
import type { LocalDate } from "../../contracts/dates.js";
import type { DraftOutcome } from "../../contracts/decision-draft.js";
import type { MemberId } from "../../contracts/ids.js";
import type { LetterCommunication, LetterDecision, LetterMunicipality } from "../../contracts/letter.js";
import type { Receipt } from "../../contracts/receipt.js";
import type { LegalPeriod } from "../../contracts/rule-pack.js";

/** What every letter needs. */
export type LetterInput = {
  readonly municipality: LetterMunicipality;
  readonly case: Case;
  /** The periods of law in force, published ones in the place of those that shipped: what the letter cites. */
  readonly law: readonly LegalPeriod[];
  readonly caseNumber: string;
  /** Name and postal address of the one this copy goes to. Never an address where identity is protected. */
  readonly recipientLines: readonly string[];
};

/** When a source was last read before the decision. */
export type SourceRead = { readonly source: Source; readonly readOn: LocalDate };

/** What is known of the payment: the first day it may come and to where, or that a person has to see to where it goes. */
export type LetterPayment = { readonly payOn: LocalDate; readonly account: string } | "held";

/** A decision that was made on the month before this one. */
export type EarlierDecision = { readonly decidedOn: LocalDate; readonly caseNumber: string };

/** What a decision letter needs beside that. */
export type DecisionLetterInput = LetterInput & {
  readonly receipt: Receipt;
  readonly outcome: DraftOutcome;
  readonly decision: LetterDecision;
  readonly sourcesRead: readonly SourceRead[];
  /** Names to show in the appendix, by member id. */
  readonly names: Readonly<Record<MemberId, string>>;
  readonly communication?: LetterCommunication;
  /** The decision on the month that a supplement comes beside. Absent where it is none, or not known here. */
  readonly earlier?: EarlierDecision;
  /** Absent where nothing is paid, or where the payment has been stopped: then no letter promises it. */
  readonly payment?: LetterPayment;
};
