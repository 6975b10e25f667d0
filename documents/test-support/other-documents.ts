import type { Piece } from "./page-builder.js";

const row = (y: number, ...cells: readonly (readonly [x: number, text: string, right?: boolean])[]): Piece[] =>
  cells.map(([x, text, right]) => ({ x, y, text, ...(right === undefined ? {} : { right }) }));

/** A bank's statement with a value date and the balance after each row. */
export const statement = (
  rows: readonly (readonly [date: string, text: string, amount: string, balance: string])[],
  closing: string,
): Piece[] => [
  ...row(60, [50, "Kontoutdrag"]),
  ...row(90, [50, "Kontoinnehavare"], [200, "Åsa Öberg"]),
  ...row(106, [50, "Period"], [200, "2025-10-01 - 2025-10-31"]),
  ...row(140, [50, "Bokföringsdag"], [140, "Text"], [420, "Belopp", true], [520, "Saldo", true]),
  ...row(160, [140, "Ingående saldo"], [520, "1 200,00", true]),
  ...rows.flatMap(([date, text, amount, balance], index) =>
    row(180 + index * 16, [50, date], [140, text], [420, amount, true], [520, balance, true]),
  ),
  ...row(200 + rows.length * 16, [140, "Utgående saldo"], [520, closing, true]),
];

export const statementRows = [
  ["2025-10-03", "Swish Inbetalning Kalle", "800,00", "2 000,00"],
  ["2025-10-07", "Kortköp Livs", "-350,50", "1 649,50"],
  ["2025-10-24", "Försäkringskassan", "5 200,00", "6 849,50"],
  ["2025-10-30", "Swish till Olle", "-100,00", "6 749,50"],
] as const;

/** A payslip with values under their headings. */
export const payslip = (net: string): Piece[] => [
  ...row(60, [50, "Lönespecifikation"], [400, "Låtsasviks Städ AB"]),
  ...row(100, [50, "Anställd"], [220, "Personnummer"], [380, "Utbetalningsdag"]),
  ...row(114, [50, "Åsa Öberg"], [220, "19900101-0017"], [380, "2025-10-24"]),
  ...row(140, [50, "Löneperiod"], [220, "oktober 2025"]),
  ...row(180, [50, "Bruttolön"], [500, "12 000,00", true]),
  ...row(196, [50, "Preliminär skatt"], [500, "2 400,00-", true]),
  ...row(212, [50, "Nettolön"], [500, net, true]),
];

/** A quarter's bill for electricity. */
export const electricityBill = (): Piece[] => [
  ...row(60, [50, "Elfaktura"], [400, "Vattenfors Energi AB"]),
  ...row(90, [50, "Kundnamn:"], [160, "Nils Ängström"]),
  ...row(106, [50, "Avser perioden:"], [160, "2025-07-01 till 2025-09-30"]),
  ...row(122, [50, "Mätarställning"], [160, "12 345 kWh"]),
  ...row(150, [50, "Elhandel"], [500, "301,25", true]),
  ...row(166, [50, "Elnät"], [500, "512,50", true]),
  ...row(182, [50, "Varav moms"], [500, "162,75", true]),
  ...row(210, [50, "Summa att betala"], [500, "813,75", true]),
  ...row(226, [50, "Oss tillhanda senast"], [500, "2025-10-31", true]),
  ...row(242, [50, "Betalningsreferens"], [500, "1234567897", true]),
];

/** A fee to an unemployment fund or a union: a member, a month, a sum. */
export const memberFee = (sender: string, title: string): Piece[] => [
  ...row(60, [50, sender]),
  ...row(90, [50, title]),
  ...row(120, [50, "Medlem"], [200, "Åsa Öberg"]),
  ...row(136, [50, "Avser månad"], [200, "november 2025"]),
  ...row(152, [50, "Medlemsavgift"], [200, "180,00 kr"]),
  ...row(168, [50, "Att betala"], [200, "180,00 kr"]),
  ...row(184, [50, "Förfallodag"], [200, "2025-11-30"]),
];

/** A premium for a home insurance. */
export const homeInsurance = (): Piece[] => [
  ...row(60, [50, "Hemförsäkring"], [400, "Trygghem Försäkring"]),
  ...row(90, [50, "Försäkringstagare: Åsa Öberg"]),
  ...row(106, [50, "Försäkringsperiod: 2025-11-01 - 2026-10-31"]),
  ...row(122, [50, "Belopp att betala: 1 740 kr"]),
  ...row(138, [50, "Förfaller: 2025-11-01"]),
];

/** A receipt for a visit. */
export const careReceipt = (): Piece[] => [
  ...row(60, [50, "Vårdcentralen Bruket"], [400, "Kvitto"]),
  ...row(90, [50, "Patient"], [200, "Åsa Öberg"]),
  ...row(106, [50, "Besöksdatum"], [200, "2025-10-14"]),
  ...row(130, [50, "Läkarbesök"], [300, "275,00", true]),
  ...row(150, [50, "Patientavgift"], [300, "275,00", true]),
  ...row(166, [50, "Högkostnadsskydd"], [300, "0,00", true]),
];
