import type { Case } from "../../contracts/case.js";
import { addMonths, firstDayOf } from "../../contracts/dates.js";
import type { RegisterAnswer } from "../../contracts/readings/register-answer.js";
import type { CaseMaterial } from "./material.js";
import { lawfulResidence } from "./residence.js";

type Flags = Case["flags"];

/** Facts that are so or not so. A flag is left out where nobody can know it yet. */
export const composeFlags = (material: CaseMaterial): Flags => {
  const { application } = material;
  return {
    signedByAll: application.persons
      .filter(({ role }) => role === "applicant" || role === "co-applicant")
      .every(({ signedOn }) => signedOn !== undefined),
    messageFromApplicant: (application.message ?? "").trim() !== "",
    caseFileRead: material.caseFile !== undefined,
    ...protectedIdentity(material),
    ...householdUnchanged(material),
    ...registerUnchanged(material),
    ...known("accountUnchanged", material.caseFile?.account === undefined ? undefined : application.accountUnchanged),
    ...known("assetsDeclared", application.hasAssets),
    ...known("pendingBenefits", application.pendingBenefits),
    ...known("staysInMunicipality", application.staysInMunicipality),
    ...lawfulResidence(material),
    ...otherMunicipality(material),
  };
};

const known = (key: keyof Flags, value: boolean | undefined): Flags => (value === undefined ? {} : { [key]: value });

/** A mark anywhere is a mark. That there is none is known only when everyone has been looked up in the register. */
const protectedIdentity = (material: CaseMaterial): Flags => {
  const marked = [...material.agencyAnswers.values()]
    .flat()
    .some((answer) => answer.status !== "unavailable" && answer.protectedMark);
  const registered = readRegister(material);
  if (marked || registered.some(({ protectedMark }) => protectedMark)) return { protectedIdentity: true };
  return registered.length === material.members.length ? { protectedIdentity: false } : {};
};

const readRegister = ({ members, registerAnswers }: CaseMaterial): RegisterAnswer[] =>
  members.flatMap(({ id }) => {
    const answer = registerAnswers.get(id);
    return answer === undefined || answer === "unavailable" ? [] : [answer];
  });

/** The same persons in the same roles as in the case file, and nothing else said in the application. */
const householdUnchanged = ({ application, caseFile }: CaseMaterial): Flags => {
  if (caseFile === undefined || caseFile.persons.length === 0 || application.householdChanged === undefined) return {};
  const asText = (persons: readonly { personalNumber: string; role: string }[]): string =>
    persons
      .map(({ personalNumber, role }) => `${personalNumber} ${role}`)
      .sort()
      .join();
  return {
    householdUnchanged: !application.householdChanged && asText(application.persons) === asText(caseFile.persons),
  };
};

/**
 * Nothing in the register has changed since last month's decision, and it shows the household as the application does:
 * everyone alive and at its address, but for visiting children, and no spouse outside it. Nobody can say so of a
 * household with a protected person, whose address is withheld.
 */
const registerUnchanged = (material: CaseMaterial): Flags => {
  const answers = readRegister(material);
  if (answers.length !== material.members.length || answers.some(({ protectedMark }) => protectedMark)) return {};
  const since = firstDayOf(addMonths(material.application.month, -1));
  const unchanged = answers.every(
    (answer) =>
      answer.deceasedOn === undefined &&
      (answer.lastChangedOn === undefined || answer.lastChangedOn < since) &&
      !hasSpouseOutside(answer, material) &&
      (isVisitor(answer, material) || livesAsApplied(answer, material)),
  );
  return { registerUnchanged: unchanged };
};

const hasSpouseOutside = ({ relations }: RegisterAnswer, { members }: CaseMaterial): boolean =>
  relations.some(
    ({ relation, personalNumber }) =>
      relation === "spouse" && !members.some((member) => member.personalNumber === personalNumber),
  );

/** A visiting child is registered with the other parent. */
const isVisitor = ({ personalNumber }: RegisterAnswer, { members }: CaseMaterial): boolean =>
  members.some((member) => member.personalNumber === personalNumber && member.role === "visiting-child");

const livesAsApplied = (
  { address, municipality }: RegisterAnswer,
  { application, municipality: own }: CaseMaterial,
): boolean =>
  address !== undefined &&
  sameText(address.street, application.address.street) &&
  sameText(address.postalCode, application.address.postalCode) &&
  sameText(municipality, own);

/** Equal but for spaces and letter case, as registers print them. */
const sameText = (one: string, other: string): boolean =>
  one.replace(/\s+/g, "").toLocaleLowerCase("sv") === other.replace(/\s+/g, "").toLocaleLowerCase("sv");

/** Assistance from another municipality in the month, as far as the case file tells. */
const otherMunicipality = ({ application, caseFile }: CaseMaterial): Flags => {
  if (caseFile === undefined) return {};
  return {
    otherMunicipality: caseFile.history.some(
      ({ month, municipality, outcome }) =>
        month === application.month && municipality !== undefined && outcome !== "not-applied",
    ),
  };
};
