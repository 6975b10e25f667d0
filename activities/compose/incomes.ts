import type { Income } from "../../contracts/case.js";
import type { IncomeType } from "../../contracts/codes/incomes.js";
import type { Payment } from "../../contracts/readings/agency-answer.js";
import { depositsOf } from "./deposits.js";
import type { CaseMaterial, KnownMember } from "./material.js";

type Numbered = Omit<Income, "id">;

/**
 * Every payment anyone has told of: agencies, the applicant and bank statements. Which of them count, and in which
 * month, is for the rulebook.
 */
export const composeIncomes = (material: CaseMaterial): Income[] =>
  [...fromAgencies(material), ...fromApplicant(material), ...depositsOf(material)].map((income, index) => ({
    id: `i${String(index + 1)}`,
    ...income,
  }));

const fromAgencies = (material: CaseMaterial): Numbered[] =>
  material.members.flatMap((member) =>
    (material.agencyAnswers.get(member.id) ?? []).flatMap((answer) =>
      answer.status === "read"
        ? answer.payments.map((payment) => ({
            memberId: member.id,
            source: answer.agency,
            declared: isDeclared(material, payment.type),
            ...lastCounted(material, member, payment.type),
            ...paid(payment),
          }))
        : [],
    ),
  );

const paid = (payment: Payment): Omit<Numbered, "memberId" | "source"> => ({
  type: payment.type,
  printedAs: payment.printedAs,
  deductions: payment.deductions,
  netOre: payment.netOre,
  preliminary: payment.preliminary,
  retroactive: payment.retroactive,
  ...(payment.from !== undefined && { from: payment.from }),
  ...(payment.to !== undefined && { to: payment.to }),
  ...(payment.paidOn !== undefined && { paidOn: payment.paidOn }),
  ...(payment.grossOre !== undefined && { grossOre: payment.grossOre }),
  ...(payment.taxOre !== undefined && { taxOre: payment.taxOre }),
});

/** The form has a box per benefit, without amounts; what is ticked is declared. */
const isDeclared = ({ application }: CaseMaterial, type: IncomeType): boolean =>
  application.declaredBenefits.includes(type) || application.declaredIncomes.some((income) => income.type === type);

/** What last month's calculation counted of the same kind for the same person; absent where that is unknown. */
const lastCounted = (
  { caseFile }: CaseMaterial,
  member: KnownMember,
  type: IncomeType,
): { lastCountedOre?: number } => {
  const line = caseFile?.previous?.lines.find(
    (one) =>
      one.kind === "income" &&
      one.type === type &&
      (one.personalNumber ?? member.personalNumber) === member.personalNumber,
  );
  return line === undefined ? {} : { lastCountedOre: line.amountOre };
};

/** An income declared without an amount is left to the agencies and documents to show. */
const fromApplicant = (material: CaseMaterial): Numbered[] =>
  material.application.declaredIncomes.flatMap(({ type, personRow, amountOre, paidOn }) => {
    const member = memberAtRow(material, personRow);
    if (amountOre === undefined) return [];
    return [
      {
        memberId: member.id,
        type,
        source: "applicant" as const,
        declared: true,
        netOre: amountOre,
        ...lastCounted(material, member, type),
        ...(paidOn !== undefined && { paidOn }),
      },
    ];
  });

/** The e-service numbers the persons of an application from 1, in the order it shows them. */
const memberAtRow = ({ application, members }: CaseMaterial, personRow: string): KnownMember => {
  const person = application.persons[Number(personRow.replace(/^p/, "")) - 1];
  const member = members.find(({ personalNumber }) => personalNumber === person?.personalNumber);
  if (member === undefined) throw new Error("A declared income names a person row that the application lacks.");
  return member;
};
