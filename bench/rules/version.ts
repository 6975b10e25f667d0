import type { NormCellKey } from "../../contracts/rule-pack.js";
import { samplePacks } from "../../rules/packs.js";

/** What differs between two versions of the rules that are compared. All amounts in öre. */
export type RuleVersion = {
  readonly id: string;
  /** A row of the riksnorm in force in November 2025, with its source. */
  readonly norm: Readonly<Record<NormCellKey, number>>;
  readonly normSource: string;
  /** The sample municipality's guideline for rent, in the order of its rows, with its source. */
  readonly rentCaps: readonly { readonly maxAdults: number; readonly maxChildren: number; readonly capOre: number }[];
  readonly rentSource: string;
  readonly electricityChangeOre: number;
  readonly incomeChangePercent: number;
};

const month = "2025-11";
const table = samplePacks.national
  .flatMap(({ riksnorm }) => riksnorm)
  .find((norm) => norm.from <= month && month <= norm.to);
const rent = samplePacks.municipal?.costRules.find(({ type }) => type === "rent");
if (table === undefined || rent === undefined) throw new Error("The sample packs say nothing of November 2025.");

const cell = (key: NormCellKey): number => {
  const found = table.cells[key];
  if (found === undefined) throw new Error(`The riksnorm of November 2025 has no ${key}.`);
  return found.amountOre;
};

/** The rules of November 2025: the riksnorm and the sample municipality's guideline for rent. */
export const versionInForce: RuleVersion = {
  id: "in-force",
  norm: {
    "adult-single": cell("adult-single"),
    "adult-couple": cell("adult-couple"),
    "child-0": cell("child-0"),
    "child-1-2": cell("child-1-2"),
    "child-3": cell("child-3"),
    "child-4-6": cell("child-4-6"),
    "child-7-10": cell("child-7-10"),
    "child-11-14": cell("child-11-14"),
    "child-15-18": cell("child-15-18"),
    "child-19-20": cell("child-19-20"),
    "child-0-lunch-away": cell("child-0-lunch-away"),
    "child-1-2-lunch-away": cell("child-1-2-lunch-away"),
    "child-3-lunch-away": cell("child-3-lunch-away"),
    "child-4-6-lunch-away": cell("child-4-6-lunch-away"),
    "common-1": cell("common-1"),
    "common-2": cell("common-2"),
    "common-3": cell("common-3"),
    "common-4": cell("common-4"),
    "common-5": cell("common-5"),
    "common-6": cell("common-6"),
    "common-7": cell("common-7"),
    "common-extra": cell("common-extra"),
  },
  normSource: table.source,
  rentCaps: rent.caps.map(({ maxAdults = 2, maxChildren = 3, capOre }) => ({ maxAdults, maxChildren, capOre })),
  rentSource: rent.source,
  electricityChangeOre: 15_000,
  incomeChangePercent: 10,
};

/** The version that is tried out: 300 kronor more rent for two adults with two children. */
export const versionTried: RuleVersion = {
  ...versionInForce,
  id: "tried",
  rentCaps: versionInForce.rentCaps.map((row) =>
    row.maxAdults === 2 && row.maxChildren === 2 ? { ...row, capOre: row.capOre + 30_000 } : row,
  ),
};
