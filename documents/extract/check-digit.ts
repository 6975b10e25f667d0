/** Whether the digits end in a correct Luhn (modulus 10) check digit. Anything but digits fails. */
export const passesLuhn = (digits: string): boolean => {
  if (!/^\d{2,}$/.test(digits)) return false;
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, character, index) => {
      const doubled = Number(character) * (index % 2 === 0 ? 1 : 2);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return sum % 10 === 0;
};

/** Reads an OCR reference: 2–25 digits, spaces allowed, with a correct check digit. */
export const parseOcrNumber = (printed: string): string | undefined => {
  const digits = printed.replace(/\s+/g, "");
  return digits.length >= 4 && digits.length <= 25 && passesLuhn(digits) ? digits : undefined;
};

/** Reads a bankgiro number, `5050-1055` or `123-4567`, with a correct check digit. */
export const parseBankgiro = (printed: string): string | undefined => {
  const text = printed.replace(/\s+/g, "").replace(/[\u2013\u2212]/, "-");
  return /^\d{3,4}-\d{4}$/.test(text) && passesLuhn(text.replace("-", "")) ? text : undefined;
};
