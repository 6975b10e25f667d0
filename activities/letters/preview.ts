import type { LocalDate } from "../../contracts/dates.js";
import type { CaseId } from "../../contracts/ids.js";
import type { LetterContent, LetterMunicipality } from "../../contracts/letter.js";
import type { StoreTransaction } from "../../store/transaction.js";
import { grantLetterFor } from "./grant-letter.js";
import { loadLetterBasis } from "./letter-basis.js";

/** What stands in the letter until somebody has decided. */
const notYetDecided = { decidedBy: "den handläggare som beslutar", delegationItem: "…" } as const;

/**
 * The letter as it would be sent to the applicant if the proposal were granted today; undefined where no grant is
 * proposed. Composed by the same code as the letter itself.
 */
export const grantPreview = async (
  tx: StoreTransaction,
  asked: { readonly caseId: CaseId; readonly today: LocalDate; readonly municipality: LetterMunicipality },
): Promise<LetterContent | undefined> => {
  const basis = await loadLetterBasis(tx, asked.caseId);
  const [applicant] = basis.adults;
  const { amountOre } = basis.assessment;
  if (applicant === undefined || amountOre === null) return undefined;
  const grant = { amountOre, decidedOn: asked.today, ...notYetDecided };
  return grantLetterFor(applicant, { basis, grant, municipality: asked.municipality });
};
