import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { month, periodOf } from "../contracts/dates.js";
import { isFault, type FaultName } from "../contracts/faults.js";
import { PortalFault } from "../contracts/portal-fault.js";
import { kindsOn, systems, writeFaults } from "../simulators/faults/kinds.js";
import { startTestTown, type ArmedFault, type TestTown } from "./testing/municipality.js";

/**
 * Every portal under every fault that can be made there: either the reading comes out exactly as without the fault,
 * or it becomes the fault that it should. A reading that comes out otherwise, without a word, is a wrong payment.
 */

const person = "199901232398";
const reference = "EB-2510-0114";
const november = month("2025-11");

type Portals = ReturnType<TestTown["portals"]>;
type System = ArmedFault["system"];

const readings = {
  "e-service/inbox": ({ eService }: Portals) => eService.listApplications(november),
  "e-service/application": ({ eService }: Portals) => eService.readApplication(reference),
  "e-service/attachment": async ({ eService }: Portals) => ({ value: await eService.fetchAttachments(reference) }),
  agencies: ({ agencies }: Portals) =>
    agencies.query({
      personalNumber: person,
      period: periodOf(month("2025-10")),
      agencies: ["FK", "SO", "CSN", "AF", "SKV", "TNS", "MIV"],
    }),
  register: ({ register }: Portals) => register.lookUp(person),
  "case-system/file": ({ caseSystem }: Portals) => caseSystem.readCaseFile(person, november),
  "case-system/records": ({ caseSystem }: Portals) => caseSystem.find("journal", person, november),
} as const;
type ReadingName = keyof typeof readings;

type Expected = "right" | FaultName;
type Row = readonly [reading: ReadingName, page: string, kind: string, expected: Expected, times?: number];

/** What any page may do. The register has no session to lose: it asks for the login anew, and again. */
const disturbed = (reading: ReadingName, page: string, sessionLost: FaultName = "SessionExpired"): readonly Row[] => [
  [reading, page, "error-page-200", "PortalUnavailable"],
  [reading, page, "error-500", "PortalUnavailable"],
  [reading, page, "unavailable-503", "PortalUnavailable"],
  [reading, page, "maintenance", "PortalUnavailable"],
  [reading, page, "captcha", "PortalChanged"],
  [reading, page, "new-terms", "PortalChanged"],
  [reading, page, "session-expired", "right", 1],
  [reading, page, "session-expired", sessionLost],
  [reading, page, "throttled", "PortalThrottled"],
  [reading, page, "hang", "PortalUnavailable"],
  [reading, page, "half-response", "PortalUnavailable"],
  [reading, page, "connection-reset", "PortalUnavailable"],
  [reading, page, "locked-account", "AccountLocked"],
  [reading, page, "redirect-elsewhere", "PortalChanged"],
];

