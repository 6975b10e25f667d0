import { addMonths, type Month } from "../../../../contracts/dates.js";
import { normRowNames } from "../../../../contracts/pack-words.js";
import { normCellKeys, type NationalPack, type NormCellKey, type NormTable } from "../../../../contracts/rule-pack.js";
import { formatKronor } from "../../../../contracts/money.js";
import { parseKronor } from "../../../components/parse-kronor.js";
import { choiceField, yesNoOptions } from "./fields.js";
import type { Field } from "./field.js";
import { editable } from "./table-spec.js";

const byMonth = {
  blanks: () => [],
  pointOf: (month: Month) => month,
  before: (month: Month) => addMonths(month, -1),
  nameOf: () => "all",
};

const amountField = (key: NormCellKey): Field<NormTable> => ({
  name: key,
  title: normRowNames[key],
  entry: { kind: "kronor" },
  mayBeEmpty: false,
  read: ({ cells }) => (cells[key] === undefined ? "" : formatKronor(cells[key].amountOre)),
  write: (row, { text, source }) => {
    const amountOre = parseKronor(text);
    const cell = row.cells[key];
    if (amountOre === undefined || cell === undefined) return undefined;
    return { ...row, cells: { ...row.cells, [key]: { ...cell, amountOre, source } } };
  },
});

/** A figure becomes one that may be granted on with an official source; the second person is the approval. */
const verifiedField = (key: NormCellKey): Field<NormTable> =>
  choiceField(
    { name: `${key}.verified`, title: `${normRowNames[key]}: verifierat`, options: yesNoOptions },
    {
      read: ({ cells }) => (cells[key]?.verified === true ? "yes" : "no"),
      write: (row, value) => {
        const cell = row.cells[key];
        const verified = value === "yes";
        return cell === undefined ? undefined : { ...row, cells: { ...row.cells, [key]: { ...cell, verified } } };
      },
    },
  );

const normFields = (row: NormTable, written: readonly string[]): readonly Field<NormTable>[] =>
  normCellKeys.flatMap((key) => {
    const cell = row.cells[key];
    if (cell === undefined) return [];
    const asksVerified = !cell.verified || written.includes(`${key}.verified`);
    return [amountField(key), ...(asksVerified ? [verifiedField(key)] : [])];
  });

const riksnorm = editable<Month, NormTable>({
  ...byMonth,
  table: "riksnorm",
  title: "Riksnormen, kronor per månad",
  rowsOf: (pack) => (pack.layer === "national" ? pack.riksnorm : []),
  withRows: (pack, rows) => (pack.layer === "national" ? { ...pack, riksnorm: [...rows] } : pack),
  titleOf: () => "Riksnormen",
  classOf: (row) => row.class,
  fields: normFields,
});

type PriceBase = NationalPack["priceBaseAmounts"][number];
const priceBase = editable<Month, PriceBase>({
  ...byMonth,
  table: "priceBaseAmounts",
  title: "Prisbasbelopp",
  rowsOf: (pack) => (pack.layer === "national" ? pack.priceBaseAmounts : []),
  withRows: (pack, rows) => (pack.layer === "national" ? { ...pack, priceBaseAmounts: [...rows] } : pack),
  titleOf: () => "Prisbasbelopp",
  classOf: (row) => row.class,
  fields: () => [
    {
      name: "amount",
      title: "Belopp för året",
      entry: { kind: "kronor" },
      mayBeEmpty: false,
      read: ({ amount }) => formatKronor(amount.amountOre),
      write: (row, { text, source }) => {
        const amountOre = parseKronor(text);
        return amountOre === undefined ? undefined : { ...row, amount: { ...row.amount, amountOre, source } };
      },
    },
  ],
});

/** The tables of a national pack that are edited cell by cell. */
export const nationalTables = [riksnorm, priceBase];
