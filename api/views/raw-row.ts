import type { Instant } from "../../contracts/dates.js";
import type { CaseId } from "../../contracts/ids.js";

/** A row of an answer before cases and people have got their names. */
export type RawRow = {
  readonly key: string;
  readonly caseId: CaseId | null;
  /** Something that ought to be looked at. */
  readonly stands: boolean;
  readonly cells: readonly RawCell[];
};

/** A cell: words, a moment, a member of staff, the row's case, or something that is not said of a protected case. */
export type RawCell =
  | string
  | number
  | { readonly at: Instant }
  | { readonly staff: string | null }
  | { readonly ofCase: true }
  | { readonly personal: string };
