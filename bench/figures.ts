/** A figure of a bench. `aim` is empty where there is none; a missed aim informs and fails nothing. */
export type Figure = {
  readonly figure: string;
  readonly value: number;
  readonly unit: "s" | "ms" | "ratio" | "per-min" | "MiB" | "count";
  readonly aim: string;
};

/** The value that so large a share of the values does not exceed. `share` is between 0 and 1. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
};

/** The middle value. */
export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Three significant digits: what a noisy machine can say. */
export const rounded = (value: number): number => Number(value.toPrecision(3));

const isMet = ({ value, aim }: Figure): boolean => {
  const limit = Number(aim.replace("<= ", ""));
  return aim === "" || value <= limit;
};

/** The figures as a table for the eye. */
export const figureTable = (figures: readonly Figure[]): string =>
  figures
    .map((figure) =>
      [
        `  ${figure.figure.padEnd(28)}`,
        String(figure.value).padStart(8),
        ` ${figure.unit.padEnd(8)}`,
        figure.aim === "" ? "" : `${figure.aim.padEnd(8)} ${isMet(figure) ? "met" : "MISSED"}`,
      ].join(""),
    )
    .join("\n");
