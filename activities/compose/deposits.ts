import type { Income } from "../../contracts/case.js";
import { localDate } from "../../contracts/dates.js";
import type { DocumentReading, ReadField } from "../../contracts/document-reading.js";
import type { CaseMaterial } from "./material.js";

type Row = ReadonlyMap<string, ReadField>;

/**
 * Deposits on bank statements that no agency has told of. A person judges what they are. Only accepted rows are facts;
 * a statement whose rows are not accepted counts as unread, which is a reason of its own.
 */
export const depositsOf = (material: CaseMaterial): Omit<Income, "id">[] => {
  const [applicant] = material.members;
  if (applicant === undefined) return [];
  return material.documents.flatMap(({ reading }) =>
    reading?.kind === "bank-statement"
      ? rowsOf(reading).flatMap((row) => depositOf(row, { material, memberId: applicant.id }))
      : [],
  );
};

/** The fields of each row, `rows.3.amountOre` under `amountOre` of row 3. */
const rowsOf = ({ fields }: DocumentReading): Row[] => {
  const rows = new Map<string, Map<string, ReadField>>();
  for (const field of fields) {
    const [, index, part] = /^rows\.(\d+)\.(\w+)$/.exec(field.name) ?? [];
    if (index === undefined || part === undefined || !field.accepted) continue;
    const row = rows.get(index) ?? new Map<string, ReadField>();
    rows.set(index, row.set(part, field));
  }
  return [...rows.values()];
};

const depositOf = (
  row: Row,
  { material, memberId }: { readonly material: CaseMaterial; readonly memberId: string },
): Omit<Income, "id">[] => {
  const amountOre = row.get("amountOre")?.value;
  const date = row.get("date")?.value;
  if (typeof amountOre !== "number" || typeof date !== "string" || amountOre <= 0) return [];
  const paidOn = localDate(date);
  if (isKnownPayment(material, { amountOre, paidOn: date })) return [];
  const type = row.has("swish") ? "swish" : "bank-deposit";
  return [
    {
      memberId,
      type,
      source: "document",
      declared: material.application.declaredIncomes.some(
        (income) => income.type === type && income.amountOre === amountOre,
      ),
      netOre: amountOre,
      paidOn,
    },
  ];
};

/** The same amount on the same day from an agency, or last month's assistance, is not a deposit to wonder about. */
const isKnownPayment = (
  { agencyAnswers, caseFile }: CaseMaterial,
  { amountOre, paidOn }: { readonly amountOre: number; readonly paidOn: string },
): boolean => {
  const fromAgency = [...agencyAnswers.values()]
    .flat()
    .some(
      (answer) =>
        answer.status === "read" &&
        answer.payments.some((payment) => payment.netOre === amountOre && payment.paidOn === paidOn),
    );
  return fromAgency || Math.abs(caseFile?.previous?.balanceOre ?? 0) === amountOre;
};
