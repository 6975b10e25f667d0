import { costTypes } from "../../../../contracts/codes/costs.js";
import { addMonths, type Month } from "../../../../contracts/dates.js";
import { formatKronor } from "../../../../contracts/money.js";
import { householdOfCap } from "../../../../contracts/pack-words.js";
import type { CostRule } from "../../../../contracts/rule-pack.js";
import { parseKronor } from "../../../components/parse-kronor.js";
import { choiceField, kronorField, yesNoOptions } from "./fields.js";
import type { Field } from "./field.js";
import { editable } from "./table-spec.js";

type Cap = CostRule["caps"][number];
type Bounds = Omit<Cap, "capOre">;

const prefix = "cap:";

/** The name of the cell for the households of a row: `cap:2:1`, with a dash where there is no bound. */
export const capName = ({ maxAdults, maxChildren }: Bounds): string =>
  `${prefix}${String(maxAdults ?? "-")}:${String(maxChildren ?? "-")}`;

const boundsOf = (name: string): Bounds => {
  const [adults, children] = name
    .slice(prefix.length)
    .split(":")
    .map((part) => (part === "-" ? undefined : Number(part)));
  return {
    ...(adults === undefined ? {} : { maxAdults: adults }),
    ...(children === undefined ? {} : { maxChildren: children }),
  };
};

const holds = (cap: Bounds, { maxAdults = Infinity, maxChildren = Infinity }: Bounds): boolean =>
  (cap.maxAdults ?? Infinity) >= maxAdults && (cap.maxChildren ?? Infinity) >= maxChildren;

/** The rows with one more, before the first that would have held its households: the first that holds one applies. */
const inserted = (caps: readonly Cap[], cap: Cap): Cap[] => {
  const at = caps.findIndex((one) => holds(one, cap));
  const place = at < 0 ? caps.length : at;
  return [...caps.slice(0, place), cap, ...caps.slice(place)];
};

const capField = (name: string): Field<CostRule> => {
  const bounds = boundsOf(name);
  const isIt = (cap: Cap): boolean => capName(cap) === name;
  return {
    name,
    title: `Tak för ${householdOfCap({ ...bounds, capOre: 0 }).toLocaleLowerCase("sv")}`,
    entry: { kind: "kronor" },
    mayBeEmpty: true,
    read: ({ caps }) => {
      const cap = caps.find(isIt);
      return cap === undefined ? "" : formatKronor(cap.capOre);
    },
    write: (row, { text }) => {
      if (text.trim() === "") {
        const caps = row.caps.filter((cap) => !isIt(cap));
        return caps.length === 0 ? undefined : { ...row, caps };
      }
      const capOre = parseKronor(text);
      if (capOre === undefined) return undefined;
      const isThere = row.caps.some(isIt);
      const caps = row.caps.map((cap) => (isIt(cap) ? { ...cap, capOre } : cap));
      return { ...row, caps: isThere ? caps : inserted(row.caps, { ...bounds, capOre }) };
    },
  };
};

const settings: readonly Field<CostRule>[] = [
  kronorField(
    { name: "change", title: "Ändring från förra månaden utan fråga" },
    { read: ({ changeOre }) => changeOre, write: (row, changeOre) => ({ ...row, changeOre }) },
  ),
  choiceField(
    { name: "declared", title: "Den sökandes uppgift räcker", options: yesNoOptions },
    {
      read: ({ declaredIsEnough }) => (declaredIsEnough ? "yes" : "no"),
      write: (row, value) => ({ ...row, declaredIsEnough: value === "yes" }),
    },
  ),
];

/** What each kind of cost may come to: the guideline by household, and how much it may change. */
export const costRulesTable = editable<Month, CostRule>({
  table: "costRules",
  title: "Riktlinjer för kostnader",
  rowsOf: (pack) => (pack.layer === "municipal" ? pack.costRules : []),
  withRows: (pack, rows) => (pack.layer === "municipal" ? { ...pack, costRules: [...rows] } : pack),
  nameOf: ({ type }) => type,
  titleOf: ({ type }) => costTypes[type].title,
  classOf: (row) => row.class,
  fields: ({ caps }, written) => {
    const names = [...caps.map(capName), ...written.filter((name) => name.startsWith(prefix))];
    return [...[...new Set(names)].map(capField), ...settings];
  },
  blanks: () => [],
  pointOf: (month) => month,
  before: (month) => addMonths(month, -1),
});
