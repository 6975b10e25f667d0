/**
 * A date of birth (day 1–31, or 61–91 for a coordination number) and four digits, standing alone. Letters, digits and
 * hyphens around it make it part of an id or a hash.
 */
const personalNumber =
  /(?<![0-9A-Za-z-])(?:18|19|20)?\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])[-+ ]?\d{4}(?![0-9A-Za-z-])/g;

/** What stands in a log line in place of a personal number. */
export const scrubbed = "[personnummer]";

/** Replaces what looks like a personal number. A tripwire behind the allow-list, not the protection itself. */
export const scrubPersonalNumbers = (text: string): string => text.replace(personalNumber, scrubbed);
