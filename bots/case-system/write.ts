import { Fault } from "../../contracts/faults.js";
import { PortalFault } from "../../contracts/portal-fault.js";
import type { CapturedEvidence } from "../../contracts/readings/evidence.js";
import type { CaseSystemRecord } from "../../contracts/readings/case-system.js";
import { toFault } from "../core/faults.js";
import type { Visit } from "../core/visit.js";
import { fillForm, submitForm } from "./pages/form.page.js";
import { isReceiptOf } from "./parse-records.js";

const outcomeUnknown = (found: Fault, evidence: readonly CapturedEvidence[]): PortalFault =>
  new PortalFault(
    "OutcomeUnknown",
    "The record was sent, but no receipt for it was seen. Look in the case system; it is not sent again.",
    {
      details: { found: found.name, ...found.details },
      evidence,
    },
  );

/**
 * Fills in the form, tells the caller that it is about to be sent, sends it once and demands the receipt for exactly
 * this record. From the caller's word on, every failure is `OutcomeUnknown`: the record may have been saved.
 */
export const writeRecord = async (
  visit: Visit,
  at: { record: CaseSystemRecord; caseNumber: string; beforeSubmit: () => Promise<void> },
): Promise<readonly CapturedEvidence[]> => {
  await fillForm(visit, at);
  const filled = await visit.capture();
  visit.checkEgress();
  await at.beforeSubmit();
  try {
    const receipt = await submitForm(visit);
    if (!isReceiptOf(receipt, at.record))
      throw new Fault("PortalChanged", "The receipt is not for the record that was sent.");
    visit.checkEgress();
    return [...filled, ...(await visit.capture())];
  } catch (error) {
    const seen = await visit.capture().catch(() => []);
    throw outcomeUnknown(toFault(error), [...filled, ...seen]);
  }
};
