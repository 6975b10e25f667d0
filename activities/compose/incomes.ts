import type { Income } from "../../contracts/case.js";
import type { Payment } from "../../contracts/readings/agency-answer.js";
import { depositsOf } from "./deposits.js";
import type { CaseMaterial } from "./material.js";
import { memberIdOf, shownBySlips, undeclaredPay } from "./payslips.js";

type Numbered = Omit<Income, "id">;

/**
 * Every payment anyone has told of: agencies, the applicant, payslips and bank statements. Which of them count, and in
 * which month, is for the rulebook.
 */
export const composeIncomes = (material: CaseMaterial): Income[] =>
  withLastCounted(material, [
    ...fromAgencies(material),
    ...fromApplicant(material),
    ...undeclaredPay(material),
    ...depositsOf(material),
  ]).map((income, index) => ({ id: `i${String(index + 1)}`, ...income }));

const fromAgencies = (material: CaseMaterial): Numbered[] =>
  material.members.flatMap((member) =>
    (material.agencyAnswers.get(member.id) ?? []).flatMap((answer) =>
      answer.status === "read"
        ? answer.payments.map((payment) => ({
            memberId: member.id,
            source: answer.agency,
            declared: isDeclared(material, { memberId: member.id, payment }),
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

/**
 * Whether the applicant has told of a payment: in a row of the form for the same person, with the same amount where one
 * is stated, or by the box for the benefit, which has neither. A box says nothing more where the form has amounts.
 */
const isDeclared = (
  material: CaseMaterial,
  { memberId, payment: { type, netOre } }: { readonly memberId: string; readonly payment: Payment },
): boolean => {
  const { declaredBenefits, declaredIncomes } = material.application;
  const rows = declaredIncomes.filter((income) => income.type === type);
  if (declaredBenefits.includes(type) && rows.every(({ amountOre }) => amountOre === undefined)) return true;
  return rows.some((row) => memberIdOf(material, row) === memberId && (row.amountOre ?? netOre) === netOre);
};

/**
 * What last month's calculation counted of the same kind for the same person, said once for each kind: at the first
 * ordinary payment. A further payment, and one for earlier months, had nothing counted last month. Absent where that is
 * unknown, and for deposits, which no calculation knows by kind.
 */
const withLastCounted = (material: CaseMaterial, incomes: readonly Numbered[]): Numbered[] => {
  const told = new Set<string>();
  return incomes.map((income) => {
    if (income.type === "bank-deposit" || income.type === "swish") return income;
    const last = lastCountedOre(material, income);
    if (last === undefined) return income;
    const key = `${income.memberId} ${income.type}`;
    const isFirst = income.retroactive !== true && !told.has(key);
    if (isFirst) told.add(key);
    return { ...income, lastCountedOre: isFirst ? last : 0 };
  });
};

const lastCountedOre = ({ caseFile, members }: CaseMaterial, { memberId, type }: Numbered): number | undefined => {
  const number = members.find(({ id }) => id === memberId)?.personalNumber;
  return caseFile?.previous?.lines.find(
    (line) => line.kind === "income" && line.type === type && (line.personalNumber ?? number) === number,
  )?.amountOre;
};

/**
 * What the applicant has declared. Pay declared without an amount takes it from the payslip; any other income without
 * an amount is left to the agencies to show.
 */
const fromApplicant = (material: CaseMaterial): Numbered[] =>
  material.application.declaredIncomes.flatMap((declared) => {
    const memberId = memberIdOf(material, declared);
    const member = material.members.find(({ id }) => id === memberId);
    if (member === undefined) throw new Error("A declared income names a person row that the application lacks.");
    const shown = shownBySlips(declared, { memberId: member.id, material });
    const netOre = declared.amountOre ?? shown.documentOre;
    if (netOre === undefined) return [];
    return [
      {
        memberId: member.id,
        type: declared.type,
        source: "applicant" as const,
        declared: true,
        netOre,
        ...shown,
        ...(declared.paidOn !== undefined && { paidOn: declared.paidOn }),
      },
    ];
  });
