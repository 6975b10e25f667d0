import { costTypes, costTypeSchema } from "../../contracts/codes/costs.js";
import { incomeTypes, incomeTypeSchema } from "../../contracts/codes/incomes.js";
import { openReadings, readingKeySchema } from "../../contracts/codes/open-readings.js";
import { deliveryChannels } from "../../contracts/delivery.js";
import { formatKronor } from "../../contracts/money.js";
import { readingInWords, treatmentNames } from "../../contracts/pack-words.js";
import type { CostRule, MunicipalPack } from "../../contracts/rule-pack.js";
import type { OverlayRow, OverlayTable } from "./overlay-rows.js";

/** One thing that two overlays say otherwise. Null: not said. `differenceOre` is theirs less mine, where both are kronor. */
export type Difference = {
  readonly what: string;
  readonly mine: string | null;
  readonly theirs: string | null;
  readonly differenceOre: number | null;
};

/** What a line says of one thing: in words, and in öre where it is an amount. */
type Said = { readonly what: string; readonly text: string; readonly ore?: number };

const kronor = (what: string, ore: number): Said => ({ what, text: `${formatKronor(ore)} kr`, ore });
const days = (what: string, count: number): Said => ({ what, text: `${String(count)} dagar` });

/** No guideline tells more children apart than one beyond the largest bound in either overlay. */
const mostChildren = (rules: readonly (CostRule | undefined)[]): number =>
  Math.max(0, ...rules.flatMap((rule) => rule?.caps.map(({ maxChildren }) => (maxChildren ?? -1) + 1) ?? []));

const childrenInWords = (children: number, upTo: number): string => {
  if (upTo === 0) return "";
  return `, ${String(children)}${children === upTo ? " eller fler" : ""} barn`;
};

const costSays = (rule: CostRule, childrenUpTo: number): readonly Said[] => {
  const households = [1, 2].flatMap((adults) =>
    Array.from({ length: childrenUpTo + 1 }, (_, children) => ({ adults, children })),
  );
  const caps = households.flatMap(({ adults, children }): readonly Said[] => {
    const cap = rule.caps.find(
      ({ maxAdults, maxChildren }) =>
        (maxAdults === undefined || adults <= maxAdults) && (maxChildren === undefined || children <= maxChildren),
    );
    const who = `${adults === 1 ? "1 vuxen" : "2 vuxna"}${childrenInWords(children, childrenUpTo)}`;
    return cap === undefined ? [] : [kronor(`Riktlinje för ${who}`, cap.capOre)];
  });
  return [
    ...caps,
    kronor("Ändring från förra månaden utan fråga", rule.changeOre),
    { what: "Den sökandes uppgift räcker", text: rule.declaredIsEnough ? "ja" : "nej" },
  ];
};

const only = <Row>(
  rows: readonly (Row | undefined)[],
  says: (row: Row) => readonly Said[],
): readonly (readonly Said[])[] => rows.map((row) => (row === undefined ? [] : says(row)));

/** The two sides of a line in words; an empty side says nothing. */
const sidesOf = (
  table: OverlayTable,
  [mine, theirs]: readonly [MunicipalPack, MunicipalPack],
): readonly (readonly Said[])[] => {
  const pair = <Table extends OverlayTable>(name: Table): readonly (MunicipalPack[Table][number] | undefined)[] => [
    mine[name][0],
    theirs[name][0],
  ];
  switch (table) {
    case "readings":
      return only(pair("readings"), ({ key, option }) => [{ what: "Tolkning", text: readingInWords(key, option) }]);
    case "costRules": {
      const rules = pair("costRules");
      return only(rules, (rule) => costSays(rule, mostChildren(rules)));
    }
    case "incomeRules":
      return only(pair("incomeRules"), ({ treatment }) => [
        { what: "Inkomsten", text: treatmentNames[treatment].toLowerCase() },
      ]);
    case "incomeChange":
      return only(pair("incomeChange"), ({ percent }) => [
        { what: "Ändring utan fråga", text: `${String(percent)} %` },
      ]);
    case "sourceWait":
      return only(pair("sourceWait"), (row) => [days("Väntan på en källa", row.days)]);
    case "materialAge":
      return only(pair("materialAge"), (row) => [days("Underlagets högsta ålder", row.days)]);
    case "completion":
      return only(pair("completion"), (row) => [
        days("Tid att komplettera", row.answerDays),
        days("Påminnelse före sista dagen", row.remindDaysBefore),
      ]);
    case "leastAnswerTime":
      return only(pair("leastAnswerTime"), (row) => [days("Kortaste svarstid", row.days)]);
    case "paymentCutOff":
      return only(pair("paymentCutOff"), ({ weekdaysBefore, at }) => [
        { what: "Betalfilen lämnas", text: `vardagar före: ${String(weekdaysBefore)}, kl. ${at}` },
      ]);
    case "letterChannels":
      return only(pair("letterChannels"), ({ channels }) => [
        {
          what: "Brev skickas",
          text: channels.map((channel) => deliveryChannels[channel].title).join(", därefter ") || "av en person",
        },
      ]);
  }
};

/** What two overlays say otherwise of one line. Each overlay holds that line in at most one version. */
export const differencesIn = (
  table: OverlayTable,
  sides: readonly [MunicipalPack, MunicipalPack],
): readonly Difference[] => {
  const [mine = [], theirs = []] = sidesOf(table, sides);
  const things = [...new Set([...mine, ...theirs].map(({ what }) => what))];
  return things.flatMap((what): readonly Difference[] => {
    const own = mine.find((said) => said.what === what);
    const other = theirs.find((said) => said.what === what);
    if (own?.text === other?.text) return [];
    return [
      {
        what,
        mine: own?.text ?? null,
        theirs: other?.text ?? null,
        differenceOre: own?.ore === undefined || other?.ore === undefined ? null : other.ore - own.ore,
      },
    ];
  });
};

const tableTitles: Readonly<Record<OverlayTable, string>> = {
  readings: "Tolkning",
  costRules: "Kostnad",
  incomeRules: "Inkomst",
  incomeChange: "Inkomst mot förra månaden",
  sourceWait: "Källor som inte svarar",
  materialAge: "Underlagets ålder",
  completion: "Komplettering",
  leastAnswerTime: "Svarstid",
  paymentCutOff: "Betalfil",
  letterChannels: "Brevens väg",
};

/** What a line is called. */
export const rowTitle = ({ table, row }: OverlayRow): string => {
  const reading = readingKeySchema.safeParse(row);
  if (table === "readings" && reading.success) return `${tableTitles[table]}: ${openReadings[reading.data].title}`;
  const cost = costTypeSchema.safeParse(row);
  if (table === "costRules" && cost.success) return `${tableTitles[table]}: ${costTypes[cost.data].title}`;
  const income = incomeTypeSchema.safeParse(row);
  if (table === "incomeRules" && income.success) return `${tableTitles[table]}: ${incomeTypes[income.data].title}`;
  return tableTitles[table];
};
