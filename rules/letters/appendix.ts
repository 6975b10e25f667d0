import { incomeTypes } from "../../contracts/codes/incomes.js";
import { sources } from "../../contracts/codes/sources.js";
import type { Case, Income } from "../../contracts/case.js";
import { dateInWords } from "../../contracts/dates.js";
import type { LetterContent, LetterTable } from "../../contracts/letter.js";
import { formatKronor, sumOre } from "../../contracts/money.js";
import type { Receipt, ReceiptLine } from "../../contracts/receipt.js";
import { citationsFor } from "./citations.js";
import { costOutcomes, costTitle, type CostOutcome } from "./cost-outcomes.js";
import type { DecisionLetterInput } from "./letter-input.js";
import { reckoningOf, type Reckoning } from "./reckoning.js";
import { isSupplement } from "./supplement.js";
import type { Writer } from "./writer.js";

type Kind = ReceiptLine["kind"];

const linesOf = (receipt: Receipt, kind: Kind): ReceiptLine[] => receipt.lines.filter((line) => line.kind === kind);

const isAbout = (line: ReceiptLine, path: string): boolean => line.facts.some((fact) => fact.startsWith(`${path}.`));

const wide = (title: string) => ({ title, align: "left", width: "wide" }) as const;
const narrow = (title: string) => ({ title, align: "left", width: "narrow" }) as const;
const right = (title: string) => ({ title, align: "right", width: "narrow" }) as const;
const row = (...cells: string[]) => ({ cells, isTotal: false });
const total = (...cells: string[]) => ({ cells, isTotal: true });

const normTable = (receipt: Receipt): LetterTable[] => {
  const lines = linesOf(receipt, "norm");
  return lines.length === 0
    ? []
    : [
        {
          caption: "Riksnorm",
          columns: [wide("Rad"), right("Belopp")],
          rows: [
            ...lines.map((line) => row(line.text, formatKronor(line.amountOre))),
            total("Summa riksnorm", formatKronor(sumOre(lines.map((line) => line.amountOre)))),
          ],
        },
      ];
};

/** Why a cost came out as it did. The decider's own reasons stand in the letter, in full. */
const whyOf = (input: DecisionLetterInput, { outcome, write }: { outcome: CostOutcome; write: Writer }): string => {
  switch (outcome.ground) {
    case "rule":
      return write.text("appendix.approved");
    case "person":
      return write.text("appendix.by-person");
    case "reduced":
      return write.text("appendix.reduced");
    case "refused":
      return write.text("appendix.refused");
    case "discretionary":
      return write.text("appendix.discretionary", {
        section: citationsFor(input)("discretionary-aid"),
      });
  }
};

const costTable = (input: DecisionLetterInput, write: Writer): LetterTable[] => {
  const outcomes = costOutcomes(input);
  return outcomes.length === 0
    ? []
    : [
        {
          caption: "Kostnader utöver riksnormen",
          columns: [narrow("Kostnad"), right("Sökt"), right("Godkänt"), wide("Varför")],
          rows: [
            ...outcomes.map((outcome) => {
              const { cost, approvedOre } = outcome;
              const why = whyOf(input, { outcome, write });
              return row(costTitle(cost), formatKronor(cost.appliedOre), formatKronor(approvedOre), why);
            }),
            total(
              "Summa kostnader",
              formatKronor(sumOre(outcomes.map(({ cost }) => cost.appliedOre))),
              formatKronor(sumOre(outcomes.map(({ approvedOre }) => approvedOre))),
              "",
            ),
          ],
        },
      ];
};

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

/** What the difference between need and means is called, by what was decided. */
const differenceTitle = (differenceOre: number, amountOre: number): string => {
  if (differenceOre < 0) return "Överskott";
  return differenceOre === amountOre ? "Bistånd för månaden" : "Underskott enligt beräkningen";
};

const reckoningRows = (
  { normOre, costsOre, meansOre, differenceOre }: Reckoning,
  amountOre: number,
): LetterTable["rows"] => [
  row("Riksnorm", formatKronor(normOre)),
  row("Godkända kostnader", formatKronor(costsOre)),
  row("Inkomster som räknas", formatKronor(-meansOre)),
  total(differenceTitle(differenceOre, amountOre), formatKronor(differenceOre)),
];

const resultTable = (input: DecisionLetterInput): LetterTable => {
  const { amountOre, emergency } = input.decision;
  const reckoning = reckoningOf(input);
  const asReckoned = reckoning !== undefined && Math.max(reckoning.differenceOre, 0) === amountOre;
  return {
    caption: "Resultat",
    columns: [wide("Steg"), right("Belopp")],
    rows: [
      ...(reckoning === undefined ? [] : reckoningRows(reckoning, amountOre)),
      ...(emergency === undefined || emergency.grantedOre === 0
        ? []
        : [row("Akut hjälp, en del av beloppet", formatKronor(emergency.grantedOre))]),
      ...(asReckoned ? [] : [total("Beslutat belopp", formatKronor(amountOre))]),
    ],
  };
};

/**
 * The calculation, row by row: norm, costs, incomes, what is disregarded, and the result. For a supplement only what was
 * asked for and what was decided of it.
 */
export const composeAppendix = (input: DecisionLetterInput, write: Writer): NonNullable<LetterContent["appendix"]> => {
  const words = {
    rulebook: input.receipt.rulebook.version,
    inputHash: input.receipt.inputHash.slice(0, 16),
    appliedOn: dateInWords(input.case.appliedOn),
  };
  const { manualNorm } = input.case;
  if (isSupplement(input))
    return {
      title: write.text("title.appendix-supplement"),
      note: write.text("appendix.note-supplement", words),
      tables: [...costTable(input, write), resultTable(input)],
    };
  return {
    title: write.text("title.appendix"),
    note:
      manualNorm === undefined
        ? write.text("appendix.note", words)
        : write.text("appendix.note-manual", { ...words, citation: manualNorm.citation }),
    tables: [
      ...normTable(input.receipt),
      ...costTable(input, write),
      ...incomeTable(input),
      ...disregardTable(input.receipt),
      resultTable(input),
    ],
  };
};
