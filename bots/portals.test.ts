import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { month, periodOf } from "../contracts/dates.js";
import { isFault } from "../contracts/faults.js";
import { accounts, startTestTown, testInstant, type TestTown } from "./testing/municipality.js";

const person = "199901232398";
const stranger = "193001017072";
const october = periodOf(month("2025-10"));
const november = month("2025-11");

let town: TestTown;
let portals: ReturnType<TestTown["portals"]>;

const nameOf = async (promise: Promise<unknown>): Promise<string> => {
  try {
    await promise;
    return "no fault";
  } catch (error) {
    return isFault(error) ? error.name : "another error";
  }
};

beforeAll(async () => {
  town = await startTestTown(["01", "12", "14"]);
  portals = town.portals();
}, 60_000);

afterAll(async () => {
  await portals.closeAll();
  await town.close();
});

describe("the e-service", { timeout: 20_000 }, () => {
  it("lists a month's applications with when they came", async () => {
    const { value, provenance, evidence } = await portals.eService.listApplications(november);
    expect(value).toEqual([
      { reference: "EB-2510-0101", receivedAt: "2025-10-25T17:12:00.000Z", month: "2025-11" },
      { reference: "EB-2510-0114", receivedAt: "2025-10-25T18:44:00.000Z", month: "2025-11" },
      { reference: "EB-2510-0112", receivedAt: "2025-10-26T14:03:00.000Z", month: "2025-11" },
    ]);
    expect(provenance).toEqual({ portal: "e-service", botVersion: "e-service/1", readAt: testInstant });
    expect(evidence).toHaveLength(2);
  });

  it("says that a month has no applications only where the page says so", async () => {
    expect((await portals.eService.listApplications(month("2024-03"))).value).toEqual([]);
  });

  it("reads an application as the household wrote it", async () => {
    const { value } = await portals.eService.readApplication("EB-2510-0114");
    expect(value).toMatchObject({
      kind: "renewal",
      month: "2025-11",
      persons: [{ personalNumber: person, role: "applicant", signedOn: "2025-10-25" }],
      address: { street: "Attrappgatan 15", postalCode: "999 13", city: "Exempelköping" },
      personsInHome: 1,
      sharesHome: false,
      costs: [
        { row: "k1", type: "rent", appliedOre: 575_000 },
        { row: "k2", type: "electricity", appliedOre: 41_000 },
        { row: "k3", type: "home-insurance", appliedOre: 14_000 },
      ],
      declaredIncomes: [],
      declaredBenefits: ["activity-support"],
      hasAssets: false,
      attachments: [
        { name: "hyresavi-skannad.pdf", kind: "Hyresavi", row: "k1" },
        { name: "kontoutdrag-oktober.pdf", kind: "Kontoutdrag" },
      ],
    });
    expect(value).not.toHaveProperty("message");
  });

  it("fetches the attachments as they came", async () => {
    const attachments = await portals.eService.fetchAttachments("EB-2510-0114");
    expect(attachments.map(({ name, evidence }) => [name, evidence.mediaType])).toEqual([
      ["hyresavi-skannad.pdf", "application/pdf"],
      ["kontoutdrag-oktober.pdf", "application/pdf"],
    ]);
    expect(new TextDecoder().decode(attachments[0]?.evidence.bytes.slice(0, 5))).toBe("%PDF-");
  });

  it("does not take a reference that leads nowhere for an application", async () => {
    expect(await nameOf(portals.eService.readApplication("EB-2510-9999"))).toBe("PortalChanged");
  });
});

