import { reasons } from "../../contracts/codes/reasons.js";
import { formatKronor } from "../../contracts/money.js";
import type { Summary } from "../../contracts/summary.js";

const outcomeWords: Readonly<Record<string, string>> = {
  prefilled: "förberett",
  referred: "till handläggare",
  waiting: "väntar",
  duplicate: "dubblett",
};

/** The outcomes as a table for the terminal, with the log and the case system's own counts under it. */
export const outcomeTable = (summary: Summary): string => {
  const rows = summary.households.map(({ id, ok, actual, decided }) => [
    id,
    actual.outcome === null ? "" : (outcomeWords[actual.outcome] ?? actual.outcome),
    actual.amountOre === null ? "" : `${formatKronor(actual.amountOre)} kr`,
    decided === "granted" ? "beviljat" : "",
    ok ? "som väntat" : "INTE som väntat",
    actual.reasons.map((code) => reasons[code].title.toLowerCase()).join("; "),
  ]);
  const table = aligned([["hushåll", "utfall", "belopp", "beslut", "", "skäl"], ...rows]);
  const { writes, audit } = summary;
  return [
    ...table,
    "",
    `Verksamhetssystemet: ${String(writes.calculation)} beräkningar, ${String(writes.decision)} beslut, ${String(writes.payment)} utbetalningar, ${String(writes.journal)} anteckningar, ${String(writes.duplicates)} dubbletter.`,
    `Loggen: ${String(audit.events)} händelser, ${audit.verified ? "oförändrad" : "BRUTEN"}.`,
  ].join("\n");
};

const aligned = (rows: readonly (readonly string[])[]): string[] => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd());
};
