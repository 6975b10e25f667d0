import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { localDate, month } from "../../contracts/dates.js";
import { isFault } from "../../contracts/faults.js";
import { PortalFault } from "../../contracts/portal-fault.js";
import type { CaseSystemRecord } from "../../contracts/readings/case-system.js";
import { startTestTown, type TestTown } from "../testing/municipality.js";

const person = "199004082385";
const november = month("2025-11");
const common = { personalNumber: person, month: november };

const records: readonly CaseSystemRecord[] = [
  {
    ...common,
    kind: "calculation",
    reference: "ref-calculation",
    amountOre: -619_050,
    lines: [
      { label: "Ensamstående", amountOre: 391_000 },
      { label: "Hyra & vatten <1>", amountOre: 640_050 },
      { label: "Aktivitetsstöd", amountOre: -520_000 },
    ],
  },
  {
    ...common,
    kind: "decision",
    reference: "ref-decision",
    amountOre: 619_050,
    outcome: "Delvis bifall",
    text: "Första raden.\nAndra raden med å, ä och ö.",
  },
  { ...common, kind: "payment", reference: "ref-payment", amountOre: 619_050, payOn: localDate("2025-10-30") },
  { ...common, kind: "journal", reference: "ref-journal", text: "Beslut om bistånd <b>är</b> fattat." },
];

let town: TestTown;
let portals: ReturnType<TestTown["portals"]>;
let announced: number;

const announce = (): Promise<void> => {
  announced += 1;
  return Promise.resolve();
};

const payment = (reference: string): CaseSystemRecord => ({
  ...common,
  kind: "payment",
  reference,
  amountOre: 100_000,
  payOn: localDate("2025-10-30"),
});

const failureOf = async (promise: Promise<unknown>): Promise<unknown> => {
  try {
    return await promise;
  } catch (error) {
    return error;
  }
};

const found = async (reference: string): Promise<number> => {
  const { value } = await portals.caseSystem.find("payment", person, november);
  return value.filter((record) => record.reference === reference).length;
};

const submissions = async (): Promise<number> =>
  (await town.hits()).filter(({ page, method }) => page === "write" && method === "POST").length;

beforeAll(async () => {
  town = await startTestTown(["01", "14"]);
  portals = town.portals();
}, 60_000);

beforeEach(() => {
  announced = 0;
});

afterEach(() => town.disarm());

afterAll(async () => {
  await portals.closeAll();
  await town.close();
});

describe("a record written to the case system", { timeout: 30_000 }, () => {
  it.each(records)("comes back exactly as it was written: $kind", async (record) => {
    const { value, evidence } = await portals.caseSystem.write(record, announce);
    const back = await portals.caseSystem.find(record.kind, person, november);
    expect([value, announced]).toEqual([{ accepted: true }, 1]);
    expect(back.value).toEqual([record]);
    expect(evidence.map(({ kind }) => kind)).toEqual(["screenshot", "page", "screenshot", "page"]);
  });

  it("is announced after the form is filled and before it is sent", async () => {
    await town.hits();
    let pagesBefore: readonly string[] = [];
    await portals.caseSystem.write(payment("order"), async () => {
      pagesBefore = (await town.hits()).map(({ page }) => page);
    });
    expect(pagesBefore).toContain("form");
    expect(pagesBefore).not.toContain("write");
    expect(await submissions()).toBe(1);
  });

  it("is found among all others of its kind and month, and not in another month", async () => {
    const { value } = await portals.caseSystem.find("payment", person, november);
    expect(value.map(({ reference }) => reference).sort()).toEqual(["order", "ref-payment"]);
    expect((await portals.caseSystem.find("payment", person, month("2025-12"))).value).toEqual([]);
  });
});

