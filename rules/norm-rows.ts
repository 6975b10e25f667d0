import type { Member } from "../contracts/case.js";
import type { CitedAmount, NormCellKey } from "../contracts/rule-pack.js";
import { agesInMonth, bandOf, type ChildBand } from "./child-age.js";
import type { Row } from "./facts.js";
import { cannotTell, met, missing, notMet } from "./findings.js";
import type { Context, Counted, Found } from "./provision.js";
import { isWholeKronor, roundOre } from "./rounding.js";

/** A norm row as it came out: the line, or null where it cannot be told, and what was found on the way. */
export type NormRow = { readonly line: Counted | null; readonly findings: readonly Found[] };

/** A cell of the table, or the finding that there is none to rely on. */
export const normCell = (
  key: NormCellKey,
  { parameters, calendar }: Context,
): { readonly cell: CitedAmount | undefined; readonly finding: Found } => {
  const cell = parameters.normCell(key);
  const read = ["benefitMonth"];
  if (cell?.verified === true)
    return { cell, finding: met("norm-in-force", read, `${key}: ${cell.source} (${cell.confidence})`) };
  return {
    cell,
    finding: notMet("norm-in-force", read, {
      reason: "no-verified-table",
      factId: key,
      text:
        cell === undefined
          ? `Det finns inget belopp för ${key} i ${calendar.month}.`
          : `Beloppet för ${key} i ${calendar.month} är inte verifierat: ${cell.source}.`,
    }),
  };
};

/** From this many days in the home the whole row is given; case systems count a whole month as 30 days. */
const wholeMonthDays = 30;

/** Whether a number of days is the whole month. */
export const isWholeMonth = (days: number, { calendar }: Pick<Context, "calendar">): boolean =>
  days >= Math.min(wholeMonthDays, calendar.days);

/** The part of a monthly row for a number of days. A whole month is the row itself, never days times a daily amount. */
export const partOfMonth = (monthlyOre: number, days: number, context: Context): number => {
  if (isWholeMonth(days, context)) return monthlyOre;
  if (days === 0) return 0;
  const divisor = context.reading("day-divisor");
  const rounding = context.reading("round-norm-row");
  switch (divisor) {
    case "12/365-per-row":
      return Math.min(monthlyOre, roundOre((monthlyOre * 12) / 365, rounding) * days);
    case "30":
      return roundOre((monthlyOre * days) / 30, rounding);
    case "30.4":
      return roundOre((monthlyOre * days) / 30.4, rounding);
    case "actual-days":
      return roundOre((monthlyOre * days) / context.calendar.days, rounding);
  }
};

/** Children up to this age have a lower row when they eat lunch at preschool five days a week. */
const lastLunchAge = 6;

/** The row of a band; from 7 years there is one row, which already takes free school lunch into account. */
export const cellOfBand = (band: ChildBand, lunchAway: boolean): NormCellKey => {
  switch (band.cell) {
    case "child-0":
    case "child-1-2":
    case "child-3":
    case "child-4-6":
      return lunchAway ? `${band.cell}-lunch-away` : band.cell;
    case "child-7-10":
    case "child-11-14":
    case "child-15-18":
    case "child-19-20":
      return band.cell;
  }
};

/** Whether the child is too old for the parents' household, or might be. */
const maintenance = (child: Row<Member>, oldest: number, mark: () => string[]): Found | undefined => {
  if (oldest < 18) return undefined;
  const pupil = child.get("pupil");
  if (oldest > 20)
    return notMet("member-placed", mark(), {
      reason: "household-changed",
      factId: child.id,
      text: "Personen har fyllt 21 år och hör inte till föräldrarnas hushåll.",
    });
  if (pupil === undefined)
    return missing("member-placed", mark(), { factId: child.id, what: "om personen går i skolan" });
  if (pupil === "none" || pupil === "preschool")
    return notMet("member-placed", mark(), {
      reason: "pupil-left-school",
      factId: child.id,
      text: "Personen har fyllt 18 år och går inte i grundskola eller gymnasium.",
    });
  return undefined;
};

/** A date of birth after the month is wrong, of whoever it is. */
export const bornAfterMonth = (member: Row<Member>, read: string[]): Found =>
  cannotTell("member-placed", read, {
    reason: "person-mismatch",
    factId: member.id,
    text: "Födelsedatumet ligger efter månaden.",
  });

/** The row of a child, for the whole month or for the days in the home. */
export const childRow = (
  child: Row<Member>,
  { context, read }: { context: Context; read: () => string[] },
): NormRow => {
  const birthDate = child.get("birthDate");
  if (birthDate > context.calendar.lastDay) return { line: null, findings: [bornAfterMonth(child, read())] };
  if (birthDate > context.calendar.firstDay)
    return {
      line: null,
      findings: [
        cannotTell("whole-month", read(), {
          reason: "part-month",
          factId: child.id,
          text: "Barnet är fött under månaden.",
        }),
      ],
    };
  const ages = agesInMonth(birthDate, context);
  const oldest = Math.max(...ages.map(({ age }) => age));
  const tooOld = maintenance(child, oldest, read);
  if (tooOld !== undefined) return { line: null, findings: [tooOld] };

  const youngest = Math.min(...ages.map(({ age }) => age));
  const lunchAway = youngest <= lastLunchAge ? child.get("lunchAway") : false;
  if (lunchAway === undefined)
    return {
      line: null,
      findings: [missing("member-placed", read(), { factId: child.id, what: "om barnet äter lunch i förskolan" })],
    };

  const findings: Found[] = [];
  const sources = new Set<string>();
  let monthlyOre = 0;
  let isVerified = true;
  for (const { age, share } of ages) {
    const band = bandOf(age);
    if (band === undefined) continue;
    const { cell, finding } = normCell(cellOfBand(band, lunchAway), context);
    findings.push(finding);
    if (cell === undefined) return { line: null, findings };
    monthlyOre += cell.amountOre * share;
    isVerified &&= cell.verified;
    sources.add(cell.source);
  }
  if (!isWholeKronor(monthlyOre)) monthlyOre = roundOre(monthlyOre, context.reading("round-norm-row"));

  const days = child.get("days");
  const amountOre = days === undefined ? monthlyOre : partOfMonth(monthlyOre, days, context);
  const isPart = days !== undefined && !isWholeMonth(days, context);
  const text = [
    `Barn ${[...new Set(ages.map(({ age }) => String(age)))].join("–")} år (${bandOf(oldest)?.text ?? ""})`,
    lunchAway ? "lunch i förskola" : "",
    isPart ? `${String(days)} dagar` : "",
  ]
    .filter((part) => part !== "")
    .join(", ");
  return {
    line: { kind: "norm", amountOre, verified: isVerified, text, facts: read(), source: [...sources].join("; ") },
    findings,
  };
};
