import { addDays, instantInSweden, type Instant, type LocalDate } from "../../../contracts/dates.js";

/** From the first moment of a day in Sweden to the last of another, as moments. Midnight is never skipped by summer time. */
export const spanOf = ({
  from,
  to,
}: {
  readonly from?: LocalDate;
  readonly to?: LocalDate;
}): { readonly from?: Instant; readonly until?: Instant } => {
  const begins = from === undefined ? undefined : instantInSweden(from, "00:00");
  const ends = to === undefined ? undefined : instantInSweden(addDays(to, 1), "00:00");
  return { ...(begins === undefined ? {} : { from: begins }), ...(ends === undefined ? {} : { until: ends }) };
};
