import type { PackBundle } from "../../contracts/pack-bundle.js";
import type { RulePack } from "../../contracts/rule-pack.js";

type Citation = PackBundle["citations"][number];
type Cited = { readonly table: string; readonly source: string };

const citedIn = (pack: RulePack): readonly Cited[] => {
  const rows = (table: string, of: readonly { readonly source: string }[]): readonly Cited[] =>
    of.map(({ source }) => ({ table, source }));
  if (pack.layer === "municipal")
    return [
      ...rows("readings", pack.readings),
      ...rows("costRules", pack.costRules),
      ...rows("incomeRules", pack.incomeRules),
      ...rows("incomeChange", pack.incomeChange),
      ...rows("sourceWait", pack.sourceWait),
      ...rows("materialAge", pack.materialAge),
      ...rows("completion", pack.completion),
      ...rows("leastAnswerTime", pack.leastAnswerTime),
      ...rows("paymentCutOff", pack.paymentCutOff),
      ...rows("letterChannels", pack.letterChannels),
      ...rows("delegation", pack.delegation),
    ];
  return [
    ...rows("riksnorm", pack.riksnorm),
    ...rows(
      "riksnorm",
      pack.riksnorm.flatMap(({ cells }) => Object.values(cells)),
    ),
    ...rows("priceBaseAmounts", pack.priceBaseAmounts),
    ...rows(
      "priceBaseAmounts",
      pack.priceBaseAmounts.map(({ amount }) => amount),
    ),
    ...rows("legalPeriods", pack.legalPeriods),
    ...rows("incomeRules", pack.incomeRules),
  ];
};

/** Every source that a pack cites, once, with the tables that cite it. In the order of the alphabet's code points. */
export const citationsOf = (pack: RulePack): readonly Citation[] => {
  const tables = new Map<string, Set<string>>();
  for (const { table, source } of citedIn(pack)) tables.set(source, (tables.get(source) ?? new Set()).add(table));
  return [...tables]
    .map(([source, cited]) => ({ source, tables: [...cited].sort() }))
    .sort((one, other) => (one.source < other.source ? -1 : 1));
};
