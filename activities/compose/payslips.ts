import type { Income } from "../../contracts/case.js";
import type { IncomeType } from "../../contracts/codes/incomes.js";
import { firstDayOf, lastDayOf, localDate, monthSchema, type LocalDate } from "../../contracts/dates.js";
import type { DocumentReading } from "../../contracts/document-reading.js";
import type { Application } from "../../contracts/readings/application.js";
import { declaredKindOf } from "./declared-kind.js";
import { holderOf } from "./holder.js";
import type { CaseMaterial, KnownDocument } from "./material.js";
import { acceptedOre, acceptedText, soundnessOf } from "./soundness.js";

type Declared = Application["declaredIncomes"][number];
/** How a declared income is shown by the payslips that came with the application. */
type Shown = Pick<Income, "proof" | "documentOre" | "paidOn" | "from" | "to">;

/** Pay from an employer, which a payslip shows. */
const shownByPayslip: readonly IncomeType[] = ["salary", "holiday-pay", "severance-pay"];

/** Documents handed in or read as payslips. */
export const payslipsOf = ({ documents }: CaseMaterial): KnownDocument[] =>
  documents.filter(
    ({ declaredKind, reading }) => declaredKindOf(declaredKind) === "payslip" || reading?.kind === "payslip",
  );

/** The payslips that may show a declared income: sent for its row, or for none. */
const candidatesFor = (material: CaseMaterial, { type, row }: Declared): KnownDocument[] =>
  shownByPayslip.includes(type)
    ? payslipsOf(material).filter(({ declaredRow }) => declaredRow === undefined || declaredRow === row)
    : [];

/** A payslip that can be believed and is the member's own. */
const isOwn = (
  { reading }: KnownDocument,
  at: { readonly memberId: string; readonly material: CaseMaterial },
): boolean => {
  if (reading === undefined || soundnessOf(reading) !== "sound") return false;
  const holder = holderOf(reading, at.material);
  return holder.is === "member" && holder.memberId === at.memberId;
};

/** Whose the payslip is not: known to be another member's, so that it says nothing of this one. */
const isOfAnotherMember = (
  { reading }: KnownDocument,
  { memberId, material }: { readonly memberId: string; readonly material: CaseMaterial },
): boolean => {
  if (reading === undefined || soundnessOf(reading) !== "sound") return false;
  const holder = holderOf(reading, material);
  return holder.is === "member" && holder.memberId !== memberId;
};

/** How a declared income is shown. A payslip of somebody else, of another payment or altered is a mismatch, never proof. */
export const shownBySlips = (declared: Declared, at: { memberId: string; material: CaseMaterial }): Shown => {
  const candidates = candidatesFor(at.material, declared).filter((document) => !isOfAnotherMember(document, at));
  if (candidates.length === 0) return { proof: "none" };
  const own = candidates.filter((document) => isOwn(document, at));
  const slips = own.filter(({ reading }) => reading !== undefined && isOfPayment(reading, declared.paidOn));
  const [slip, ...more] = slips;
  if (slip?.reading !== undefined && more.length === 0 && own.length === candidates.length)
    return shownBy(slip.reading);
  if (own.length === 0 && candidates.every(({ reading }) => isUnclear(reading, at.material)))
    return { proof: "unreadable" };
  return { proof: "mismatch" };
};

/** Nothing contradicts it, but it cannot be read, or does not say whose it is. */
const isUnclear = (reading: DocumentReading | undefined, material: CaseMaterial): boolean => {
  const soundness = soundnessOf(reading);
  if (reading === undefined || soundness === "unreadable") return true;
  return soundness === "sound" && holderOf(reading, material).is === "unknown";
};

const isOfPayment = (reading: DocumentReading, paidOn: LocalDate | undefined): boolean =>
  paidOn === undefined || acceptedText(reading, "paidOn") === paidOn;

const shownBy = (reading: DocumentReading): Shown => {
  const documentOre = acceptedOre(reading, "netOre");
  if (documentOre === undefined) return { proof: "unreadable" };
  return { proof: "document", documentOre, ...timeOf(reading) };
};

/** When it was paid, and for what time. */
const timeOf = (reading: DocumentReading): Pick<Income, "paidOn" | "from" | "to"> => {
  const paidOn = acceptedText(reading, "paidOn");
  const period = monthSchema.safeParse(acceptedText(reading, "period"));
  const from = period.success ? firstDayOf(period.data) : acceptedText(reading, "periodFrom");
  const to = period.success ? lastDayOf(period.data) : acceptedText(reading, "periodTo");
  return {
    ...(paidOn !== undefined && { paidOn: localDate(paidOn) }),
    ...(from !== undefined && to !== undefined && { from: localDate(from), to: localDate(to) }),
  };
};

/** Pay that only a payslip tells of: a member's own, that adds up, where the member has declared no such income. */
export const undeclaredPay = (material: CaseMaterial): Omit<Income, "id">[] =>
  slipsOfUndeclaredPay(material).flatMap(({ reading, memberId }) => {
    const netOre = acceptedOre(reading, "netOre");
    const grossOre = acceptedOre(reading, "grossOre");
    const taxOre = acceptedOre(reading, "taxOre");
    return netOre === undefined || grossOre === undefined || taxOre === undefined
      ? []
      : [
          {
            memberId,
            type: "salary" as const,
            source: "document" as const,
            declared: true,
            deductions: [],
            netOre,
            grossOre,
            taxOre,
            preliminary: false,
            retroactive: false,
            ...timeOf(reading),
          },
        ];
  });

const slipsOfUndeclaredPay = (
  material: CaseMaterial,
): { readonly document: KnownDocument; readonly reading: DocumentReading; readonly memberId: string }[] =>
  payslipsOf(material).flatMap((document) => {
    const { reading } = document;
    if (reading === undefined || soundnessOf(reading) !== "sound") return [];
    const holder = holderOf(reading, material);
    if (holder.is !== "member" || acceptedOre(reading, "netOre") === undefined) return [];
    const { memberId } = holder;
    const isDeclared = material.application.declaredIncomes.some(
      (declared) =>
        candidatesFor(material, declared).some((one) => one === document) &&
        memberIdOf(material, declared) === memberId,
    );
    return isDeclared ? [] : [{ document, reading, memberId }];
  });

/** The payslips that a declared income or an income of their own rests on, whatever became of them. */
export const slipsInUse = (material: CaseMaterial): KnownDocument[] => {
  const alone = new Set(slipsOfUndeclaredPay(material).map(({ document }) => document));
  return payslipsOf(material).filter(
    (document) =>
      alone.has(document) ||
      material.application.declaredIncomes.some((declared) => {
        const memberId = memberIdOf(material, declared);
        return (
          memberId !== undefined &&
          candidatesFor(material, declared).some((one) => one === document) &&
          !isOfAnotherMember(document, { memberId, material })
        );
      }),
  );
};

/** The e-service numbers the persons of an application from 1, in the order it shows them. */
export const memberIdOf = (
  { application, members }: CaseMaterial,
  { personRow }: Pick<Declared, "personRow">,
): string | undefined => {
  const person = application.persons[Number(personRow.replace(/^p/, "")) - 1];
  return members.find(({ personalNumber }) => personalNumber === person?.personalNumber)?.id;
};
