import type { DocumentReading, ReadField } from "../../contracts/document-reading.js";
import type { CaseMaterial } from "./material.js";

/** Whose a document is: a member of the household by id, somebody else, or not to be told. */
export type Holder = { readonly is: "member"; readonly memberId: string } | { readonly is: "other" | "unknown" };

const nameFields: readonly string[] = [
  "tenantName",
  "customerName",
  "policyholderName",
  "memberName",
  "holderName",
  "employeeName",
  "patientName",
];

/**
 * Whose a document is. A personal number that proves itself decides; otherwise the name it is made out to. A name that
 * is the same as a member's is believed however poor the picture, since no misreading turns one name into another of
 * the same household; that it is somebody else's is believed only where the reading was accepted.
 */
export const holderOf = (reading: DocumentReading, material: CaseMaterial): Holder => {
  const number = reading.fields.find(({ name }) => name === "personalNumber");
  if (number?.accepted === true) return holderByNumber(number, material);
  const name = reading.fields.find((field) => nameFields.includes(field.name));
  return name === undefined ? { is: "unknown" } : holderByName(name, material);
};

const holderByNumber = ({ value }: ReadField, { members }: CaseMaterial): Holder => {
  const member = members.find(({ personalNumber }) => personalNumber === value);
  return member === undefined ? { is: "other" } : { is: "member", memberId: member.id };
};

const holderByName = ({ value, accepted }: ReadField, { application, members }: CaseMaterial): Holder => {
  const named = application.persons.filter((person) => isNamed(String(value), person));
  const found = members.filter(({ personalNumber }) =>
    named.some((person) => person.personalNumber === personalNumber),
  );
  const [only] = found;
  // Two of the household by one name: it is theirs, and the first of them stands for both.
  if (only !== undefined) return { is: "member", memberId: only.id };
  return { is: accepted ? "other" : "unknown" };
};

/** Both names of the person are among the printed ones, in any order and with any others. */
const isNamed = (
  printed: string,
  { givenName, familyName }: { readonly givenName: string; readonly familyName: string },
): boolean => {
  const words = wordsOf(printed);
  return (
    wordsOf(familyName).every((word) => words.includes(word)) && wordsOf(givenName).some((word) => words.includes(word))
  );
};

/** The words of a name, without case or the marks that pictures lose. */
const wordsOf = (name: string): string[] =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLocaleLowerCase("sv")
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "");
