const names = [
  "januari",
  "februari",
  "mars",
  "april",
  "maj",
  "juni",
  "juli",
  "augusti",
  "september",
  "oktober",
  "november",
  "december",
];

/** `2025-11` as `november 2025`. */
export const monthName = (month: string): string =>
  `${names[Number(month.slice(5, 7)) - 1] ?? ""} ${month.slice(0, 4)}`;
