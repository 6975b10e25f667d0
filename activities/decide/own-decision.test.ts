import { describe, expect, it } from "vitest";
import { standingAtOwnDecision } from "../../contracts/codes/own-decision.js";
import { reasonSchema, type Reason } from "../../contracts/codes/reasons.js";
import type { DecisionDraft } from "../../contracts/decision-draft.js";
import { aReceipt } from "../../store/test-support/assessed-case.js";
import { answersWhatStands } from "./own-decision.js";
import { question } from "./test-support/asked.js";
import { driving, why } from "./test-support/drafts.js";

describe("which reasons a person's own decision may rest on", () => {
  const generous: DecisionDraft = {
    outcome: "granted",
    amountOre: 700_000,
    reasons: why,
    discretionary: { ...driving, costId: "k1" },
  };
  const answers = (reason: Reason, isTimeUp: boolean): boolean =>
    answersWhatStands(generous, {
      receipt: { ...aReceipt(), findings: [question(reason, { factId: "k1" })] },
      isTimeUp,
    });

  it.each(reasonSchema.options)("%s: as the table says, whatever else is written", (reason) => {
    const { standing, why: because } = standingAtOwnDecision[reason];
    expect(because.length).toBeGreaterThan(10);
    expect(answers(reason, false)).toBe(standing !== "must-be-closed" && standing !== "after-time-limit");
    expect(answers(reason, true)).toBe(standing !== "must-be-closed");
  });

  it("never rests on what nobody has read, or on an answer that there is time left to give", () => {
    for (const reason of [
      "document-unreadable",
      "source-waiting",
      "source-unavailable",
      "person-mismatch",
      "communicated",
    ] as const)
      expect(standingAtOwnDecision[reason].standing).toBe("must-be-closed");
  });
});
