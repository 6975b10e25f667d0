import type { Instant, LocalDate } from "../contracts/dates.js";
import { dateOfMinute, type LocalMinute } from "../contracts/payments.js";
import { formatKronor, type Ore } from "../contracts/money.js";

const zone = "Europe/Stockholm";
const clock = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, hour: "2-digit", minute: "2-digit" });
const clockWithSeconds = new Intl.DateTimeFormat("sv-SE", {
  timeZone: zone,
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});
const shortDay = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, day: "numeric", month: "short" });
const longDay = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, day: "numeric", month: "long", year: "numeric" });

const withDots = (text: string): string => text.replaceAll(":", ".");
const withoutFullStop = (text: string): string => text.replace(".", "");

/** "08.15" */
export const timeOf = (instant: Instant): string => withDots(clock.format(Date.parse(instant)));
/** "08.15.11" */
export const timeWithSeconds = (instant: Instant): string => withDots(clockWithSeconds.format(Date.parse(instant)));
/** "27 okt" */
export const dayOf = (instant: Instant): string => withoutFullStop(shortDay.format(Date.parse(instant)));
/** "27 okt kl. 08.15" */
export const dayAndTime = (instant: Instant): string => `${dayOf(instant)} kl. ${timeOf(instant)}`;
/** "27 oktober 2025" */
export const longDayOf = (instant: Instant): string => longDay.format(Date.parse(instant));
/** "31 okt" of a calendar date; noon keeps it on its day. */
export const shortDate = (date: LocalDate): string => withoutFullStop(shortDay.format(Date.parse(`${date}T12:00:00Z`)));
/** "30 okt 14.00" by the municipality's clock. */
export const minuteInWords = (minute: LocalMinute): string =>
  `${shortDate(dateOfMinute(minute))} ${withDots(minute.slice(11))}`;

/** "6 190", or an en dash where there is no amount. */
export const kronor = (amountOre: Ore | null): string => (amountOre === null ? "–" : formatKronor(amountOre));
/** "+210", "−620", "0", or an en dash where there is nothing to compare with. */
export const difference = (amountOre: Ore | null): string => {
  if (amountOre === null) return "–";
  return amountOre > 0 ? `+${formatKronor(amountOre)}` : formatKronor(amountOre);
};

/** The first letters of a hash, enough to compare by eye. */
export const shortHash = (hash: string): string => `${hash.slice(0, 4)} ${hash.slice(4, 8)} ${hash.slice(8, 12)}…`;

/** "0:43" of seconds, or "12:05". */
export const minutesOf = (seconds: number): string =>
  `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, "0")}`;

const minuteMs = 60_000;
/** "4 min", "3 tim 12 min", "2 dygn 4 tim": the two largest units that are not nothing. */
export const duration = (ms: number): string => {
  const minutes = Math.round(ms / minuteMs);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const parts = [
    ...(days > 0 ? [`${String(days)} dygn`] : []),
    ...(hours > 0 ? [`${String(hours)} tim`] : []),
    ...(days === 0 && (rest > 0 || hours === 0) ? [`${String(rest)} min`] : []),
  ];
  return parts.join(" ");
};
