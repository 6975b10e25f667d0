import { describe, expect, it } from "vitest";
import { localDate, month } from "../../contracts/dates.js";
import type { Reason } from "../../contracts/codes/reasons.js";
import { loadHouseholds } from "../../simulators/households/load.js";
import type { CaseProgress } from "../serve/month-status.js";
import { runMonth, type MonthRun } from "./run-month.js";
import { summarise } from "./summarise.js";

const undeclared: Reason[] = ["deposit-to-assess", "undeclared-income"];

const aCase = (reference: string, parts: Partial<CaseProgress>): CaseProgress => ({
  caseId: reference,
  number: reference,
  references: [reference],
  duplicates: [],
  state: "referred",
  sequence: 1,
  outcome: "referred",
  reasons: [],
  amountOre: null,
  normOre: null,
  costsOre: null,
  countedIncomeOre: null,
  decided: null,
  ...parts,
});

/** Households 12 and 14 as a town would show them: a silent agency that answers the next day, and a case to communicate. */
const town = () => {
  let silent = aCase("EB-2510-0112", { state: "waiting", outcome: "waiting", reasons: ["source-waiting"] });
  let asked = aCase("EB-2510-0114", { reasons: undeclared });
  const done: string[] = [];
  return {
    done,
    status: () => Promise.resolve([silent, asked]),
    beginDay: () => {
      silent = { ...silent, sequence: 2, state: "prefilled", outcome: "prefilled", reasons: [], amountOre: 399_000 };
      asked = { ...asked, sequence: asked.sequence + 1 };
      return Promise.resolve();
    },
    caseworker: {
      approve: (caseId: string) => {
        done.push(`approve ${caseId}`);
        silent = { ...silent, state: "closed", decided: "granted" };
        return Promise.resolve();
      },
      communicate: (caseId: string, { answerBy }: { readonly answerBy: string }) => {
        done.push(`communicate ${caseId} ${answerBy}`);
        asked = {
          ...asked,
          sequence: 2,
          state: "waiting",
          outcome: "waiting",
          reasons: ["communicated", ...undeclared],
        };
        return Promise.resolve();
      },
    } satisfies MonthRun["caseworker"],
  };
};

const households = loadHouseholds(["12", "14"]);

const summaryOf = async (at: ReturnType<typeof town>, { worked, struck = 1 }: { worked: boolean; struck?: number }) => {
  const seen = await runMonth({
    households,
    today: localDate("2025-10-27"),
    status: at.status,
    beginDay: at.beginDay,
    ...(worked && { caseworker: at.caseworker }),
    onProgress: () => undefined,
    timeoutMs: 10_000,
    now: () => performance.now(),
  });
  return summarise({
    month: month("2025-11"),
    seconds: 1,
    households,
    seen,
    cases: await at.status(),
    writes: { calculation: 1, decision: 1, payment: 1, journal: 1, duplicates: 0 },
    audit: { events: 2, head: "0".repeat(64), verified: true },
    faults: [{ household: "12", system: "agencies", kind: "agency-error", armed: 1, struck }],
    worked,
  });
};

describe("a run of the month", () => {
  it("lets the caseworker communicate what is referred, turns the day, and approves what is then prefilled", async () => {
    const at = town();
    const { ok, households: ends } = await summaryOf(at, { worked: true });
    expect(at.done).toEqual(["communicate EB-2510-0114 2025-11-03", "approve EB-2510-0112"]);
    expect(ends.map(({ path }) => path?.map(({ on, outcome }) => `${on} ${String(outcome)}`))).toEqual([
      ["2025-10-27 waiting", "2025-10-28 prefilled"],
      ["2025-10-27 referred", "2025-10-27 waiting"],
    ]);
    expect(ok).toBe(true);
  });

  it("expects no more than what the machine does where decisions are left to people", async () => {
    const at = town();
    const { households: ends } = await summaryOf(at, { worked: false });
    expect(at.done).toEqual([]);
    expect(ends.map(({ id, ok, expected }) => [id, ok, expected.outcome])).toEqual([
      ["12", true, "prefilled"],
      ["14", true, "referred"],
    ]);
  });

  it("is not ok where a fault that a household brings with it never struck", async () => {
    expect((await summaryOf(town(), { worked: true, struck: 0 })).ok).toBe(false);
  });
});
