import type { Correctable, Question } from "../../../contracts/api/case-view.js";

/** The dialog that is open over a case, if any. One at a time. */
export type CaseDialog =
  | { readonly kind: "none" }
  | { readonly kind: "confirm" }
  | { readonly kind: "investigate" }
  | { readonly kind: "correct"; readonly start: Correctable | undefined }
  | { readonly kind: "settle"; readonly question: Question }
  | { readonly kind: "communicate"; readonly start: string }
  | { readonly kind: "evidence"; readonly evidenceId: string };

/** Nothing is open. */
export const noDialog: CaseDialog = { kind: "none" };