const rows: readonly Row[] = [
  ...disturbed("e-service/application", "application"),
  ["e-service/inbox", "inbox", "session-expired", "right", 1],
  ["e-service/inbox", "inbox", "half-response", "PortalUnavailable"],
  ["e-service/inbox", "inbox", "renamed-column", "PortalChanged"],
  ["e-service/inbox", "inbox", "moved-column", "right"],
  ["e-service/inbox", "inbox", "duplicate-rows", "PortalChanged"],
  ["e-service/inbox", "inbox", "two-pages", "right"],
  ["e-service/inbox", "inbox", "silent-empty", "PortalChanged"],
  ["e-service/application", "login", "captcha", "PortalChanged"],
  ["e-service/application", "login", "hang", "PortalUnavailable"],
  ["e-service/application", "application", "renamed-column", "PortalChanged"],
  ["e-service/application", "application", "moved-column", "right"],
  ["e-service/application", "application", "renamed-label", "PortalChanged"],
  ["e-service/application", "application", "other-person", "PersonMismatch"],
  ["e-service/application", "application", "duplicate-rows", "PortalChanged"],
  ["e-service/application", "application", "sum-mismatch", "PortalChanged"],
  ["e-service/application", "application", "silent-empty", "PortalChanged"],
  ["e-service/application", "application", "other-amount-style", "PortalChanged"],
  ["e-service/attachment", "attachment", "error-page-200", "DocumentRefused"],
  ["e-service/attachment", "attachment", "error-500", "PortalUnavailable"],
  ["e-service/attachment", "attachment", "session-expired", "right", 1],
  ["e-service/attachment", "attachment", "session-expired", "SessionExpired"],
  ["e-service/attachment", "attachment", "throttled", "PortalThrottled"],
  ["e-service/attachment", "attachment", "hang", "PortalUnavailable"],
  ["e-service/attachment", "attachment", "half-response", "PortalUnavailable"],
  ["e-service/attachment", "attachment", "connection-reset", "PortalUnavailable"],
  ["e-service/attachment", "attachment", "redirect-elsewhere", "PortalChanged"],

  ...disturbed("agencies", "answer"),
  ["agencies", "query", "session-expired", "right", 1],
  ["agencies", "query", "renamed-label", "PortalChanged"],
  ["agencies", "code", "maintenance", "PortalUnavailable"],
  ["agencies", "progress", "error-500", "PortalUnavailable"],
  ["agencies", "progress", "hang", "PortalUnavailable"],
  ["agencies", "progress", "half-response", "PortalUnavailable"],
  ["agencies", "progress", "connection-reset", "PortalUnavailable"],
  ["agencies", "progress", "captcha", "PortalUnavailable"],
  ["agencies", "progress", "session-expired", "right", 1],
  ["agencies", "progress", "session-expired", "SessionExpired"],
  ["agencies", "progress", "redirect-elsewhere", "PortalChanged"],
  ["agencies", "answer", "renamed-column", "PortalChanged"],
  ["agencies", "answer", "moved-column", "right"],
  ["agencies", "answer", "extra-column", "PortalChanged"],
  ["agencies", "answer", "other-person", "PersonMismatch"],
  ["agencies", "answer", "other-period", "PortalChanged"],
  ["agencies", "answer", "duplicate-rows", "PortalChanged"],
  ["agencies", "answer", "sum-mismatch", "PortalChanged"],
  ["agencies", "answer", "silent-empty", "PortalChanged"],
  ["agencies", "answer", "other-amount-style", "PortalChanged"],

  ...disturbed("register", "record", "CredentialRejected"),
  ["register", "search", "renamed-label", "PortalChanged"],
  ["register", "search", "hang", "PortalUnavailable"],
  ["register", "record", "renamed-label", "PortalChanged"],
  ["register", "record", "moved-column", "right"],
  ["register", "record", "silent-empty", "PortalChanged"],
  ["register", "record", "duplicate-rows", "PortalChanged"],
  ["register", "record", "two-hits", "AmbiguousMatch"],
  ["register", "record", "other-person", "PersonMismatch"],

  ...disturbed("case-system/file", "file"),
  ["case-system/file", "login", "maintenance", "PortalUnavailable"],
  ["case-system/file", "role", "session-expired", "CredentialRejected"],
  ["case-system/file", "search", "renamed-label", "PortalChanged"],
  ["case-system/file", "search", "two-hits", "AmbiguousMatch"],
  ["case-system/file", "file", "other-person", "PersonMismatch"],
  ["case-system/file", "file", "renamed-column", "PortalChanged"],
  ["case-system/file", "file", "moved-column", "right"],
  ["case-system/file", "file", "duplicate-rows", "PortalChanged"],
  ["case-system/file", "file", "sum-mismatch", "PortalChanged"],
  ["case-system/file", "file", "silent-empty", "PortalChanged"],
  ["case-system/records", "records", "session-expired", "right", 1],
  ["case-system/records", "records", "half-response", "PortalUnavailable"],
  ["case-system/records", "records", "renamed-column", "PortalChanged"],
  ["case-system/records", "records", "moved-column", "right"],
  ["case-system/records", "records", "duplicate-rows", "PortalChanged"],
  ["case-system/records", "records", "two-pages", "right"],
  ["case-system/records", "records", "silent-empty", "PortalChanged"],
  ["case-system/records", "record", "session-expired", "right", 1],
];

/** The number under which each kind of trouble is listed among the faults that the system is tried under. */
const faultNumbers: readonly (readonly [number, readonly string[]])[] = [
  [20, ["error-page-200", "error-500", "unavailable-503", "maintenance"]],
  [21, ["hang", "half-response", "connection-reset", "throttled"]],
  [22, ["session-expired"]],
  [23, ["captcha", "new-terms"]],
  [24, ["renamed-label", "renamed-column", "moved-column", "extra-column"]],
  [25, ["silent-empty", "other-period"]],
  [26, ["other-person", "two-hits"]],
  [27, ["duplicate-rows", "two-pages", "sum-mismatch"]],
  [28, ["other-amount-style"]],
  [30, ["locked-account"]],
  [32, ["redirect-elsewhere"]],
];

