import type { CapHousehold } from "../cost-caps.js";
import { everyHousehold } from "../proofs/guidelines.js";
import { householdInWords } from "../proofs/row-words.js";
import type { Change } from "./row.js";

type OfHousehold = { readonly change: Change; readonly household: CapHousehold };
type Group = { readonly change: Change; readonly first: CapHousehold; readonly last: CapHousehold };

const mostChildren = (adults: number): number =>
  Math.max(...everyHousehold.filter((household) => household.adults === adults).map(({ children }) => children));

const inWords = ({ first, last }: Group): string => {
  const who = first.adults === 1 ? "1 vuxen" : `${String(first.adults)} vuxna`;
  const isOpen = last.children === mostChildren(first.adults);
  if (first.children === last.children) return householdInWords(first);
  if (isOpen && first.children === 0) return `${who}, med eller utan barn`;
  if (isOpen) return `${who} och ${String(first.children)} eller fler barn`;
  if (first.children === 0) return `${who} och högst ${String(last.children)} barn`;
  return `${who} och ${String(first.children)}–${String(last.children)} barn`;
};

const isSame = (one: Change, other: Change): boolean =>
  one.before?.text === other.before?.text && one.after?.text === other.after?.text;

const grouped = (changes: readonly OfHousehold[]): readonly Group[] =>
  changes.reduce<readonly Group[]>((groups, { change, household }) => {
    const last = groups.at(-1);
    const follows =
      last !== undefined &&
      isSame(last.change, change) &&
      last.last.adults === household.adults &&
      last.last.children + 1 === household.children;
    if (!follows) return [...groups, { change, first: household, last: household }];
    return [...groups.slice(0, -1), { ...last, last: household }];
  }, []);

const ofHousehold = (change: Change): readonly OfHousehold[] => {
  const household = change.after?.household ?? change.before?.household;
  return household === undefined ? [] : [{ change, household }];
};

/** Changes of a guideline that are the same for many households, told once: "högst för 2 vuxna och 3 eller fler barn". */
export const joinHouseholds = (changes: readonly Change[]): readonly Change[] => {
  const groups = grouped(changes.flatMap(ofHousehold));
  const [first] = groups;
  const others = changes.filter((change) => ofHousehold(change).length === 0);
  const isForAll =
    first !== undefined &&
    groups.length === 2 &&
    groups.every(
      (group) =>
        isSame(group.change, first.change) &&
        group.first.children === 0 &&
        group.last.children === mostChildren(group.first.adults),
    );
  if (isForAll) return [{ ...first.change, field: "cap" }, ...others];
  return [
    ...groups.map((group) => ({ ...group.change, title: `${group.change.title} för ${inWords(group)}` })),
    ...others,
  ];
};
