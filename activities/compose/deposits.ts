import type { Income } from "../../contracts/case.js";
import { localDate } from "../../contracts/dates.js";
import type { DocumentReading, ReadField } from "../../contracts/document-reading.js";
import { holderOf } from "./holder.js";
import type { CaseMaterial } from "./material.js";

type Row = ReadonlyMap<string, ReadField>;

/**
 * Deposits on the household's own bank statements that nobody else has told of. A person judges what they are. Only
 * accepted rows are facts; a statement with any other row, or of somebody else's account, is a reason of its own.
 */
export const depositsOf = (material: CaseMaterial): Omit<Income, "id">[] =>
  material.documents.flatMap(({ reading }) => {
    if (reading?.kind !== "bank-statement") return [];
    const holder = holderOf(reading, material);
    if (holder.is !== "member") return [];
    const { memberId } = holder;
    return rowsOf(reading).flatMap((row) => depositOf(row, { material, memberId }));
  });

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

/** The same amount on the same day from an agency or a declared employer, or last month's aid, is nothing to wonder about. */
const isKnownPayment = (
  { agencyAnswers, application, caseFile }: CaseMaterial,
  { amountOre, paidOn }: { readonly amountOre: number; readonly paidOn: string },
): boolean => {
  const fromAgency = [...agencyAnswers.values()]
    .flat()
    .some(
      (answer) =>
        answer.status === "read" &&
        answer.payments.some((payment) => payment.netOre === amountOre && payment.paidOn === paidOn),
    );
  const isDeclaredPay = application.declaredIncomes.some(
    (income) => income.type === "salary" && income.amountOre === amountOre && income.paidOn === paidOn,
  );
  // The balance is means less need: what was granted is what was lacking.
  return fromAgency || isDeclaredPay || -(caseFile?.previous?.balanceOre ?? 0) === amountOre;
};
