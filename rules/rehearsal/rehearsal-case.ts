import type { Case } from "../../contracts/case.js";
import type { Ore } from "../../contracts/money.js";

/** A stored month that can be worked out again. */
export type ReadableCase = {
  /** Handle without meaning outside the caller: never a personal number, a name or a case number that others know. */
  readonly ref: string;
  /** Handle of the household, the same for all its months; absent: every case is a household of its own. */
  readonly household?: string;
  readonly case: Case;
  /** What was decided for the month, where that is known. */
  readonly decided?: { readonly amountOre: Ore };
};

/** A stored month to rehearse on, or one that is there but cannot be read: it is listed, never dropped. */
export type RehearsalCase = ReadableCase | { readonly ref: string; readonly unreadable: string };

/** Which household the case is a month of. */
export const householdOf = ({ household, ref }: ReadableCase): string => household ?? ref;

/** Who lives in the home, as household types are told apart: visiting children are among the children. */
export const peopleOf = ({ household: { members } }: Case): { readonly adults: number; readonly children: number } => {
  const children = members.filter(({ role }) => role === "child" || role === "visiting-child").length;
  return { adults: members.length - children, children };
};
