/** `2025-10-24` as `24/10-2025`. */
export const dateText = (date: string): string => `${date.slice(8, 10)}/${date.slice(5, 7)}-${date.slice(0, 4)}`;

/** `2025-11` as `11-2025`. */
export const monthText = (month: string): string => `${month.slice(5, 7)}-${month.slice(0, 4)}`;

/** Öre as `5 200:-` or `5 200:50`; negative with a hyphen. */
export const amountText = (amountOre: number): string => {
  const absolute = Math.abs(amountOre);
  const kronor = String(Math.floor(absolute / 100)).replace(/\B(?=(\d{3})+$)/g, " ");
  const ore = absolute % 100;
  return `${amountOre < 0 ? "-" : ""}${kronor}:${ore === 0 ? "-" : String(ore).padStart(2, "0")}`;
};

/** `199005021234` as `19900502-1234`. */
export const numberText = (number: string): string => `${number.slice(0, 8)}-${number.slice(8)}`;

/** Reads `11-2025`. */
export const readMonth = (text: string): string | undefined => {
  const match = /^(0[1-9]|1[0-2])-(20\d\d)$/.exec(text.trim());
  return match === null ? undefined : `${match[2] ?? ""}-${match[1] ?? ""}`;
};

/** Reads `24/10-2025`. */
export const readDate = (text: string): string | undefined => {
  const match = /^(\d\d)\/(\d\d)-(20\d\d)$/.exec(text.trim());
  if (match === null) return undefined;
  const iso = `${match[3] ?? ""}-${match[2] ?? ""}-${match[1] ?? ""}`;
  return Number.isNaN(Date.parse(iso)) || new Date(iso).toISOString().slice(0, 10) !== iso ? undefined : iso;
};

/** Reads `6190`, `6 190:-`, `6 190:50` or the same with a hyphen before it, as öre. */
export const readAmount = (text: string): number | undefined => {
  const match = /^(-?)(\d{1,3}(?: ?\d{3})*)(?::(-|\d\d))?$/.exec(text.trim());
  if (match === null) return undefined;
  const ore = match[3] === undefined || match[3] === "-" ? 0 : Number(match[3]);
  const amountOre = Number((match[2] ?? "").replaceAll(" ", "")) * 100 + ore;
  return match[1] === "-" ? -amountOre : amountOre;
};
