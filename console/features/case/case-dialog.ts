import type { PaymentInput } from "../../../contracts/api/commands.js";
import type { Correctable, Correspondence, Question, ShownCase } from "../../../contracts/api/case-view.js";

/** The dialog that is open over a case, if any. One at a time. */
export type CaseDialog =
  | { readonly kind: "none" }
  | { readonly kind: "confirm" }
  | { readonly kind: "investigate" }
  | { readonly kind: "correct"; readonly start: Correctable | undefined }
  | { readonly kind: "settle"; readonly question: Question }
  | { readonly kind: "communicate"; readonly start: string }
  | { readonly kind: "ask"; readonly start: string }
  | { readonly kind: "answer"; readonly to: Correspondence }
  | { readonly kind: "enter-norm" }
  | { readonly kind: "hand-over" }
  | { readonly kind: "end" }
  | { readonly kind: "payment"; readonly action: PaymentInput["action"] }
  | { readonly kind: "evidence"; readonly evidenceId: string };

/** Nothing is open. */
export const noDialog: CaseDialog = { kind: "none" };

/** What every dialog of a case is given. */
export type DialogProps = {
  readonly shown: ShownCase;
  /** It has been sent, or is left; what was written and not sent is kept. */
  readonly onDone: () => void;
  /** Reads the case anew while the dialog stays open. */
  readonly onReadAnew: () => void;
};
