import { addDays, firstDayOf, type LocalDate } from "../../../../contracts/dates.js";
import { formatKronor } from "../../../../contracts/money.js";
import { delegateName, outcomeNames } from "../../../../contracts/pack-words.js";
import { delegationItemSchema, type DelegationItem } from "../../../../contracts/rule-pack.js";
import { parseKronor } from "../../../components/parse-kronor.js";
import type { Field } from "./field.js";
import { editable } from "./table-spec.js";

const upTo: Field<DelegationItem> = {
  name: "up-to",
  title: "Högst, tomt är utan gräns",
  entry: { kind: "kronor" },
  mayBeEmpty: true,
  read: ({ upToOre }) => (upToOre === undefined ? "" : formatKronor(upToOre)),
  write: (row, { text }) => {
    const unlimited = { ...row };
    delete unlimited.upToOre;
    if (text.trim() === "") return unlimited;
    const upToOre = parseKronor(text);
    return upToOre === undefined ? undefined : { ...unlimited, upToOre };
  },
};

/** The minute that the item rests on: "2026-10-21 § 97". */
const minute: Field<DelegationItem> = {
  name: "minute",
  title: "Nämndens protokoll",
  entry: { kind: "text" },
  mayBeEmpty: false,
  read: ({ boardMinute }) => boardMinute,
  write: (row, { text }) => {
    const boardMinute = delegationItemSchema.shape.boardMinute.safeParse(text.trim());
    return boardMinute.success ? { ...row, boardMinute: boardMinute.data } : undefined;
  },
};

/** The delegation order: who may decide what, up to which amount. Holds by day; a change begins on the first of a month. */
export const delegationTable = editable<LocalDate, DelegationItem>({
  table: "delegation",
  title: "Delegationsordning",
  rowsOf: (pack) => (pack.layer === "municipal" ? pack.delegation : []),
  withRows: (pack, rows) => (pack.layer === "municipal" ? { ...pack, delegation: [...rows] } : pack),
  nameOf: ({ item, role, automated, outcomes }) => `${item}:${role ?? automated?.name ?? ""}:${outcomes.join("+")}`,
  titleOf: (row) =>
    `${row.item} ${row.title} (${delegateName(row)}: ${row.outcomes.map((one) => outcomeNames[one]).join(", ")})`,
  classOf: (row) => row.class,
  fields: () => [upTo, minute],
  blanks: () => [],
  pointOf: firstDayOf,
  before: (day) => addDays(day, -1),
});
