import type { KeptVerification } from "../../audit/verification.js";
import type { VerificationView } from "../../contracts/api/case-log.js";
import { breakageReasons } from "../../contracts/audit-event.js";

/** What the last verification of the log said, or null where it was never verified. */
export const verificationView = (kept: KeptVerification | undefined): VerificationView | null => {
  if (kept === undefined) return null;
  const { ok, events, head, firstBroken } = kept.result;
  return {
    ok,
    events,
    head,
    checkedAt: kept.at,
    firstBroken:
      firstBroken === undefined ? null : { seq: firstBroken.seq, reason: breakageReasons[firstBroken.reason] },
  };
};