describe("the file of a record", { timeout: 30_000 }, () => {
  /** The pages of the case system that were opened since this was last asked. */
  const opened = async (page: string): Promise<number> =>
    (await town.hits()).filter((hit) => hit.system === "case-system" && hit.page === page).length;

  it("is searched for once while its record is looked for, written and read back, and is read before the writing", async () => {
    await found("searched-once");
    await opened("search");
    await portals.caseSystem.write(payment("searched-once"), async () => {
      const hits = (await town.hits()).map(({ page }) => page);
      expect([hits.includes("search"), hits.includes("file")]).toEqual([false, true]);
    });
    expect(await found("searched-once")).toBe(1);
    expect(await opened("search")).toBe(0);
  });

  it("is searched for anew for another person, and when it was opened a while ago", async () => {
    await found("any");
    await opened("search");
    await portals.caseSystem.find("payment", "193001017072", november);
    expect(await opened("search")).toBeGreaterThan(0);
    await found("any");
    expect(await opened("search")).toBeGreaterThan(0);
    const now = performance.now() + 60_001;
    vi.spyOn(performance, "now").mockReturnValue(now);
    await found("any");
    expect(await opened("search")).toBeGreaterThan(0);
  });
});

describe("a write that goes wrong", { timeout: 30_000 }, () => {
  it.each([
    ["saved-response-lost", 1],
    ["saved-shown-as-error", 1],
    ["not-saved-response-lost", 0],
    ["shown-as-saved", 0],
    ["session-expired", 0],
    ["hang", 0],
    ["error-500", 0],
    ["error-page-200", 0],
    ["throttled", 0],
    ["redirect-elsewhere", 0],
  ])("is unknown after %s, is sent once, and stands there %i times", async (kind, times) => {
    await town.arm({ system: "case-system", page: "write", kind });
    const failure = await failureOf(portals.caseSystem.write(payment(kind), announce));
    expect([isFault(failure) && failure.name, announced, await town.strikes()]).toEqual(["OutcomeUnknown", 1, 1]);
    expect(failure instanceof PortalFault ? failure.evidence.length : 0).toBeGreaterThanOrEqual(2);
    await town.disarm();
    expect(await found(kind)).toBe(times);
  });

  it("is unknown when the receipt page cannot be shown, though it was saved", async () => {
    await town.arm({ system: "case-system", page: "receipt", kind: "connection-reset" });
    const failure = await failureOf(portals.caseSystem.write(payment("receipt"), announce));
    await town.disarm();
    expect([isFault(failure) && failure.name, await found("receipt")]).toEqual(["OutcomeUnknown", 1]);
  });

  it("has not begun when the form is not the one we know", async () => {
    await town.arm({ system: "case-system", page: "form", kind: "renamed-label" });
    await town.hits();
    const failure = await failureOf(portals.caseSystem.write(payment("renamed"), announce));
    expect([isFault(failure) && failure.name, announced, await submissions()]).toEqual(["PortalChanged", 0, 0]);
  });

  it("has not begun when the file belongs to somebody else", async () => {
    await town.arm({ system: "case-system", page: "file", kind: "other-person" });
    await town.hits();
    const failure = await failureOf(portals.caseSystem.write(payment("other"), announce));
    expect([isFault(failure) && failure.name, announced, await submissions()]).toEqual(["PersonMismatch", 0, 0]);
  });

  it("has not begun when the person has no file", async () => {
    const record = { ...payment("no-file"), personalNumber: "193001017072" };
    const failure = await failureOf(portals.caseSystem.write(record, announce));
    expect([isFault(failure) && failure.name, announced]).toEqual(["PersonMismatch", 0]);
  });

  it("starts over when the session ends before the form is sent, and announces once", async () => {
    await town.arm({ system: "case-system", page: "form", kind: "session-expired", times: 1 });
    await portals.caseSystem.write(payment("restarted"), announce);
    expect([announced, await found("restarted")]).toEqual([1, 1]);
  });

  it("is not sent when the caller cannot store its intention, and the caller's own error comes back", async () => {
    await town.hits();
    const refusal = new Error("The store is full.");
    const failure = await failureOf(portals.caseSystem.write(payment("refused"), () => Promise.reject(refusal)));
    expect(failure).toBe(refusal);
    expect(await submissions()).toBe(0);
  });

  it.each<[string, CaseSystemRecord]>([
    ["a payment without a day", { ...common, kind: "payment", reference: "x", amountOre: 1 }],
    ["a calculation without rows", { ...common, kind: "calculation", reference: "x", amountOre: 1, lines: [] }],
    ["a decision without an outcome", { ...common, kind: "decision", reference: "x", amountOre: 1 }],
  ])("is our own fault for %s, and nothing is filled in", async (_name, record) => {
    const failure = await failureOf(portals.caseSystem.write(record, announce));
    expect([isFault(failure) && failure.name, announced]).toEqual(["ContractViolation", 0]);
  });
});
