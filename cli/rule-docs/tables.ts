import { costTypes, type CostType } from "../../contracts/codes/costs.js";
import { incomeTypes } from "../../contracts/codes/incomes.js";
import { openReadings, optionsOf, readingKeySchema } from "../../contracts/codes/open-readings.js";
import { formatKronor } from "../../contracts/money.js";
import {
  normCellKeys,
  type CitedAmount,
  type LegalPeriod,
  type MunicipalPack,
  type NormCellKey,
} from "../../contracts/rule-pack.js";
import { nationalPacks, samplePacks } from "../../rules/index.js";
import { notCodified } from "../../rules/not-codified.js";
import { markdownTable } from "./markdown.js";

const amountText = (cell: CitedAmount | undefined): string => {
  if (cell === undefined) return "–";
  return `${formatKronor(cell.amountOre)}${cell.verified ? "" : "°"}`;
};

const normTable = (keys: readonly NormCellKey[]): string[] => {
  const rows = nationalPacks.flatMap((pack) => pack.riksnorm);
  const marks = (year: (typeof rows)[number]): string =>
    [...new Set(keys.flatMap((key) => year.cells[key]?.confidence ?? []))].join(", ");
  return [
    ...markdownTable(
      ["Månader", ...keys.map((key) => key.replace(/^(adult|child|common)-/, "")), "Säkerhet", "Källa"],
      rows.map((year) => [
        `${year.from}–${year.to}`,
        ...keys.map((key) => amountText(year.cells[key])),
        marks(year),
        year.source,
      ]),
    ),
    "",
    "Kronor per månad. – finns inte i någon källa. ° härlett och inte verifierat: visas men läggs aldrig till grund för ett beslut.",
  ];
};

const cellsWith = (test: (key: NormCellKey) => boolean): readonly NormCellKey[] => normCellKeys.filter(test);

const personalTables = (): string[] => [
  "### Vuxna",
  "",
  ...normTable(cellsWith((key) => key.startsWith("adult"))),
  "",
  "### Barn och elever",
  "",
  ...normTable(cellsWith((key) => key.startsWith("child") && !key.endsWith("lunch-away"))),
  "",
  "### Barn som äter lunch i förskolan fem dagar i veckan",
  "",
  ...normTable(cellsWith((key) => key.endsWith("lunch-away"))),
];

const treatments = {
  counts: "räknas",
  "does-not-count": "räknas inte",
  deposit: "bedöms av en person (insättning)",
  person: "bedöms av en person",
} as const;

const incomeTable = (): string[] =>
  markdownTable(
    ["Inkomstslag", "Hur", "Från", "Källa"],
    nationalPacks
      .flatMap((pack) => pack.incomeRules)
      .map((rule) => [incomeTypes[rule.type].title, treatments[rule.treatment], rule.from, rule.source]),
  );

const overlay = (): MunicipalPack => {
  if (samplePacks.municipal === undefined) throw new Error("The sample municipality has no overlay.");
  return samplePacks.municipal;
};

const bound = (limit: number | undefined, { one, many }: { one: string; many: string }): string => {
  if (limit === undefined) return `alla ${many}`;
  return limit === 0 ? `inga ${many}` : `högst ${String(limit)} ${limit === 1 ? one : many}`;
};

const costTable = (type: CostType): string[] => {
  const { costRules, municipality } = overlay();
  const rows = costRules
    .filter((rule) => rule.type === type)
    .flatMap((rule) =>
      rule.caps.map((cap) => [
        rule.from,
        bound(cap.maxAdults, { one: "vuxen", many: "vuxna" }),
        bound(cap.maxChildren, { one: "barn", many: "barn" }),
        `${formatKronor(cap.capOre)} kr`,
        `${formatKronor(rule.changeOre)} kr`,
        rule.source,
      ]),
    );
  return [
    `${costTypes[type].title} i ${municipality} (påhittad kommun). Första raden som passar hushållet gäller.`,
    "",
    ...markdownTable(["Från", "Vuxna", "Barn", "Riktlinje", "Får ändras med", "Källa"], rows),
  ];
};

const expressed = ({ codified, verified }: LegalPeriod): string => {
  if (!codified) return "nej, en person prövar";
  return verified ? "ja" : "ja, men lagtexten är inte läst: en person prövar";
};

const legalPeriods = (): string[] =>
  markdownTable(
    ["Från", "Till", "Period", "Uttryckt som regler", "Källa"],
    nationalPacks
      .flatMap((pack) => pack.legalPeriods)
      .map((period) => [period.from, period.to ?? "tills vidare", period.title, expressed(period), period.source]),
  );

const priceBaseAmounts = (): string[] =>
  markdownTable(
    ["Månader", "Prisbasbelopp", "Säkerhet", "Källa"],
    nationalPacks
      .flatMap((pack) => pack.priceBaseAmounts)
      .map((row) => [
        `${row.from}–${row.to}`,
        `${amountText(row.amount)} kr`,
        row.amount.confidence,
        row.amount.source,
      ]),
  );

const openReadingTable = (): string[] => {
  const chosen = new Map(overlay().readings.map(({ key, option }) => [key, option]));
  return markdownTable(
    ["Tolkning", "Nyckel", "Möjligheter", "Vald i exempelkommunen"],
    readingKeySchema.options.map((key) => [
      openReadings[key].title,
      `\`${key}\``,
      optionsOf(key).join(" · "),
      chosen.get(key) ?? "inte vald",
    ]),
  );
};

/** The tables that belong on the page of a provision; none where it has no data. */
export const tablesFor = (provision: string): readonly string[] => {
  switch (provision) {
    case "personal-costs":
      return personalTables();
    case "common-costs":
      return normTable(cellsWith((key) => key.startsWith("common")));
    case "income-kinds":
      return incomeTable();
    case "law-in-force":
      return legalPeriods();
    case "child-income":
      return priceBaseAmounts();
    case "open-readings":
      return openReadingTable();
    case "not-codified":
      return markdownTable(
        ["Punkt", "Varför, och vad som händer"],
        notCodified.map(({ title, why }) => [title, why]),
      );
    case "source-answers":
      return markdownTable(
        ["Från", "Dagar", "Källa"],
        overlay().sourceWait.map(({ from, days, source }) => [from, String(days), source]),
      );
    case "income-change":
      return markdownTable(
        ["Från", "Gräns", "Källa"],
        overlay().incomeChange.map(({ from, percent, source }) => [from, `${String(percent)} %`, source]),
      );
    default: {
      const type = overlay().costRules.find((rule) => `cost-${rule.type}` === provision)?.type;
      return type === undefined ? [] : costTable(type);
    }
  }
};
