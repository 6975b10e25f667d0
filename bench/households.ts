import { loadHousehold } from "../simulators/households/load.js";
import { householdSchema, type Household } from "../simulators/households/household.js";
import { testPersons } from "./test-persons.js";

/** The simplest renewal of the sample month: one adult, one benefit, three unchanged costs, one rent notice. */
const model = "01";
const givenNames = ["Alva", "Bo", "Cilla", "Dan", "Eira", "Folke", "Greta", "Hugo", "Irma", "Jon"] as const;
const familyNames = ["Ask", "Björk", "Ceder", "Ek", "Fura", "Gran"] as const;
/** One attachment in so many is a scan, which has to be read letter by letter. */
const scanEvery = 5;

/** So many made-up households that differ from the model only in who they are. Each fifth has its rent notice as a scan. */
export const benchHouseholds = (count: number): readonly Household[] =>
  testPersons.slice(0, count).map((personalNumber, index) => renewalOf(personalNumber, index));

const renewalOf = (personalNumber: string, index: number): Household => {
  const given = givenNames[index % givenNames.length] ?? "";
  const family = familyNames[Math.floor(index / givenNames.length) % familyNames.length] ?? "";
  const original = loadHousehold(model);
  const [person] = original.persons;
  if (person === undefined) throw new Error("The model household has nobody.");
  const replaced = JSON.stringify(original)
    .replaceAll(`${person.givenName} ${person.familyName}`, `${given} ${family}`)
    .replaceAll(person.personalNumber, personalNumber)
    .replaceAll(`"${person.givenName}"`, `"${given}"`)
    .replaceAll(`"${person.familyName}"`, `"${family}"`)
    .replaceAll(original.application.reference, `EB-2510-${String(2001 + index)}`)
    .replaceAll(original.caseSystem?.caseNumber ?? "A-0000", `A-${String(3001 + index)}`)
    .replaceAll(`"id":"${model}"`, `"id":"${String(index + 1).padStart(2, "0")}"`)
    .replaceAll('"form":"text"', index % scanEvery === 0 ? '"form":"scan"' : '"form":"text"');
  return householdSchema.parse(JSON.parse(replaced));
};
