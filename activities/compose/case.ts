import { caseSchema, type Case } from "../../contracts/case.js";
import { swedishDateAt } from "../../contracts/dates.js";
import type { CaseFile } from "../../contracts/readings/case-system.js";
import { applyCorrections } from "./corrections.js";
import { composeCosts } from "./costs.js";
import { composeFlags } from "./flags.js";
import { composeIncomes } from "./incomes.js";
import type { CaseMaterial } from "./material.js";
import { composeMembers } from "./members.js";
import { composeDocuments } from "./other-documents.js";
import { composeSources } from "./sources.js";

/**
 * Puts what was read into the form the rulebook takes (`skalig.case.v1`). Only re-shapes: what is unknown stays
 * absent, and nothing is decided. Throws where the result breaks the schema, which is a bug.
 */
export const composeCase = (material: CaseMaterial): Case => {
  const { application, caseFile } = material;
  const sharing = caseFile?.standingFacts.find(({ code }) => code === "shares-home");
  const composed = {
    schema: "skalig.case.v1" as const,
    benefitMonth: application.month,
    today: material.today,
    kind: application.kind,
    appliedOn: swedishDateAt(application.receivedAt),
    household: {
      sizeInHome: application.personsInHome,
      ...(application.sharesHome !== undefined && { sharesHome: application.sharesHome }),
      ...(sharing !== undefined && { sharesHomeUntil: sharing.until }),
      members: composeMembers(material),
    },
    costs: composeCosts(material),
    incomes: composeIncomes(material),
    sources: composeSources(material),
    ...(caseFile !== undefined && composeFromFile(material, caseFile)),
    assets: composeAssets(material),
    ...(material.documents.length > 0 && { documents: composeDocuments(material) }),
    flags: composeFlags(material),
    ...(material.settled.length > 0 && { settled: material.settled }),
    ...(material.communicated !== undefined && { communicated: material.communicated }),
    ...(material.completions.length > 0 && { completions: material.completions }),
    ...(material.linkedApplications.length > 0 && { linkedApplications: material.linkedApplications }),
    ...(material.manualNorm !== undefined && { manualNorm: material.manualNorm }),
  };
  return caseSchema.parse(applyCorrections(caseSchema.parse(composed), material.corrections));
};

const composeFromFile = (
  material: CaseMaterial,
  file: CaseFile,
): Pick<Case, "history" | "planning" | "previous" | "earnings"> => {
  const idOf = (personalNumber: string | undefined): { memberId?: string } => {
    const member = material.members.find((one) => one.personalNumber === personalNumber);
    return member === undefined ? {} : { memberId: member.id };
  };
  return {
    history: file.history.map(({ personalNumber, ...month }) => ({ ...month, ...idOf(personalNumber) })),
    planning: file.planning.flatMap(({ personalNumber, ...plan }) => {
      const { memberId } = idOf(personalNumber);
      return memberId === undefined ? [] : [{ ...plan, memberId }];
    }),
    earnings: file.earnings.flatMap(({ personalNumber, ...earning }) => {
      const { memberId } = idOf(personalNumber);
      return memberId === undefined ? [] : [{ ...earning, memberId }];
    }),
    ...(file.previous !== undefined && {
      previous: {
        ...file.previous,
        lines: file.previous.lines.map(({ personalNumber, ...line }) => ({ ...line, ...idOf(personalNumber) })),
      },
    }),
  };
};

/** Vehicles and capital that a register shows, once each; a person judges what they are worth. */
const composeAssets = ({ agencyAnswers }: CaseMaterial): NonNullable<Case["assets"]> =>
  [...agencyAnswers.values()]
    .flat()
    .flatMap((answer) =>
      answer.status === "read" && (answer.agency === "TNS" || answer.agency === "SKV") && answer.notes.length > 0
        ? [{ kind: answer.agency === "TNS" ? ("vehicle" as const) : ("securities" as const), source: answer.agency }]
        : [],
    )
    .map((asset, index) => ({ id: `t${String(index + 1)}`, ...asset }));