const numberOf = (kind: string): number => {
  const found = faultNumbers.find(([, kinds]) => kinds.includes(kind));
  if (found === undefined) throw new Error(`The fault ${kind} has no number.`);
  return found[0];
};

/** An agency's own error is an answer (`portals.test.ts`); faults around a write are in `case-system/write.test.ts`. */
const provenElsewhere: ReadonlySet<string> = new Set(["agency-error", ...writeFaults]);

let town: TestTown;
let portals: Portals;
const right = new Map<ReadingName, unknown>();
const silentlyWrong: string[] = [];
const tried = new Set<string>();
const ends = new Map<string, number>();

const systemOf = (reading: ReadingName): System => {
  if (reading.startsWith("e-service")) return "e-service";
  if (reading.startsWith("case-system")) return "case-system";
  return reading === "register" ? "register" : "agencies";
};

const outcomeOf = async (reading: ReadingName): Promise<{ value?: unknown; fault?: FaultName; error?: unknown }> => {
  try {
    return { value: (await readings[reading](portals)).value };
  } catch (error) {
    return isFault(error) ? { fault: error.name, error } : { error };
  }
};

const isSame = (one: unknown, other: unknown): boolean => isDeepStrictEqual(one, other);

const note = (text: string) => ({
  kind: "journal" as const,
  reference: `matrix-${text}`,
  personalNumber: person,
  month: november,
  text,
});

beforeAll(async () => {
  town = await startTestTown(["01", "12", "14"]);
  portals = town.portals();
  for (const text of ["ett", "två"]) await portals.caseSystem.write(note(text), () => Promise.resolve());
  for (const name of Object.keys(readings).filter((key): key is ReadingName => Object.hasOwn(readings, key)))
    right.set(name, (await readings[name](portals)).value);
}, 120_000);

beforeEach(() => town.disarm());

afterAll(async () => {
  await portals.closeAll();
  await town.close();
});

describe("a portal under a fault", () => {
  for (const [reading, page, kind, expected, times] of rows) {
    const often = times === undefined ? "always" : "once";
    it(
      `fault ${String(numberOf(kind))}: ${reading}, page ${page}, ${kind}, ${often}: ${expected}`,
      { timeout: 40_000 },
      async () => {
        const system = systemOf(reading);
        await town.arm({ system, page, kind, ...(times === undefined ? {} : { times }) });
        // A login page is only met without a session.
        if (["login", "code", "role"].includes(page)) portals = town.portals();
        const { value, fault, error } = await outcomeOf(reading);
        if (fault === "AccountLocked" || fault === "CredentialRejected") portals = town.portals();
        tried.add(`${system} ${kind}`);
        const end = fault ?? "right";
        ends.set(end, (ends.get(end) ?? 0) + 1);
        if (error === undefined && !isSame(value, right.get(reading))) silentlyWrong.push(`${reading} ${page} ${kind}`);
        if (expected === "right") expect(error).toBeUndefined();
        else expect([fault, error]).toEqual([expected, error]);
        if (expected === "right") expect(value).toEqual(right.get(reading));
        if (fault === "PersonMismatch") expect(error instanceof PortalFault ? error.evidence : []).toEqual([]);
      },
    );
  }

  it("never read anything wrongly without saying so", () => {
    const right = ends.get("right") ?? 0;
    const routed = [...ends.values()].reduce((sum, count) => sum + count, 0) - right;
    const kinds = [...ends].map(([end, count]) => `${end} ${String(count)}`).sort();
    process.stdout.write(
      `portals under faults: ${String(right + routed)} tried, ${String(right)} read right, ${String(routed)} routed, ` +
        `${String(silentlyWrong.length)} silently wrong (${kinds.join(", ")})\n`,
    );
    expect(silentlyWrong).toEqual([]);
  });

  it("was tried under everything that its pages can be made to show", () => {
    const missing = systems.flatMap((system) =>
      kindsOn(system)
        .filter((kind) => !tried.has(`${system} ${kind}`) && !provenElsewhere.has(kind))
        .map((kind) => `${system} ${kind}`),
    );
    expect(missing).toEqual([]);
  });
});
