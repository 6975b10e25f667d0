import type { RulesView, RuleTable } from "../../contracts/api/rules-view.js";
import { costTypes } from "../../contracts/codes/costs.js";
import { incomeTypes } from "../../contracts/codes/incomes.js";
import { openReadings, optionsOf, readingChoicesSchema } from "../../contracts/codes/open-readings.js";
import { roles } from "../../contracts/codes/roles.js";
import { firstDayOf, type LocalDate, type Month } from "../../contracts/dates.js";
import { formatKronor } from "../../contracts/money.js";
import {
  delegateName,
  householdOfCap,
  normRowNames,
  outcomeNames,
  readingInWords,
  treatmentNames,
  whoDecides,
} from "../../contracts/pack-words.js";
import {
  normCellKeys,
  type CostRule,
  type MunicipalPack,
  type NationalPack,
  type NormTable,
} from "../../contracts/rule-pack.js";
import type { RulesPort } from "../deps.js";
import { holdsIn, legalPeriodTable, priceBaseTable, thresholdTable, validity } from "./rule-tables.js";

const normTable = (norm: NormTable): RuleTable => {
  const rows = normCellKeys.flatMap((key) => {
    const cell = norm.cells[key];
    return cell === undefined
      ? []
      : [
          {
            key,
            cells: [normRowNames[key], formatKronor(cell.amountOre)],
            amountOre: cell.amountOre,
            source: cell.source,
            verified: cell.verified,
          },
        ];
  });
  return {
    id: "riksnorm",
    title: "Riksnormen per månad",
    source: norm.source,
    ...validity(norm),
    verified: rows.every(({ verified }) => verified),
    columns: [
      { title: "Rad", numeric: false },
      { title: "Kronor", numeric: true },
    ],
    rows,
  };
};

/** What is done with each kind of income, one row for each treatment and source. */
const incomeTable = (pack: NationalPack | MunicipalPack, month: Month): RuleTable[] => {
  const rules = pack.incomeRules.filter((rule) => holdsIn(month, rule));
  const [first] = rules;
  if (first === undefined) return [];
  const groups = new Map<string, { readonly treatment: string; readonly source: string; readonly titles: string[] }>();
  for (const { treatment, source, type } of rules) {
    const group = groups.get(`${treatment} ${source}`) ?? { treatment: treatmentNames[treatment], source, titles: [] };
    group.titles.push(incomeTypes[type].title);
    groups.set(`${treatment} ${source}`, group);
  }
  return [
    {
      id: "incomes",
      title: "Inkomster",
      source: "se varje rad",
      validFrom: firstDayOf(first.from),
      verified: true,
      columns: [
        { title: "Behandling", numeric: false },
        { title: "Inkomster", numeric: false },
        { title: "Källa", numeric: false },
      ],
      rows: [...groups].map(([key, { treatment, titles, source }]) => ({
        key,
        source,
        cells: [treatment, titles.join(", "), source],
        verified: true,
      })),
    },
  ];
};

const costTable = (rule: CostRule): RuleTable => ({
  id: `cost-${rule.type}`,
  title: `${costTypes[rule.type].title}: kommunens riktlinje`,
  note: `En kostnad över riktlinjen, eller som ändrats mer än ${formatKronor(rule.changeOre)} kr sedan förra månaden, går till en person. Beloppet sänks aldrig automatiskt.`,
  source: rule.source,
  ...validity(rule),
  verified: true,
  columns: [
    { title: "Hushåll", numeric: false },
    { title: "Högst, kronor", numeric: true },
  ],
  rows: rule.caps.map((cap) => ({
    key: householdOfCap(cap),
    cells: [householdOfCap(cap), formatKronor(cap.capOre)],
    amountOre: cap.capOre,
    verified: true,
  })),
});

const nationalTables = (pack: NationalPack, month: Month): RuleTable[] => [
  ...pack.riksnorm.filter((norm) => holdsIn(month, norm)).map(normTable),
  ...pack.priceBaseAmounts.filter((row) => holdsIn(month, row)).map(priceBaseTable),
  ...pack.legalPeriods.filter((period) => holdsIn(month, period)).map(legalPeriodTable),
  ...incomeTable(pack, month),
];

const municipalTables = (pack: MunicipalPack, month: Month): RuleTable[] => [
  ...thresholdTable(pack, month),
  ...pack.costRules.filter((rule) => holdsIn(month, rule)).map(costTable),
  ...incomeTable(pack, month),
];

const delegationOf = (pack: MunicipalPack | undefined, on: LocalDate): RulesView["delegation"] =>
  (pack?.delegation ?? [])
    .filter(({ from, to }) => from <= on && (to === undefined || on <= to))
    .map(({ item, title, role, automated, outcomes, upToOre, boardMinute, source, from, to }) => ({
      item,
      text: title,
      roles: [role === undefined ? delegateName({ ...(automated !== undefined && { automated }) }) : roles[role].title],
      outcomes: outcomes.map((outcome) => outcomeNames[outcome]),
      upToOre: upToOre ?? null,
      decidedBy: boardMinute,
      source,
      validFrom: from,
      ...(to === undefined ? {} : { validTo: to }),
    }));

const readingsOf = (pack: MunicipalPack | undefined, month: Month): RulesView["readings"] =>
  readingChoicesSchema.keyof().options.map((key) => {
    const chosen = pack?.readings.find((reading) => reading.key === key && holdsIn(month, reading));
    return {
      key,
      question: openReadings[key].title,
      reading: chosen === undefined ? null : readingInWords(key, chosen.option),
      options: optionsOf(key).map((option) => readingInWords(key, option)),
      ...(chosen === undefined
        ? {}
        : { chosenBy: whoDecides[chosen.class], source: chosen.source, validFrom: firstDayOf(chosen.from) }),
    };
  });

/** The norm is what most people come to look at. */
const hasNorm = ({ tables }: RulesView["packs"][number]): boolean => tables.some(({ id }) => id === "riksnorm");

/** The months that some table of the law holds in, and on to the one that is worked on. */
const monthsOf = (national: readonly NationalPack[], worked: Month): RulesView["months"] => {
  const norms = national.flatMap(({ riksnorm }) => riksnorm);
  const first = norms.map(({ from }) => from).toSorted()[0] ?? worked;
  const last =
    norms
      .map(({ to }) => to)
      .toSorted()
      .at(-1) ?? worked;
  return { first, last: last < worked ? worked : last };
};

/** The rules in force for a month, as they are read on a day. `worked` is the month that is worked on. */
export const rulesView = (
  rules: RulesPort,
  { month, worked, on }: { readonly month: Month; readonly worked: Month; readonly on: LocalDate },
): RulesView => {
  const { national, municipal } = rules.packs;
  const head = ({ id, title, version }: NationalPack | MunicipalPack) => ({
    id,
    title,
    version,
    hash: rules.packHash(id),
  });
  const packs: RulesView["packs"] = [
    ...national.map((pack) => ({ ...head(pack), layer: pack.layer, tables: nationalTables(pack, month) })),
    ...(municipal === undefined
      ? []
      : [{ ...head(municipal), layer: municipal.layer, tables: municipalTables(municipal, month) }]),
  ];
  return {
    month,
    months: monthsOf(national, worked),
    on,
    rulebookVersion: rules.rulebookVersion,
    packs: packs
      .filter(({ tables }) => tables.length > 0)
      .toSorted((one, other) => Number(hasNorm(other)) - Number(hasNorm(one))),
    provisions: rules.provisions(month),
    delegation: delegationOf(municipal, on),
    readings: readingsOf(municipal, month),
  };
};
