import { roleSchema, type Role } from "../../contracts/codes/roles.js";
import type { LocalDate } from "../../contracts/dates.js";
import type { DecisionDraft } from "../../contracts/decision-draft.js";
import { Fault } from "../../contracts/faults.js";
import type { CaseId } from "../../contracts/ids.js";
import type { LetterContent, LetterHearing, LetterMunicipality } from "../../contracts/letter.js";
import { monthOf } from "../../contracts/dates.js";
import { paymentDate } from "../../contracts/payment-date.js";
import { municipalMinute } from "../../contracts/payments.js";
import type { Packs, PersonalItem } from "../../contracts/rule-pack.js";
import { mandateFor, parametersFor } from "../../rules/index.js";
import type { IntendedDecision } from "../../rules/mandates.js";
import type { LetterPayment } from "../../rules/letters/letter-input.js";
import type { StoreTransaction } from "../../store/transaction.js";
import { refusedOreOf } from "../decide/full-need.js";
import { heardCommunications } from "../decide/heard-communications.js";
import { hearingOf, heardInLetter } from "../decide/hearing.js";
import { cutOffRule } from "../payments/order-payment.js";
import { payDayFrom } from "../payments/pay-day.js";
import { titleIn } from "./decider-title.js";
import { decisionLetterFor } from "./decision-letter.js";
import type { DecisionToTell } from "./decision-to-tell.js";
import { loadLetterBasis, type LetterBasis } from "./letter-basis.js";

/** Whose decision a preview supposes, and what they would decide. */
export type PreviewAsked = {
  readonly caseId: CaseId;
  readonly today: LocalDate;
  readonly municipality: LetterMunicipality;
  readonly packs: Packs;
  /** The person who looks: the decision would be theirs where their delegation reaches. */
  readonly viewer: { readonly name: string; readonly ownTitle: string | null; readonly roles: readonly Role[] };
  /** The decision as it is being written; absent: what is computed is granted. */
  readonly draft?: DecisionDraft;
};

/** What stands in the letter where the one who looks may not decide. */
const somebodyElse = { decidedBy: "den som beslutar", decidedByTitle: "med namn och titel" } as const;
/** What stands where nobody's delegation reaches: the board itself decides. */
const noItem = "–";

/**
 * The letter as it would be sent to the applicant if the draft, or else the proposal, were decided today; undefined
 * where there is nothing to show. Composed by the same code as the letter itself.
 * @throws Fault `InvariantBroken` where the draft lacks something that a letter may not go without.
 */
export const letterPreview = async (tx: StoreTransaction, asked: PreviewAsked): Promise<LetterContent | undefined> => {
  const basis = await loadLetterBasis(tx, asked.caseId, { packs: asked.packs });
  const [applicant] = basis.parties;
  const told = decisionSupposed(basis, { ...asked, hearing: await hearingSupposed(tx, { basis, asked }) });
  if (applicant === undefined || told === undefined) return undefined;
  return decisionLetterFor(applicant, {
    basis,
    told,
    payment: paidSum(told) > 0 ? paymentSupposed(tx, { basis, asked }) : undefined,
    municipality: asked.municipality,
  });
};

const decisionSupposed = (
  { assessment }: LetterBasis,
  { draft = { outcome: "granted" }, hearing, ...asked }: PreviewAsked & { readonly hearing: LetterHearing },
): DecisionToTell | undefined => {
  const amountOre = draft.outcome === "refused" ? 0 : (draft.amountOre ?? assessment.receipt.grantOre);
  if (amountOre === null) return undefined;
  const decided = { outcome: draft.outcome, amountOre };
  const own = mandated(asked, { ...decided, refusedOre: refusedOreOf(decided, assessment) });
  const { discretionary } = draft;
  return {
    draft,
    amountOre,
    decidedOn: asked.today,
    ...(own.byRole === undefined ? somebodyElse : asViewer(asked.viewer, own.byRole)),
    delegationItem: own.item,
    hearing,
    ...(discretionary !== undefined && {
      discretionaryItem: mandated(asked, {
        outcome: "discretionary",
        amountOre: discretionary.amountOre,
        refusedOre: 0,
      }).item,
    }),
  };
};

/** Where the hearing would stand today. */
const hearingSupposed = async (
  tx: StoreTransaction,
  { basis: { row, assessment }, asked }: { readonly basis: LetterBasis; readonly asked: PreviewAsked },
): Promise<LetterHearing> => {
  const communications = await heardCommunications(tx, asked.caseId);
  const { leastAnswerDays } = parametersFor(asked.packs, row.benefitMonth);
  return heardInLetter(
    hearingOf(communications, { today: asked.today, input: assessment.input, leastAnswerDays }),
    communications,
  );
};

const asViewer = (
  { name, ownTitle }: PreviewAsked["viewer"],
  role: Role,
): Pick<DecisionToTell, "decidedBy" | "decidedByTitle"> => ({
  decidedBy: name,
  decidedByTitle: titleIn({ title: ownTitle }, role),
});

/** The item of the delegation order that the decision would be made under, and in which role the viewer would make it. */
const mandated = (
  { packs: { municipal }, viewer, today }: Pick<PreviewAsked, "packs" | "viewer" | "today">,
  decision: Pick<IntendedDecision, "outcome" | "amountOre" | "refusedOre">,
): { readonly item: string; readonly byRole: Role | undefined } => {
  const itemFor = (roles: readonly Role[]): PersonalItem | undefined =>
    municipal === undefined ? undefined : mandateFor({ ...decision, roles, on: today }, municipal);
  const own = itemFor(viewer.roles);
  return own === undefined
    ? { item: itemFor(roleSchema.options)?.item ?? noItem, byRole: undefined }
    : { item: own.item, byRole: own.role };
};

const paidSum = ({ amountOre, draft: { discretionary } }: DecisionToTell): number =>
  amountOre + (discretionary?.amountOre ?? 0);

/** As it would be ordered: held where no account is known. */
const paymentSupposed = (
  tx: StoreTransaction,
  { basis, asked }: { readonly basis: LetterBasis; readonly asked: PreviewAsked },
): LetterPayment => {
  const account = basis.caseFile?.account?.maskedNumber;
  return account === undefined ? "held" : { payOn: payDay(tx, { basis, asked }), account };
};

const payDay = (
  { at }: StoreTransaction,
  { basis: { row }, asked }: { readonly basis: LetterBasis; readonly asked: PreviewAsked },
): LocalDate => {
  const wished = paymentDate(asked.today, row.answerDue);
  const rule = cutOffRule(asked.packs, monthOf(wished));
  return payDayFrom(wished, { now: municipalMinute(asked.today, at), rule }).payOn;
};

/** What keeps a draft from being a letter, in words to show; undefined where the fault is another. */
export const whyNoLetter = (error: unknown): string | undefined =>
  error instanceof Fault && error.name === "InvariantBroken" ? error.message : undefined;
