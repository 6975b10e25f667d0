import type { MonthView } from "../../contracts/api/month-view.js";
import { reasons, type Reason } from "../../contracts/codes/reasons.js";
import type { CaseFigures } from "../../store/month-figures.js";

/** The smallest value that at least this part of them are at or below; null where there are none. */
const percentile = (sorted: readonly number[], part: number): number | null =>
  sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? null;

const leadTime = (figures: readonly CaseFigures[]): MonthView["leadTime"] => {
  const times = figures
    .flatMap(({ receivedAt, decidedAt }) =>
      decidedAt === null ? [] : [Math.max(0, Date.parse(decidedAt) - Date.parse(receivedAt))],
    )
    .toSorted((one, other) => one - other);
  return { decisions: times.length, medianMs: percentile(times, 0.5), p90Ms: percentile(times, 0.9) };
};

const ranked = (figures: readonly CaseFigures[]): MonthView["reasons"] => {
  const cases = new Map<Reason, number>();
  for (const code of figures.flatMap(({ firstReasons }) => firstReasons ?? []))
    cases.set(code, (cases.get(code) ?? 0) + 1);
  return [...cases]
    .map(([code, count]) => ({ code, title: reasons[code].title, cases: count }))
    .toSorted((one, other) => other.cases - one.cases || one.title.localeCompare(other.title, "sv"));
};

/** How the month goes in figures: what the machine managed by itself, how long it takes, and what stops it. */
export const figuresOf = (figures: readonly CaseFigures[]): Pick<MonthView, "prefilled" | "leadTime" | "reasons"> => {
  const assessed = figures.filter(({ firstOutcome }) => firstOutcome !== null);
  return {
    prefilled: {
      count: assessed.filter(({ firstOutcome }) => firstOutcome === "prefilled").length,
      of: assessed.length,
    },
    leadTime: leadTime(figures),
    reasons: ranked(assessed),
  };
};
