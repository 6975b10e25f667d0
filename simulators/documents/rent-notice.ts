import type { DocumentSpec } from "../households/household.js";
import { monthName } from "../shared/month-name.js";
import { bankgiro, ocrNumber, printedAmount, printedPeriod } from "./numbers.js";
import type { Mark, Page } from "./page.js";

type RentNotice = Extract<DocumentSpec, { kind: "rent-notice" }>;

const totalOf = ({ rows }: RentNotice): number => rows.reduce((total, { amountOre }) => total + amountOre, 0);

/** A large housing company: head to the left, rows in the middle, the payment slip below. */
const company = (notice: RentNotice, seed: string): readonly Mark[] => [
  { kind: "text", x: 50, y: 70, text: notice.landlord, size: 18, face: "sans-bold" },
  { kind: "text", x: 400, y: 70, text: "Hyresavi", size: 18 },
  { kind: "text", x: 50, y: 130, text: "Hyresgäst", size: 9 },
  { kind: "text", x: 50, y: 146, text: notice.tenant, size: 12 },
  { kind: "text", x: 330, y: 130, text: "Avser perioden", size: 9 },
  { kind: "text", x: 330, y: 146, text: printedPeriod(notice.month), size: 12 },
  { kind: "line", x: 50, y: 180, width: 495 },
  ...notice.rows.flatMap(({ label, amountOre }, index): readonly Mark[] => [
    { kind: "text", x: 50, y: 205 + index * 20, text: label, size: 11 },
    { kind: "text", x: 545, y: 205 + index * 20, text: printedAmount(amountOre), size: 11, align: "right" },
  ]),
  { kind: "line", x: 50, y: 205 + notice.rows.length * 20, width: 495 },
  { kind: "box", x: 50, y: 560, width: 495, height: 120 },
  { kind: "text", x: 65, y: 590, text: "Att betala", size: 12, face: "sans-bold" },
  { kind: "text", x: 230, y: 590, text: `${printedAmount(totalOf(notice))} kr`, size: 12, face: "sans-bold" },
  { kind: "text", x: 65, y: 615, text: "Förfallodag", size: 11 },
  { kind: "text", x: 230, y: 615, text: notice.dueOn, size: 11 },
  { kind: "text", x: 65, y: 638, text: "OCR-nummer", size: 11 },
  { kind: "text", x: 230, y: 638, text: ocrNumber(seed), size: 11, face: "mono" },
  { kind: "text", x: 65, y: 661, text: "Bankgiro", size: 11 },
  { kind: "text", x: 230, y: 661, text: bankgiro(notice.landlord), size: 11, face: "mono" },
];

/** A tenant-owners' association: serif, everything in one column, the sum last. */
const association = (notice: RentNotice, seed: string): readonly Mark[] => {
  const after = 300 + notice.rows.length * 24;
  return [
    { kind: "text", x: 80, y: 90, text: `AVI – ${notice.landlord}`, size: 16, face: "serif-bold" },
    { kind: "text", x: 80, y: 130, text: `Period: ${monthName(notice.month)}`, size: 13, face: "serif" },
    { kind: "text", x: 80, y: 152, text: `Hyresgäst: ${notice.tenant}`, size: 13, face: "serif" },
    { kind: "text", x: 80, y: 174, text: `Förfallodatum: ${notice.dueOn}`, size: 13, face: "serif" },
    { kind: "text", x: 80, y: 250, text: "Specifikation", size: 13, face: "serif-bold" },
    { kind: "text", x: 480, y: 250, text: "Kronor", size: 13, face: "serif-bold", align: "right" },
    ...notice.rows.flatMap(({ label, amountOre }, index): readonly Mark[] => [
      { kind: "text", x: 80, y: 280 + index * 24, text: label, size: 13, face: "serif" },
      {
        kind: "text",
        x: 480,
        y: 280 + index * 24,
        text: printedAmount(amountOre),
        size: 13,
        face: "serif",
        align: "right",
      },
    ]),
    { kind: "line", x: 80, y: after, width: 400, thickness: 1 },
    { kind: "text", x: 80, y: after + 26, text: "Summa att betala", size: 14, face: "serif-bold" },
    {
      kind: "text",
      x: 480,
      y: after + 26,
      text: printedAmount(totalOf(notice)),
      size: 14,
      face: "serif-bold",
      align: "right",
    },
    {
      kind: "text",
      x: 80,
      y: after + 80,
      text: `Betalas till bankgiro ${bankgiro(notice.landlord)}`,
      size: 13,
      face: "serif",
    },
    { kind: "text", x: 80, y: after + 102, text: `OCR ${ocrNumber(seed)}`, size: 13, face: "serif" },
  ];
};

/** A private landlord's own sheet: type-written, labels with colons. */
const privately = (notice: RentNotice, seed: string): readonly Mark[] => {
  const lines: readonly (readonly [string, string])[] = [
    ["HYRESVÄRD:", notice.landlord],
    ["HYRESGÄST:", notice.tenant],
    ["MÅNAD:", monthName(notice.month)],
    ["", ""],
    ...notice.rows.map(({ label, amountOre }) => [`${label}:`, `${printedAmount(amountOre)} kr`] as const),
    ["", ""],
    ["ATT BETALA:", `${printedAmount(totalOf(notice))} kr`],
    ["SENAST:", notice.dueOn],
    ["BANKGIRO:", bankgiro(notice.landlord)],
    ["OCR:", ocrNumber(seed)],
  ];
  return [
    { kind: "text", x: 70, y: 90, text: "H Y R E S A V I", size: 16, face: "mono-bold" },
    ...lines.flatMap(([label, value], index): readonly Mark[] => [
      { kind: "text", x: 70, y: 150 + index * 26, text: label, size: 12, face: "mono" },
      { kind: "text", x: 240, y: 150 + index * 26, text: value, size: 12, face: "mono" },
    ]),
  ];
};

/** A rent notice, in the layout of its landlord. */
export const rentNotice = (notice: RentNotice, seed: string): Page => {
  const layouts = { allman: company, brf: association, hus: privately } as const;
  return { title: "Hyresavi", marks: layouts[notice.layout](notice, seed) };
};
