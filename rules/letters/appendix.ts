import { costTypes } from "../../contracts/codes/costs.js";
import { incomeTypes } from "../../contracts/codes/incomes.js";
import { sources } from "../../contracts/codes/sources.js";
import type { Case, Cost, Income } from "../../contracts/case.js";
import { Fault } from "../../contracts/faults.js";
import type { LetterContent, LetterTable } from "../../contracts/letter.js";
import { formatKronor, sumOre, type Ore } from "../../contracts/money.js";
import type { Receipt, ReceiptLine } from "../../contracts/receipt.js";
import type { DecisionLetterInput } from "./letter-input.js";
import type { Writer } from "./writer.js";

type Kind = ReceiptLine["kind"];

const linesOf = (receipt: Receipt, kind: Kind): ReceiptLine[] => receipt.lines.filter((line) => line.kind === kind);

const isAbout = (line: ReceiptLine, path: string): boolean => line.facts.some((fact) => fact.startsWith(`${path}.`));

/** What of a cost was approved by the rulebook; undefined where no row concerns it. */
const approvedByRule = (receipt: Receipt, cost: Cost): Ore | undefined => {
  const lines = linesOf(receipt, "cost").filter((line) => isAbout(line, `costs.${cost.id}`));
  return lines.length === 0 ? undefined : sumOre(lines.map((line) => line.amountOre));
};

/** A cost with what was asked for, what was approved, and why. */
export type CostOutcome = { readonly cost: Cost; readonly approvedOre: Ore; readonly why: string };

/**
 * Every cost that was asked for, with its outcome.
 * @throws Fault `InvariantBroken` where less was approved than asked for and no person has said why.
 */
export const costOutcomes = (input: DecisionLetterInput, write: Writer): CostOutcome[] =>
  input.case.costs.map((cost) => {
    const reduced = input.decision.reducedCosts?.find(({ costId }) => costId === cost.id);
    if (reduced !== undefined) return { cost, approvedOre: reduced.approvedOre, why: reduced.why.text };
    const approvedOre = approvedByRule(input.receipt, cost);
    if (approvedOre !== cost.appliedOre)
      throw new Fault("InvariantBroken", "A cost differs from what was asked for, and nobody has said why.", {
        costId: cost.id,
      });
    return { cost, approvedOre, why: write.text("appendix.approved") };
  });

/** "Hyra", as it stands in a letter. */
export const costTitle = (cost: Cost): string => costTypes[cost.type].title;

const wide = (title: string) => ({ title, align: "left", width: "wide" }) as const;
const narrow = (title: string) => ({ title, align: "left", width: "narrow" }) as const;
const right = (title: string) => ({ title, align: "right", width: "narrow" }) as const;
const row = (...cells: string[]) => ({ cells, isTotal: false });
const total = (...cells: string[]) => ({ cells, isTotal: true });

const normTable = (receipt: Receipt): LetterTable => ({
  caption: "Riksnorm",
  columns: [wide("Rad"), right("Belopp")],
  rows: [
    ...linesOf(receipt, "norm").map((line) => row(line.text, formatKronor(line.amountOre))),
    total("Summa riksnorm", formatKronor(sumOre(linesOf(receipt, "norm").map((line) => line.amountOre)))),
  ],
});

const costTable = (outcomes: readonly CostOutcome[]): LetterTable[] =>
  outcomes.length === 0
    ? []
    : [
        {
          caption: "Kostnader utöver riksnormen",
          columns: [narrow("Kostnad"), right("Sökt"), right("Godkänt"), wide("Varför")],
          rows: [
            ...outcomes.map(({ cost, approvedOre, why }) =>
              row(costTitle(cost), formatKronor(cost.appliedOre), formatKronor(approvedOre), why),
            ),
            total(
              "Summa kostnader",
              formatKronor(sumOre(outcomes.map(({ cost }) => cost.appliedOre))),
              formatKronor(sumOre(outcomes.map(({ approvedOre }) => approvedOre))),
              "",
            ),
          ],
        },
      ];

