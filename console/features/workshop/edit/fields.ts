import { localDateSchema } from "../../../../contracts/dates.js";
import { formatKronor, type Ore } from "../../../../contracts/money.js";
import { parseKronor } from "../../../components/parse-kronor.js";
import { withoutReview, type Dated } from "./splice-line.js";
import type { Entry, Field } from "./field.js";

type Named = { readonly name: string; readonly title: string };

/** A cell in kronor. `optional` amounts may be left empty: there is then no limit. */
export const kronorField = <Row>(
  named: Named,
  { read, write }: { readonly read: (row: Row) => Ore | undefined; readonly write: (row: Row, ore: Ore) => Row },
): Field<Row> => ({
  ...named,
  entry: { kind: "kronor" },
  mayBeEmpty: false,
  read: (row) => {
    const ore = read(row);
    return ore === undefined ? "" : formatKronor(ore);
  },
  write: (row, { text }) => {
    const ore = parseKronor(text);
    return ore === undefined ? undefined : write(row, ore);
  },
});

/** A cell with a whole number of something. */
export const countField = <Row>(
  named: Named & { readonly unit: string; readonly most: number },
  { read, write }: { readonly read: (row: Row) => number; readonly write: (row: Row, count: number) => Row },
): Field<Row> => ({
  name: named.name,
  title: named.title,
  entry: { kind: "count", unit: named.unit },
  mayBeEmpty: false,
  read: (row) => String(read(row)),
  write: (row, { text }) => {
    const bare = text.trim();
    return /^\d{1,3}$/.test(bare) && Number(bare) <= named.most ? write(row, Number(bare)) : undefined;
  },
});

/** A cell that is one of a few. */
export const choiceField = <Row>(
  named: Named & { readonly options: Extract<Entry, { kind: "choice" }>["options"] },
  {
    read,
    write,
  }: { readonly read: (row: Row) => string; readonly write: (row: Row, value: string) => Row | undefined },
): Field<Row> => ({
  name: named.name,
  title: named.title,
  entry: { kind: "choice", options: named.options },
  mayBeEmpty: false,
  read,
  write: (row, { text }) => write(row, text),
});

/** The day by which those who decided a row are to look at it again. Emptied, there is none. */
export const reviewField = <Row extends Dated<string>>(): Field<Row> => ({
  name: "reviewBy",
  title: "Ses över senast",
  entry: { kind: "date" },
  mayBeEmpty: true,
  read: ({ reviewBy }) => reviewBy ?? "",
  write: (row, { text }) => {
    if (text.trim() === "") return withoutReview(row);
    const reviewBy = localDateSchema.safeParse(text.trim());
    return reviewBy.success ? { ...row, reviewBy: reviewBy.data } : undefined;
  },
});

/** Yes or no. */
export const yesNoOptions = [
  { value: "yes", label: "Ja" },
  { value: "no", label: "Nej" },
] as const;
