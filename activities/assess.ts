import { append } from "../audit/append.js";
import type { LocalDate } from "../contracts/dates.js";
import type { CaseId } from "../contracts/ids.js";
import type { AssessmentSummary } from "../contracts/process.js";
import { findAssessment, saveAssessment } from "../store/assessments.js";
import { changeCase, lockCase } from "../store/cases.js";
import { isOpen, markTakenIn } from "../store/linked-applications.js";
import type { Store } from "../store/open-store.js";
import type { StoreTransaction } from "../store/transaction.js";
import { theSystem } from "./actors.js";
import { askByProcess, logAsked } from "./completion/ask-once.js";
import { composeCase } from "./compose/case.js";
import { loadMaterial } from "./compose/load-material.js";
import type { PacksInForce } from "./packs-in-force.js";
import { assessAndSeal, type Rulebook } from "./sealed-receipt.js";

/** What assessing works with. `today` is the municipality's date, an input to the rules. */
export type AssessmentDeps = {
  readonly store: Store;
  readonly rulebook: Rulebook;
  readonly packsInForce: PacksInForce;
  readonly today: (tx: StoreTransaction) => Promise<LocalDate>;
};

export const createAssessmentActivities = ({ store, rulebook, packsInForce, today }: AssessmentDeps) => ({
  /**
   * Runs the rulebook over everything the store holds of a case and stores the receipt under the next sequence.
   * What only the applicant can mend is asked for in the same breath. Safe to retry because the same facts on the same
   * day give the same receipt, which is stored once, and each thing is asked for once.
   */
  assessCase: ({ caseId }: { readonly caseId: CaseId }): Promise<AssessmentSummary> =>
    store.transaction(async (tx) => {
      const row = await lockCase(tx, caseId);
      const latest = await findAssessment(tx, caseId);
      // A decision ends the assessing: the month is never recomputed behind it.
      if (latest !== undefined && !(await isOpen(tx, caseId))) return summaryOf(latest);
      const day = await today(tx);
      const packs = await packsInForce(tx);
      const assess = async () => {
        const material = await loadMaterial(tx, { caseId, today: day });
        const input = composeCase(material);
        return { material, input, ...assessAndSeal(input, { rulebook, packs }) };
      };
      const first = await assess();
      // A case that waits for its applicant asks them at once, and is shown as asked.
      const asked = await askByProcess(tx, row, { assessed: first.receipt, input: first.input, packs, today: day });
      const { material, input, receipt, bytes } = asked === undefined ? first : await assess();
      const { outcome, reasons, grantOre } = receipt;
      const saved = await saveAssessment(tx, {
        caseId,
        input,
        receiptBytes: bytes,
        outcome,
        reasons,
        amountOre: grantOre,
        rulebookVersion: receipt.rulebook.version,
      });
      const isTakenIn = await markTakenIn(tx, caseId);
      if (saved.created || isTakenIn || row.state !== outcome) {
        const balanceOre = material.caseFile?.previous?.balanceOre;
        await changeCase(tx, caseId, {
          // The balance is means less need: what was granted is what was lacking.
          ...(balanceOre !== undefined && { previousAmountOre: Math.max(0, -balanceOre) }),
          state: outcome,
          waitingSince: row.state === outcome ? row.waitingSince : tx.at,
        });
        if (asked !== undefined) await logAsked(tx, caseId, asked);
        await append(tx, {
          action: "case.assessed",
          caseId,
          actor: theSystem,
          details: {
            sequence: saved.sequence,
            outcome,
            reasons,
            receipt: saved.receiptHash,
            rulebook: receipt.rulebook.version,
            rulebookHash: receipt.rulebook.hash,
            packs: receipt.packs.map(({ id, version }) => `${id}@${version}`),
            findings: receipt.findings.length,
          },
          content: receipt,
        });
      }
      return { sequence: saved.sequence, outcome, reasons };
    }),
});

const summaryOf = ({ sequence, outcome, reasons }: AssessmentSummary): AssessmentSummary => ({
  sequence,
  outcome,
  reasons,
});