const sourceTitle = (source: Income["source"]): string => {
  if (source === "document") return "Underlag";
  if (source === "applicant") return "Uppgift i ansökan";
  if (source === "caseworker") return "Handläggare";
  return sources[source].title;
};

const periodText = ({ from, to }: Income): string => (from === undefined || to === undefined ? "" : `${from} – ${to}`);

const incomeOf = (value: Case, line: ReceiptLine): Income | undefined =>
  value.incomes.find((income) => isAbout(line, `incomes.${income.id}`));

const incomeTable = (input: DecisionLetterInput): LetterTable[] => {
  const lines = linesOf(input.receipt, "income");
  if (lines.length === 0) return [];
  const rows = lines.map((line) => {
    const income = incomeOf(input.case, line);
    if (income === undefined) return row("", line.text, "", "", "", formatKronor(line.amountOre));
    return row(
      input.names[income.memberId] ?? "",
      incomeTypes[income.type].title,
      sourceTitle(income.source),
      periodText(income),
      income.paidOn ?? "",
      formatKronor(line.amountOre),
    );
  });
  return [
    {
      caption: "Inkomster",
      columns: [wide("Vem"), wide("Inkomst"), wide("Källa"), narrow("Avser"), narrow("Utbetald"), right("Belopp")],
      rows: [
        ...rows,
        total("Summa inkomster", "", "", "", "", formatKronor(sumOre(lines.map((line) => line.amountOre)))),
      ],
    },
  ];
};

const disregardTable = (receipt: Receipt): LetterTable[] => {
  const lines = linesOf(receipt, "disregard");
  return lines.length === 0
    ? []
    : [
        {
          caption: "Inkomster som inte räknas",
          columns: [wide("Vad"), wide("Enligt"), right("Belopp")],
          rows: lines.map((line) => row(line.text, line.basis[0] ?? "", formatKronor(line.amountOre))),
        },
      ];
};

/** A figure of the receipt that a letter cannot do without. @throws Fault `InvariantBroken` where it is null. */
export const figure = (receipt: Receipt, name: "normOre" | "costsOre" | "countedIncomeOre" | "shortfallOre"): Ore => {
  const amountOre = receipt[name];
  if (amountOre === null)
    throw new Fault("InvariantBroken", "A figure that the letter needs was not computed.", { name });
  return amountOre;
};

const resultTable = (input: DecisionLetterInput, outcomes: readonly CostOutcome[]): LetterTable => {
  const normOre = figure(input.receipt, "normOre");
  const costsOre = sumOre(outcomes.map(({ approvedOre }) => approvedOre));
  const meansOre = figure(input.receipt, "countedIncomeOre");
  const differenceOre = normOre + costsOre - meansOre;
  return {
    caption: "Resultat",
    columns: [wide("Steg"), right("Belopp")],
    rows: [
      row("Riksnorm", formatKronor(normOre)),
      row("Godkända kostnader", formatKronor(costsOre)),
      row("Inkomster som räknas", formatKronor(-meansOre)),
      total(differenceOre < 0 ? "Överskott" : "Bistånd för månaden", formatKronor(differenceOre)),
    ],
  };
};

/** The calculation, row by row: norm, costs, incomes, what is disregarded, and the result. */
export const composeAppendix = (input: DecisionLetterInput, write: Writer): NonNullable<LetterContent["appendix"]> => {
  const outcomes = costOutcomes(input, write);
  return {
    title: write.text("title.appendix"),
    note: write.text("appendix.note", {
      rulebook: input.receipt.rulebook.version,
      inputHash: input.receipt.inputHash.slice(0, 16),
    }),
    tables: [
      normTable(input.receipt),
      ...costTable(outcomes),
      ...incomeTable(input),
      ...disregardTable(input.receipt),
      resultTable(input, outcomes),
    ],
  };
};
