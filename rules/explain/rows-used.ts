import type { Case } from "../../contracts/case.js";
import { incomeTypes } from "../../contracts/codes/incomes.js";
import { formatKronor } from "../../contracts/money.js";
import { householdOfCap, normRowNames, treatmentNames } from "../../contracts/pack-words.js";
import type { Assessed, Finding, ReceiptLine } from "../../contracts/receipt.js";
import { normCellKeys, type NormCellKey, type Packs } from "../../contracts/rule-pack.js";
import { traceCap } from "../cost-caps.js";
import { firstOptions } from "../evaluate.js";
import { factsOf } from "../facts.js";
import { childRow } from "../norm-rows.js";
import { parametersFor, type Parameters } from "../parameters.js";
import type { Found } from "../provision.js";
import { adultsOf, childrenOf } from "../household.js";

const kr = (amountOre: number): string => `${formatKronor(amountOre)}\u00a0kr`;

/** The cell a finding about the table speaks of: by its id where it is not relied on, else first in its text. */
const cellOf = ({ code, factId, text }: Pick<Found, "code" | "factId" | "text">): NormCellKey | undefined =>
  code === "norm-in-force" ? normCellKeys.find((key) => key === factId || text?.startsWith(`${key}: `)) : undefined;

const cellInWords = (key: NormCellKey, { normCell }: Parameters): string => {
  const cell = normCell(key);
  return cell === undefined
    ? `${normRowNames[key]}: inget belopp för månaden`
    : `${normRowNames[key]}: ${kr(cell.amountOre)} (${cell.source}, tillförlitlighet ${cell.confidence})`;
};

const normRows = (
  line: ReceiptLine,
  { value, findings, parameters }: { value: Case; findings: readonly Finding[]; parameters: Parameters },
): readonly NormCellKey[] => {
  const keys = findings.flatMap((found) => (found.provision === line.provision ? (cellOf(found) ?? []) : []));
  if (line.provision !== "personal-costs") return keys;
  const child = [...factsOf(value).members].find(
    (member) =>
      member.get("role") !== "applicant" &&
      member.get("role") !== "co-applicant" &&
      line.facts.includes(`household.members.${member.id}.birthDate`),
  );
  if (child === undefined) return keys.filter((key) => key.startsWith("adult-"));
  const { choices, calendar } = parameters;
  const row = childRow(child, {
    context: {
      calendar,
      parameters,
      reading: (key) => choices[key] ?? firstOptions[key],
      soFar: () => null,
    },
    read: () => [],
  });
  return row.findings.flatMap((found) => cellOf(found) ?? []);
};

const costRows = (id: string, { value, parameters }: { value: Case; parameters: Parameters }): string[] => {
  const cost = value.costs.find((one) => one.id === id);
  const rule = cost === undefined ? undefined : parameters.costRule(cost.type);
  if (rule === undefined) return [];
  const facts = factsOf(value);
  const household = { adults: adultsOf(facts).length, children: childrenOf(facts).length };
  const { answer } = traceCap(rule, household);
  if (answer.kind !== "row") return [`Riktlinjen har ingen rad för hushållet (${rule.source})`];
  const cap = rule.caps[Number(answer.rowId.split(".").at(-1)) - 1];
  return cap === undefined ? [] : [`Riktlinje, ${householdOfCap(cap)}: högst ${kr(answer.value)} (${rule.source})`];
};

const incomeRows = (id: string, { value, parameters }: { value: Case; parameters: Parameters }): string[] => {
  const income = value.incomes.find((one) => one.id === id);
  const treatment = income === undefined ? undefined : parameters.incomeTreatment(income.type);
  return income === undefined || treatment === undefined
    ? []
    : [`${incomeTypes[income.type].title}: ${treatmentNames[treatment.treatment].toLowerCase()} (${treatment.source})`];
};

const idsIn = (list: "costs" | "incomes", { facts }: ReceiptLine): string[] => [
  ...new Set(facts.flatMap((path) => (path.startsWith(`${list}.`) ? (path.split(".")[1] ?? []) : []))),
];

/** The rows of the tables and lists that a line of the calculation rests on, each with its source. */
export const rowsUsed = (
  line: ReceiptLine,
  { value, assessed, packs }: { readonly value: Case; readonly assessed: Assessed; readonly packs: Packs },
): string[] => {
  const parameters = parametersFor(packs, value.benefitMonth);
  switch (line.kind) {
    case "norm":
      return normRows(line, { value, findings: assessed.findings, parameters }).map((key) =>
        cellInWords(key, parameters),
      );
    case "cost":
      return idsIn("costs", line).flatMap((id) => costRows(id, { value, parameters }));
    case "income":
    case "disregard":
      return [...new Set(idsIn("incomes", line).flatMap((id) => incomeRows(id, { value, parameters })))];
  }
};
