import { append } from "../../audit/append.js";
import { workshopReaders } from "../../contracts/api/workshop.js";
import { monthInWords } from "../../contracts/dates.js";
import { formatKronor, sumOre } from "../../contracts/money.js";
import { listAffected, type AffectedList } from "./affected.js";
import { showCases } from "./show-cases.js";
import { actorFor, done, type Asking, type Done, type WorkshopDeps } from "./workshop-deps.js";

type Month = AffectedList["decided"][number];

/** The months of each household together, the oldest first; the household with the largest sum first. */
const byHousehold = (months: readonly Month[]): readonly (readonly Month[])[] => {
  const households = new Map<string, Month[]>();
  for (const one of months) {
    const household = households.get(one.row.householdKey) ?? [];
    household.push(one);
    households.set(one.row.householdKey, household);
  }
  return [...households.values()]
    .map((ones) => ones.toSorted((one, other) => (one.month.month < other.month.month ? -1 : 1)))
    .toSorted((one, other) => totalOre(other) - totalOre(one));
};

const totalOre = (months: readonly Month[]): number => sumOre(months.map(({ month }) => month.differenceOre));

const sumOf = (months: readonly Month[]): string => formatKronor(totalOre(months));

/** A household's months under one number, and their sum. The number is the report's own: it points at nobody. */
const householdLines = (months: readonly Month[], at: number): readonly (readonly string[])[] => {
  const number = String(at + 1);
  return [
    ...months.map(({ month }) => [
      number,
      monthInWords(month.month),
      month.household,
      formatKronor(month.decidedOre),
      formatKronor(month.computedOre),
      formatKronor(month.differenceOre),
    ]),
    [number, "Summa för hushållet", "", "", "", sumOf(months)],
  ];
};

/**
 * The report to the board on decided months: kronor per household and month, upward only, without the case's number. Taking it
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
    const households = byHousehold(decided.filter(({ row }) => shown.has(row.id)));
    await append(tx, {
      action: "rule.reported",
      actor: actorFor(asking, workshopReaders),
      details: { change: id, households: households.length, unclear: unclear.length },
    });
    return done({
      number: change.number,
      lines: [
        ["Hushåll", "Månad", "Hushållstyp", "Beslutat kr", "Med rätt regel kr", "Ändringen ger mer kr"],
        ...households.flatMap(householdLines),
        ["Summa", "", "", "", "", sumOf(households.flat())],
        ["Behöver räknas av en person", String(unclear.length)],
        ["Skulle ha fått mindre; besluten står fast (37 § förvaltningslagen)", String(decidedLess)],
        ["Med skyddade uppgifter, inte med i listan", String(hidden + decided.length - shown.size)],
        ["Ändring", change.number],
        ["Publicerad version", change.publishedHash ?? ""],
      ],
    });
  });
};
