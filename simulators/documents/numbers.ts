/** Öre as a document prints it: `5 640,00`, with a plain space. */
export const printedAmount = (amountOre: number): string => {
  const absolute = Math.abs(amountOre);
  const kronor = String(Math.floor(absolute / 100)).replace(/\B(?=(\d{3})+$)/g, " ");
  return `${amountOre < 0 ? "-" : ""}${kronor},${String(absolute % 100).padStart(2, "0")}`;
};

/** The first and last day of a month, `2025-11-01 – 2025-11-30`. */
export const printedPeriod = (month: string): string => {
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
  return `${month}-01 – ${month}-${String(last)}`;
};

/** The check digit that makes a number pass the Luhn test (modulus 10). */
export const luhnDigit = (digits: string): string => {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, index) => {
      const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return String((10 - (sum % 10)) % 10);
};

/** A stable number from a text (FNV-1a, 32 bits). */
export const seedOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash ^= character.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return hash;
};

/** An OCR payment number of ten digits whose last is its Luhn digit. */
export const ocrNumber = (seed: string): string => {
  const body = String(100_000_000 + (seedOf(seed) % 900_000_000));
  return `${body}${luhnDigit(body)}`;
};

/** A bankgiro number, `5123-4562`, whose last digit is its Luhn digit. */
export const bankgiro = (seed: string): string => {
  const body = String(5_000_000 + (seedOf(`bankgiro ${seed}`) % 999_999));
  const full = `${body}${luhnDigit(body)}`;
  return `${full.slice(0, 4)}-${full.slice(4)}`;
};
