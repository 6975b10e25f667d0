import type { DocumentSpec } from "../households/household.js";
import { bankgiro, ocrNumber, printedAmount, printedPeriod } from "./numbers.js";
import type { Face, Mark, Page } from "./page.js";

type Of<Kind extends DocumentSpec["kind"]> = Extract<DocumentSpec, { kind: Kind }>;
type Line = readonly [label: string, value: string];

/** A heading and lines of label and value, in one type face; an empty line is a gap. */
const slip = (at: { title: string; sender: string; face: Face; lines: readonly Line[]; valueX: number }): Page => ({
  title: at.title,
  marks: [
    { kind: "text", x: 60, y: 80, text: at.sender, size: 16, face: at.face },
    { kind: "text", x: 60, y: 115, text: at.title, size: 14, face: at.face },
    { kind: "line", x: 60, y: 128, width: 470 },
    ...at.lines.flatMap(([label, value], index): readonly Mark[] => [
      { kind: "text", x: 60, y: 160 + index * 22, text: label, size: 11, face: at.face },
      { kind: "text", x: at.valueX, y: 160 + index * 22, text: value, size: 11, face: at.face },
    ]),
  ],
});

const gap: Line = ["", ""];

/** An electricity bill: grid and energy, and their sum. */
export const electricityBill = (bill: Of<"electricity-bill">, seed: string): Page =>
  slip({
    title: "Elräkning",
    sender: "Exempel Energi AB",
    face: "sans",
    valueX: 260,
    lines: [
      ["Kund", bill.customer],
      ["Förbrukningsperiod", `${bill.from} – ${bill.to}`],
      gap,
      ["Elnät", `${printedAmount(bill.gridOre)} kr`],
      ["Elhandel", `${printedAmount(bill.energyOre)} kr`],
      ["Att betala", `${printedAmount(bill.gridOre + bill.energyOre)} kr`],
      gap,
      ["Förfallodatum", bill.dueOn],
      ["OCR-nummer", ocrNumber(seed)],
      ["Bankgiro", bankgiro("Exempel Energi AB")],
    ],
  });

/** A month's premium of a home insurance. */
export const homeInsurance = (premium: Of<"home-insurance">, seed: string): Page =>
  slip({
    title: "Premieavi hemförsäkring",
    sender: "Exempel Försäkring",
    face: "serif",
    valueX: 240,
    lines: [
      ["Försäkringstagare", premium.customer],
      ["Försäkringsperiod", printedPeriod(premium.month)],
      ["Att betala", `${printedAmount(premium.amountOre)} kr`],
      ["Förfallodag", premium.dueOn],
      ["OCR", ocrNumber(seed)],
      ["Bankgiro", bankgiro("Exempel Försäkring")],
    ],
  });

/** A payslip. */
export const payslip = (slipSpec: Of<"payslip">): Page =>
  slip({
    title: "Lönespecifikation",
    sender: slipSpec.employer,
    face: "sans",
    valueX: 260,
    lines: [
      ["Anställd", slipSpec.employee],
      ["Personnummer", `${slipSpec.personalNumber.slice(0, 8)}-${slipSpec.personalNumber.slice(8)}`],
      ["Löneperiod", `${slipSpec.from} – ${slipSpec.to}`],
      ["Utbetalningsdag", slipSpec.paidOn],
      gap,
      ["Bruttolön", `${printedAmount(slipSpec.grossOre)} kr`],
      ["Preliminär skatt", `${printedAmount(-slipSpec.taxOre)} kr`],
      ["Nettolön", `${printedAmount(slipSpec.netOre)} kr`],
    ],
  });

/** A receipt, as from a dentist or a pharmacy. */
export const receipt = (sold: Of<"receipt">): Page =>
  slip({
    title: "Kvitto",
    sender: sold.seller,
    face: "mono",
    valueX: 320,
    lines: [
      ["Kund", sold.customer],
      ["Datum", sold.on],
      gap,
      ...sold.rows.map(({ label, amountOre }): Line => [label, `${printedAmount(amountOre)} kr`]),
      ["Summa", `${printedAmount(sold.rows.reduce((total, { amountOre }) => total + amountOre, 0))} kr`],
    ],
  });
