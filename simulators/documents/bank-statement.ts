import type { DocumentSpec } from "../households/household.js";
import { printedAmount } from "./numbers.js";
import type { Mark, Page } from "./page.js";

type BankStatement = Extract<DocumentSpec, { kind: "bank-statement" }>;

/** A statement of account: every movement with the balance after it. */
export const bankStatement = (statement: BankStatement): Page => {
  let balanceOre = statement.openingOre;
  const rows = statement.rows.map((row) => {
    balanceOre += row.amountOre;
    return { ...row, balanceOre };
  });
  const top = 220;
  const columns = (
    y: number,
    cells: readonly [string, string, string, string],
    face: "sans" | "sans-bold",
  ): readonly Mark[] => [
    { kind: "text", x: 50, y, text: cells[0], face },
    { kind: "text", x: 130, y, text: cells[1], face },
    { kind: "text", x: 430, y, text: cells[2], face, align: "right" },
    { kind: "text", x: 540, y, text: cells[3], face, align: "right" },
  ];
  return {
    title: "Kontoutdrag",
    marks: [
      { kind: "text", x: 50, y: 70, text: "Exempelbanken", size: 18, face: "sans-bold" },
      { kind: "text", x: 50, y: 105, text: "Kontoutdrag", size: 14 },
      { kind: "text", x: 50, y: 130, text: `Kontohavare: ${statement.holder}` },
      { kind: "text", x: 50, y: 146, text: `Period: ${statement.from} – ${statement.to}` },
      { kind: "text", x: 50, y: 162, text: `Ingående saldo: ${printedAmount(statement.openingOre)}` },
      { kind: "line", x: 50, y: top - 20, width: 490 },
      ...columns(top, ["Datum", "Text", "Belopp", "Saldo"], "sans-bold"),
      ...rows.flatMap((row, index) =>
        columns(
          top + 22 + index * 18,
          [row.on, row.label, printedAmount(row.amountOre), printedAmount(row.balanceOre)],
          "sans",
        ),
      ),
      {
        kind: "text",
        x: 50,
        y: top + 50 + rows.length * 18,
        text: `Utgående saldo: ${printedAmount(balanceOre)}`,
        face: "sans-bold",
      },
    ],
  };
};
