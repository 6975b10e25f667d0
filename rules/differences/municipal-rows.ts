import { costTypes } from "../../contracts/codes/costs.js";
import { openReadings } from "../../contracts/codes/open-readings.js";
import { addDays } from "../../contracts/dates.js";
import { deliveryChannels } from "../../contracts/delivery.js";
import type { PackTable } from "../../contracts/pack-check.js";
import { delegateName, outcomeNames, readingInWords } from "../../contracts/pack-words.js";
import type { CostRule, DelegationItem, MunicipalPack } from "../../contracts/rule-pack.js";
import { capFor } from "../cost-caps.js";
import { everyHousehold } from "../proofs/guidelines.js";
import { kr, tableTitles } from "../proofs/row-words.js";
import { incomesOf, rowsOf, yesNo, type Placed, type Said } from "./row.js";

const days = (count: number): string => `${String(count)} ${count === 1 ? "dag" : "dagar"}`;

const costSays = (rule: CostRule): readonly Said[] => {
  const { title } = costTypes[rule.type];
  return [
    ...everyHousehold.flatMap((household): readonly Said[] => {
      const ore = capFor(rule, household);
      const field = `cap-${String(household.adults)}-${String(household.children)}`;
      return ore === undefined ? [] : [{ field, title: `${title}, högst`, text: kr(ore), ore, household }];
    }),
    { field: "change", title: `${title}, ändring utan fråga`, text: kr(rule.changeOre), ore: rule.changeOre },
    { field: "declared", title: `${title}, den sökandes uppgift räcker`, text: yesNo(rule.declaredIsEnough) },
  ];
};

/** A table that says one thing. */
const single =
  <Row>(table: PackTable, text: (row: Row) => string) =>
  (row: Row): readonly Said[] => [{ field: "value", title: tableTitles[table], text: text(row) }];

const delegateOf = ({ role, automated }: DelegationItem): string => role ?? `automated-${automated?.name ?? ""}`;

/** Items with the same number and role that hold at the same time are lines of their own. */
const delegationLine = (item: DelegationItem, earlier: readonly DelegationItem[]): string => {
  const beside = earlier.filter(
    (one) =>
      one.item === item.item &&
      one.role === item.role &&
      one.automated?.name === item.automated?.name &&
      (one.to === undefined || one.to >= item.from) &&
      (item.to === undefined || item.to >= one.from) &&
      // An open item is replaced by a later one of the same number; one that starts the same day stands beside it.
      (one.to !== undefined || one.from === item.from),
  );
  return ["delegation", item.item, delegateOf(item), ...(beside.length === 0 ? [] : [beside.length + 1])].join(":");
};

const delegationRow = (item: DelegationItem, at: number, all: readonly DelegationItem[]): Placed => {
  const title = `Delegationsordning, punkt ${item.item}, ${delegateName(item)}`;
  const limit = item.upToOre;
  return {
    id: delegationLine(item, all.slice(0, at)),
    table: "delegation",
    row: {
      from: item.from,
      ...(item.to === undefined ? {} : { after: addDays(item.to, 1) }),
      class: item.class,
      source: item.source,
      ...(item.reviewBy === undefined ? {} : { reviewBy: item.reviewBy }),
      row: `delegation[${String(at)}]`,
      title,
      whole: {
        field: "item",
        title,
        text: `${item.title}: ${item.outcomes.map((one) => outcomeNames[one]).join(", ")}, ${limit === undefined ? "utan gräns" : `högst ${kr(limit)}`}, nämndens protokoll ${item.boardMinute}`,
      },
      says: [
        {
          field: "upToOre",
          title: `${title}, högst`,
          ...(limit === undefined ? { text: "utan gräns" } : { text: kr(limit), ore: limit }),
        },
        {
          field: "outcomes",
          title: `${title}, beslut`,
          text: item.outcomes.map((one) => outcomeNames[one]).join(", "),
        },
        { field: "title", title: `${title}, rubrik`, text: item.title },
        ...(item.automated === undefined
          ? []
          : [{ field: "on", title: `${title}, påslagen`, text: yesNo(item.automated.on) }]),
        { field: "boardMinute", title: `${title}, nämndens protokoll`, text: item.boardMinute },
      ],
    },
  };
};

/** Every row of an overlay. */
export const municipalRows = (pack: MunicipalPack): readonly Placed[] => [
  ...rowsOf("readings", pack.readings, {
    name: ({ key }) => key,
    title: ({ key }) => `Tolkning: ${openReadings[key].title}`,
    says: ({ key, option }) => [
      { field: "option", title: `Tolkning: ${openReadings[key].title}`, text: readingInWords(key, option) },
    ],
  }),
  ...rowsOf("costRules", pack.costRules, {
    name: ({ type }) => type,
    title: ({ type }) => costTypes[type].title,
    says: costSays,
  }),
  ...incomesOf(pack),
  ...rowsOf("incomeChange", pack.incomeChange, {
    title: () => tableTitles.incomeChange,
    says: single("incomeChange", ({ percent }) => `${String(percent)} % utan fråga`),
  }),
  ...rowsOf("sourceWait", pack.sourceWait, {
    title: () => tableTitles.sourceWait,
    says: single("sourceWait", (row) => days(row.days)),
  }),
  ...rowsOf("materialAge", pack.materialAge, {
    title: () => tableTitles.materialAge,
    says: single("materialAge", (row) => days(row.days)),
  }),
  ...rowsOf("completion", pack.completion, {
    title: () => tableTitles.completion,
    says: ({ answerDays, remindDaysBefore }) => [
      { field: "answerDays", title: tableTitles.completion, text: days(answerDays) },
      { field: "remindDaysBefore", title: "Påminnelse före sista dagen", text: days(remindDaysBefore) },
    ],
  }),
  ...rowsOf("leastAnswerTime", pack.leastAnswerTime, {
    title: () => tableTitles.leastAnswerTime,
    says: single("leastAnswerTime", (row) => days(row.days)),
  }),
  ...rowsOf("paymentCutOff", pack.paymentCutOff, {
    title: () => tableTitles.paymentCutOff,
    says: single(
      "paymentCutOff",
      ({ weekdaysBefore, at }) =>
        `${String(weekdaysBefore)} ${weekdaysBefore === 1 ? "vardag" : "vardagar"} före, kl. ${at}`,
    ),
  }),
  ...rowsOf("letterChannels", pack.letterChannels, {
    title: () => tableTitles.letterChannels,
    says: single(
      "letterChannels",
      ({ channels }) =>
        channels.map((channel) => deliveryChannels[channel].title).join(", därefter ") || "av en person",
    ),
  }),
  ...pack.delegation.map(delegationRow),
];
