import { localDate, month } from "../../../contracts/dates.js";
import type { CaseId } from "../../../contracts/ids.js";
import type { MunicipalPack } from "../../../contracts/rule-pack.js";
import { caseOf, renewal, standing } from "../../../rules/examples/cases.js";
import { receiveApplication } from "../../../store/applications.js";
import { saveAssessment } from "../../../store/assessments.js";
import { changeCase } from "../../../store/cases.js";
import { addDecisionRequest, recordDecision } from "../../../store/decisions.js";
import { anApplication, persons } from "../../../store/test-support/an-application.js";
import type { StoreTransaction } from "../../../store/transaction.js";
import { logged } from "../../decide/test-support/asked.js";
import { assessAndSeal } from "../../sealed-receipt.js";
import { overlay, valueOf, type aWorkshop, type Drafted } from "./a-workshop.js";

type Workshop = Awaited<ReturnType<typeof aWorkshop>>;

/** The source of a correction that the board had decided as it now reads. */
export const rightSource = "Riktlinjer, Exempelköpings socialnämnd 2024-11-20 § 118, rättad avskrift";

/** An overlay with another cap for the rent of one adult alone, as if it had been copied wrongly. */
export const withRentCap = (capOre: number, from: MunicipalPack = overlay): MunicipalPack => ({
  ...from,
  costRules: from.costRules.map((row) =>
    row.type === "rent"
      ? { ...row, source: rightSource, caps: row.caps.map((cap, at) => (at === 0 ? { ...cap, capOre } : cap)) }
      : row,
  ),
});

/** Assesses a stored case by what is in force: one adult with a rent in kronor. */
export const assessStored = async (
  tx: StoreTransaction,
  { deps }: Pick<Workshop, "deps">,
  { caseId, rent }: { readonly caseId: CaseId; readonly rent: number },
): Promise<void> => {
  const input = caseOf(renewal({ costs: [standing("rent", rent)] }));
  const { receipt, bytes } = assessAndSeal(input, { rulebook: deps.rulebook, packs: await deps.packsInForce(tx) });
  const { outcome, reasons, grantOre: amountOre } = receipt;
  await saveAssessment(tx, {
    caseId,
    input,
    receiptBytes: bytes,
    outcome,
    reasons,
    amountOre,
    rulebookVersion: "test",
  });
  await changeCase(tx, caseId, { state: outcome });
};

/** Stores an application of one of two households for a month, and assesses it by what is in force. */
export const storeMonth = (
  workshop: Workshop,
  {
    reference,
    rent,
    of = "applicant",
    month: benefitMonth = month("2025-11"),
  }: {
    readonly reference: string;
    readonly rent: number;
    readonly of?: keyof typeof persons;
    readonly month?: string;
  },
): Promise<CaseId> =>
  logged(workshop.town, async (tx) => {
    const person = { ...persons[of], role: "applicant" };
    const application = anApplication({ reference, month: benefitMonth, persons: [person] });
    const { caseId } = await receiveApplication(tx, { application, municipality: reference });
    await assessStored(tx, workshop, { caseId, rent });
    return caseId;
  });

/** Decides a stored case on the assessment it has. */
export const decideMonth = ({ town, one }: Workshop, caseId: CaseId, amountOre: number): Promise<void> =>
  logged(town, async (tx) => {
    const requestId = await addDecisionRequest(tx, {
      caseId,
      sequence: 1,
      shownHash: "0".repeat(64),
      by: one.id,
      conflictDeclared: true,
      draft: { outcome: "granted", amountOre },
    });
    await recordDecision(tx, {
      requestId,
      outcome: "granted",
      amountOre,
      decidedOn: localDate("2025-10-27"),
      delegationItem: "3.1",
      hearing: "none",
    });
  });

/** Takes a draft through to effect, by the minute that its source names, and answers with the change. */
export const publish = async (workshop: Workshop, draft: Drafted): Promise<string> => {
  const { id, contentHash } = await workshop.approved(draft);
  const minute = { on: localDate("2024-11-20"), paragraph: "§ 118" };
  valueOf(await workshop.workshop.publish(workshop.one, id, { contentHash, minute }));
  return id;
};
