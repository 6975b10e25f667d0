import type { ShownCase } from "../../contracts/api/case-view.js";
import type { Case } from "../../contracts/case.js";
import { ageOn, firstDayOf } from "../../contracts/dates.js";
import type { Member } from "../../store/members.js";
import type { CaseRow } from "../../store/schema.js";
import { counted } from "./words.js";

const hidden = "Skyddade personuppgifter";
const adults = ["vuxen", "vuxna"] as const;
const roleNames = {
  applicant: "Sökande",
  "co-applicant": "Medsökande",
  child: "Barn",
  "visiting-child": "Barn på umgänge",
} as const;

/** "1 vuxen, 2 barn" of a row in a list; nothing of a household with protected identity. */
export const householdOfRow = (row: Pick<CaseRow, "adults" | "children" | "protected">): string => {
  if (row.protected) return hidden;
  const who = counted(row.adults, adults);
  return row.children === 0 ? who : `${who}, ${counted(row.children, ["barn", "barn"])}`;
};

/** "1 vuxen, 2 barn (5 och 9 år)", with ages on the first day of the month. */
export const householdOfCase = (row: CaseRow, input: Case | undefined): string => {
  if (input === undefined || row.protected || row.children === 0) return householdOfRow(row);
  const ages = input.household.members
    .filter(({ role }) => role === "child" || role === "visiting-child")
    .map(({ birthDate }) => ageOn(birthDate, firstDayOf(input.benefitMonth)))
    .toSorted((one, other) => one - other);
  const last = ages.at(-1);
  if (last === undefined) return householdOfRow(row);
  const rest = ages.slice(0, -1);
  return `${householdOfRow(row)} (${rest.length === 0 ? "" : `${rest.join(", ")} och `}${String(last)} år)`;
};

/** Who the persons of a case are. Birth dates and names; personal numbers stay in the store. */
export const personsOf = (members: readonly Member[], input: Case | undefined): ShownCase["persons"] =>
  members.flatMap(({ memberId, role, identity }) => {
    const known = input?.household.members.find(({ id }) => id === memberId);
    if (known === undefined || input === undefined) return [];
    return [
      {
        id: memberId,
        role: roleNames[role],
        name: `${identity.givenName} ${identity.familyName}`,
        birthDate: known.birthDate,
        age: ageOn(known.birthDate, firstDayOf(input.benefitMonth)),
      },
    ];
  });