describe("the composite query", { timeout: 20_000 }, () => {
  it("reads what each agency answered, and what it did not", async () => {
    const { value } = await portals.agencies.query({
      personalNumber: person,
      period: october,
      agencies: ["FK", "SO", "AF", "TNS"],
    });
    expect(value.map(({ agency, status }) => [agency, status])).toEqual([
      ["FK", "read"],
      ["SO", "nothing-registered"],
      ["AF", "read"],
      ["TNS", "nothing-registered"],
    ]);
    expect(value[0]).toMatchObject({
      protectedMark: false,
      payments: [
        {
          type: "activity-support",
          printedAs: "Aktivitetsstöd dagersättning",
          from: "2025-10-01",
          to: "2025-10-31",
          paidOn: "2025-10-24",
          grossOre: 533_000,
          taxOre: 123_000,
          netOre: 410_000,
          deductions: [],
        },
        { type: "housing-allowance", netOre: 130_000 },
      ],
    });
    expect(value[2]).toMatchObject({
      payments: [],
      notes: [{ label: "Inskriven som arbetssökande", value: "Ja" }, {}, {}, {}],
    });
  });

  it("never takes an agency that could not answer for one that has nothing", async () => {
    await town.arm({ system: "agencies", page: "answer", kind: "agency-error" });
    const { value } = await portals.agencies.query({ personalNumber: person, period: october, agencies: ["FK", "SO"] });
    await town.disarm();
    expect(value).toEqual([
      { agency: "FK", status: "unavailable", errorCode: "BT-500" },
      { agency: "SO", status: "nothing-registered", protectedMark: false },
    ]);
  });

  it("says that nothing is known of a person the service does not know", async () => {
    const { value } = await portals.agencies.query({ personalNumber: stranger, period: october, agencies: ["FK"] });
    expect(value).toEqual([{ agency: "FK", status: "unavailable", errorCode: "SSBT-404" }]);
  });
});

describe("the population register", { timeout: 20_000 }, () => {
  it("reads a person's record", async () => {
    const { value } = await portals.register.lookUp(person);
    expect(value).toEqual({
      personalNumber: person,
      givenName: "Albin",
      familyName: "Rosenlund",
      address: { street: "Attrappgatan 15", postalCode: "999 13", city: "Exempelköping" },
      relations: [],
      lastChangedOn: "2022-05-16",
      protectedMark: false,
      municipality: "Exempelköping",
    });
  });

  it("makes nobody up for a number that is not registered", async () => {
    expect(await nameOf(portals.register.lookUp(stranger))).toBe("PersonMismatch");
  });
});

describe("the case system", { timeout: 20_000 }, () => {
  it("reads a household's file", async () => {
    const { value } = await portals.caseSystem.readCaseFile("199004082385", november);
    expect(value).toMatchObject({
      persons: [{ personalNumber: "199004082385", role: "applicant" }],
      previous: { month: "2025-10", balanceOre: -619_000 },
      standingCosts: [
        { type: "electricity", approvedOre: 42_000, until: "2026-03-31" },
        { type: "home-insurance", approvedOre: 15_000, until: "2026-03-31" },
      ],
      planning: [
        { personalNumber: "199004082385", kind: "job-seeking", from: "2025-07-01", to: "2025-12-31", followed: true },
      ],
      earnings: [],
      account: { unchangedSince: "2024-02" },
    });
    expect(value.previous?.lines).toContainEqual({
      kind: "income",
      type: "activity-support",
      amountOre: 520_000,
      personalNumber: "199004082385",
    });
    expect(value.history).toHaveLength(12);
  });

  it("says of a person without a file that there is none", async () => {
    const { value } = await portals.caseSystem.readCaseFile(stranger, november);
    expect(value.persons).toEqual([]);
    expect(value).not.toHaveProperty("previous");
  });
});

describe("a refused login", { timeout: 20_000 }, () => {
  it("is tried once and never again, at every portal", async () => {
    const wrong = town.portals({ credentials: { userName: accounts.agencies.userName, password: "fel" } });
    await town.hits();
    const tries = [
      () => wrong.eService.listApplications(november),
      () => wrong.agencies.query({ personalNumber: person, period: october, agencies: ["FK"] }),
      () => wrong.register.lookUp(person),
      () => wrong.caseSystem.readCaseFile(person, november),
    ];
    for (const attempt of [...tries, ...tries]) expect(await nameOf(attempt())).toBe("CredentialRejected");
    const posts = (await town.hits()).filter(
      ({ page, method }) => method === "POST" && ["login", "code"].includes(page),
    );
    // One form each for the e-service and the case system, user and code for the agencies; the register has no form.
    expect(posts.map(({ system }) => system).sort()).toEqual(["agencies", "agencies", "case-system", "e-service"]);
    await wrong.closeAll();
  });
});
