import type { PackProblemCode } from "../../contracts/codes/pack-problems.js";
import { monthInWords, type Month } from "../../contracts/dates.js";
import type { PackProblem, PackTable } from "../../contracts/pack-check.js";
import { normRowNames } from "../../contracts/pack-words.js";
import { normCellKeys, type CitedAmount, type NationalPack } from "../../contracts/rule-pack.js";
import { isWholeKronor } from "../rounding.js";
import { kr, periodInWords } from "./row-words.js";

type Cited = {
  readonly table: PackTable;
  readonly row: string;
  readonly title: string;
  readonly from: Month;
  readonly cell: CitedAmount;
  /** The same figure as it stands in the law that is in force, where it stands there. */
  readonly before: CitedAmount | undefined;
};

const everyCited = (pack: NationalPack, national: readonly NationalPack[]): readonly Cited[] => [
  ...pack.riksnorm.flatMap((table, at) => {
    const before = national.flatMap(({ riksnorm }) => riksnorm).find(({ from }) => from === table.from);
    return normCellKeys.flatMap((key): readonly Cited[] => {
      const cell = table.cells[key];
      if (cell === undefined) return [];
      const row = `riksnorm[${String(at)}].cells.${key}`;
      const title = `Riksnorm ${periodInWords(table)}: ${normRowNames[key]}`;
      return [{ table: "riksnorm", row, title, from: table.from, cell, before: before?.cells[key] }];
    });
  }),
  ...pack.priceBaseAmounts.map((entry, at): Cited => {
    const before = national
      .flatMap(({ priceBaseAmounts }) => priceBaseAmounts)
      .find(({ from }) => from === entry.from)?.amount;
    const title = `Prisbasbelopp ${periodInWords(entry)}`;
    return {
      table: "priceBaseAmounts",
      row: `priceBaseAmounts[${String(at)}]`,
      title,
      from: entry.from,
      cell: entry.amount,
      before,
    };
  }),
];

type Found = { readonly code: PackProblemCode; readonly message: string };

const evidence = ({ cell, before }: Cited): readonly Found[] => {
  if (!cell.verified) return [];
  if (cell.confidence === "derived" || cell.confidence === "C")
    return [
      {
        code: "derived-verified",
        message: `${kr(cell.amountOre)} är ${cell.confidence === "derived" ? "härlett" : "svagt belagt"} och kan inte vara verifierat.`,
      },
    ];
  if (before?.verified === false && before.source === cell.source)
    return [
      {
        code: "verified-without-source",
        message: `${kr(cell.amountOre)} har blivit verifierat utan ny källa. Källan är fortfarande: ${cell.source}.`,
      },
    ];
  return [];
};

const wholeKronor = ({ table, cell }: Cited): readonly Found[] =>
  table === "priceBaseAmounts" && !isWholeKronor(cell.amountOre)
    ? [{ code: "not-whole-kronor", message: `${kr(cell.amountOre)} är inte hela kronor.` }]
    : [];

/** That no figure is called verified on weak grounds, or becomes so without a new source. */
export const proveCitedAmounts = (pack: NationalPack, national: readonly NationalPack[]): readonly PackProblem[] =>
  everyCited(pack, national).flatMap((cited) =>
    [...evidence(cited), ...wholeKronor(cited)].map(({ code, message }) => ({
      code,
      table: cited.table,
      row: cited.row,
      title: cited.title,
      message: `${cited.title}: ${message}`,
      counterexample: {
        kind: "month",
        month: cited.from,
        text: `En ansökan som gäller ${monthInWords(cited.from)}.`,
      },
    })),
  );
