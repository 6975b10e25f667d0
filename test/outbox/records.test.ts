import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordToWrite } from "../../activities/record/record-to-write.js";
import { createRecordActivities } from "../../activities/records-to-write.js";
import type { DecisionDraft } from "../../contracts/decision-draft.js";
import { sumOre } from "../../contracts/money.js";
import type { CaseSystemRecord } from "../../contracts/readings/case-system.js";
import { simpleRenewal } from "../../api/test-support/a-household.js";
import { samplePacks } from "../../rules/packs.js";
import { openTestStore, type TestStore } from "../../store/test-support/test-store.js";
import { aCaseworker, decidedCase } from "./decided-case.js";

let test: TestStore;
let by: string;
beforeAll(async () => {
  test = await openTestStore();
  by = await aCaseworker(test.store);
});
afterAll(() => test.stop());

const against = {
  reasons: "Hyran är högre än vad som är skäligt.",
  communicationUnneeded: "Den sökande sa det själv.",
};

/** The records of a decided household, as they would be written. */
const recordsOf = async (reference: string, draft: DecisionDraft): Promise<CaseSystemRecord[]> => {
  const licence = { id: "k4", type: "driving-licence", appliedOre: 500_000, proof: "document" };
  const input =
    draft.discretionary === undefined ? simpleRenewal() : simpleRenewal({ costs: [...simpleRenewal().costs, licence] });
  const { caseId } = await decidedCase(test.store, { reference, by, draft, input });
  const wanted = await createRecordActivities(test).recordsToWrite({ caseId });
  return test.store.read(async (tx) => {
    const records: CaseSystemRecord[] = [];
    for (const { kind, cause } of wanted)
      if ("decisionId" in cause) records.push(await recordToWrite(tx, { caseId, kind, ...cause, packs: samplePacks }));
    return records;
  });
};

const linesSum = (record: CaseSystemRecord | undefined): number =>
  sumOre((record?.lines ?? []).map(({ amountOre }) => amountOre));

describe("what is written to the case system", () => {
  it("of a partial grant is called that, cites its section, and has rows that sum to the decision", async () => {
    const [calculation, decision, payment, journal] = await recordsOf("T-1", {
      ...against,
      outcome: "partly-granted",
      amountOre: 600_000,
      reducedCosts: [{ costId: "k1", approvedOre: 545_000, why: "Skälig hyra är 5 450 kronor." }],
    });
    expect(decision).toMatchObject({ kind: "decision", outcome: "Delvis bifall", amountOre: 600_000 });
    expect(calculation?.lines).toContainEqual({ label: "Hyra: ändrat genom beslutet", amountOre: -19_000 });
    expect(linesSum(calculation)).toBe(600_000);
    expect(payment).toMatchObject({ amountOre: 600_000, payOn: "2025-10-28" });
    expect(journal?.text).toContain("delvis bifall med 6\u00a0000 kronor enligt 12 kap. 1 § SoL (2025:400).");
  });

  it("of a refusal has no payment, and its note no amount", async () => {
    const records = await recordsOf("T-2", {
      ...against,
      outcome: "refused",
      emergency: { text: "Det finns inget akut behov av hjälp.", grantedOre: 0 },
    });
    expect(records.map(({ kind }) => kind)).toEqual(["calculation", "decision", "journal"]);
    expect(records[1]).toMatchObject({ outcome: "Avslag", amountOre: 0 });
    expect(linesSum(records[0])).toBe(0);
    expect(records[2]?.text).toContain("för november 2025: avslag enligt 12 kap. 1 § SoL (2025:400).");
  });

  it("of aid under 12 kap. 2 § is a decision of its own, beside the month's", async () => {
    const records = await recordsOf("T-3", {
      ...against,
      outcome: "partly-granted",
      amountOre: 619_000,
      discretionary: {
        costId: "k4",
        purpose: "körkort",
        appliedOre: 500_000,
        amountOre: 300_000,
        reasons: "Körkortet är ett krav för arbetet.",
      },
    });
    const beside = records.slice(4);
    expect(beside.map(({ kind }) => kind)).toEqual(["decision", "payment", "journal"]);
    expect(beside[0]).toMatchObject({ outcome: "Delvis bifall", amountOre: 300_000 });
    expect(beside[2]?.text).toContain(
      "om bistånd enligt 12 kap. 2 § för november 2025: delvis bifall med 3\u00a0000 kronor",
    );
    expect(beside[2]?.text).toContain("enligt 12 kap. 2 § SoL (2025:400)");
    expect(new Set(records.map(({ reference }) => reference)).size).toBe(records.length);
  });
});
