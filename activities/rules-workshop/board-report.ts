import { append } from "../../audit/append.js";
import { workshopReaders } from "../../contracts/api/workshop.js";
import { monthInWords } from "../../contracts/dates.js";
import { formatKronor, sumOre } from "../../contracts/money.js";
import { listAffected } from "./affected.js";
import { showCases } from "./show-cases.js";
import { actorFor, done, type Asking, type Done, type WorkshopDeps } from "./workshop-deps.js";

/**
 * The report to the board on decided months: kronor per household, upward only, without the case's number. Taking it
 * out is itself an event, and a reading of each case in it.
 */
export const boardReport = async (
  deps: WorkshopDeps,
  { asking, id }: { readonly asking: Asking; readonly id: string },
): Promise<Done<{ readonly number: string; readonly lines: readonly (readonly string[])[] }>> => {
  const found = await listAffected(deps, id);
  if (!found.ok) return found;
  const { change, decided, unclear, decidedLess, hidden } = found.value;
  return deps.store.transaction(async (tx) => {
    const shown = await showCases(tx, {
      asking,
      change: id,
      kind: "board-report",
      cases: decided.map(({ row }) => row.id),
    });
    const months = decided.flatMap(({ row, month }) => (shown.has(row.id) ? [month] : []));
    await append(tx, {
      action: "rule.reported",
      actor: actorFor(asking, workshopReaders),
      details: { change: id, households: months.length, unclear: unclear.length },
    });
    return done({
      number: change.number,
      lines: [
        ["Hushåll", "Månad", "Hushållstyp", "Beslutat kr", "Med rätt regel kr", "Skillnad kr"],
        ...months.map((row, at) => [
          String(at + 1),
          monthInWords(row.month),
          row.household,
          formatKronor(row.decidedOre),
          formatKronor(row.computedOre),
          formatKronor(row.differenceOre),
        ]),
        ["Summa", "", "", "", "", formatKronor(sumOre(months.map(({ differenceOre }) => differenceOre)))],
        ["Behöver räknas av en person", String(unclear.length)],
        ["Skulle ha fått mindre; besluten står fast (37 § förvaltningslagen)", String(decidedLess)],
        ["Med skyddade uppgifter, inte med i listan", String(hidden + decided.length - shown.size)],
        ["Ändring", change.number],
        ["Publicerad version", change.publishedHash ?? ""],
      ],
    });
  });
};
