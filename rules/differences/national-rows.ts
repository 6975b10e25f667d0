import { citationNames, normRowNames } from "../../contracts/pack-words.js";
import { citationKeys, normCellKeys, type CitedAmount, type NationalPack } from "../../contracts/rule-pack.js";
import { kr, tableTitles } from "../proofs/row-words.js";
import { incomesOf, monthRow, rowsOf, yesNo, type Placed, type Said } from "./row.js";

const citedSays = (title: string, cell: CitedAmount): readonly Said[] => [
  { field: "amount", title, text: kr(cell.amountOre), ore: cell.amountOre },
  { field: "verified", title: `${title}, verifierat`, text: yesNo(cell.verified) },
  {
    field: "confidence",
    title: `${title}, säkerhet`,
    text: cell.confidence === "derived" ? "härlett" : cell.confidence,
  },
];

/** Every row of the law, cell by cell. */
export const nationalRows = (pack: NationalPack): readonly Placed[] => [
  ...normCellKeys.flatMap((key) =>
    pack.riksnorm.flatMap((table, at): readonly Placed[] => {
      const cell = table.cells[key];
      if (cell === undefined) return [];
      const title = `Riksnorm: ${normRowNames[key]}`;
      const says = citedSays(title, cell);
      const row = monthRow(
        { ...table, source: cell.source },
        { at: `riksnorm[${String(at)}].cells.${key}`, title, says, whole: says[0] },
      );
      return [{ id: `riksnorm:${key}`, table: "riksnorm", row }];
    }),
  ),
  ...rowsOf("priceBaseAmounts", pack.priceBaseAmounts, {
    title: () => tableTitles.priceBaseAmounts,
    isWhole: true,
    says: ({ amount }) => citedSays("Prisbasbelopp", amount),
  }),
  ...rowsOf("legalPeriods", pack.legalPeriods, {
    title: () => tableTitles.legalPeriods,
    isWhole: true,
    says: (period) => [
      { field: "title", title: "Laggrund", text: period.title },
      { field: "codified", title: "Laggrund, uttryckt som regler", text: yesNo(period.codified) },
      { field: "verified", title: "Laggrund, verifierad", text: yesNo(period.verified) },
      ...citationKeys.flatMap((key): readonly Said[] => {
        const text = period.citations[key];
        return text === undefined ? [] : [{ field: key, title: `Lagrum: ${citationNames[key]}`, text }];
      }),
    ],
  }),
  ...incomesOf(pack),
];
