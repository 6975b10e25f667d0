import { monthInWords, type Month } from "../../contracts/dates.js";
import type { PackProblemCode } from "../../contracts/codes/pack-problems.js";
import type { PackProblem } from "../../contracts/pack-check.js";
import { whoDecides } from "../../contracts/pack-words.js";
import type { MunicipalPack, NationalPack, RowClass } from "../../contracts/rule-pack.js";
import { tableTitles } from "./row-words.js";

type ClassedRow = { readonly class: RowClass; readonly from: Month };
type ClassedTable = "costRules" | "incomeRules" | "legalPeriods" | "priceBaseAmounts" | "riksnorm";
type LooseTable = Exclude<keyof MunicipalPack & keyof typeof tableTitles, ClassedTable | "delegation">;

const problemsOf = (
  table: ClassedTable | LooseTable,
  { rows, allowed, code }: { rows: readonly ClassedRow[]; allowed: readonly RowClass[]; code: PackProblemCode },
): readonly PackProblem[] =>
  rows.flatMap((row, at) => {
    if (allowed.includes(row.class)) return [];
    const title = `${tableTitles[table]}, rad ${String(at + 1)}`;
    const deciders = allowed.map((one) => whoDecides[one].toLocaleLowerCase("sv")).join(" eller ");
    return [
      {
        code: row.class === "law" ? "law-class" : code,
        table,
        row: `${table}[${String(at)}]`,
        title,
        message: `${title} sägs beslutas av ${whoDecides[row.class].toLocaleLowerCase("sv")}, men beslutas av ${deciders}.`,
        counterexample: {
          kind: "month",
          month: row.from,
          text: `En ansökan som gäller ${monthInWords(row.from)}.`,
        },
      },
    ];
  });

const loose = [
  "readings",
  "incomeChange",
  "sourceWait",
  "materialAge",
  "completion",
  "leastAnswerTime",
  "paymentCutOff",
  "letterChannels",
] as const satisfies readonly LooseTable[];

/**
 * That every row is decided by those who may: law by parliament and government, guidelines by the board, and only
 * thresholds and readings by a manager. How an income counts may be practice, which is said to be no law. A guideline called a threshold would take effect without the board's minute.
 */
export const proveClasses = (pack: MunicipalPack | NationalPack): readonly PackProblem[] =>
  pack.layer === "national"
    ? (["riksnorm", "priceBaseAmounts", "legalPeriods", "incomeRules"] as const).flatMap((table) =>
        problemsOf(table, {
          rows: pack[table],
          allowed: table === "incomeRules" ? ["law", "practice"] : ["law"],
          code: "law-class",
        }),
      )
    : [
        ...(["costRules", "incomeRules"] as const).flatMap((table) =>
          problemsOf(table, { rows: pack[table], allowed: ["board-guideline"], code: "board-decides" }),
        ),
        ...loose.flatMap((table) =>
          problemsOf(table, { rows: pack[table], allowed: ["board-guideline", "operational"], code: "board-decides" }),
        ),
      ];
