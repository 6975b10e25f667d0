import { refusedOreOf } from "../../activities/decide/full-need.js";
import { packsInForce } from "../../activities/packs-in-force.js";
import { createWorkshop } from "../../activities/rules-workshop/create-workshop.js";
import { shippedSuites } from "../../activities/rules-workshop/shipped-suites.js";
import { append } from "../../audit/append.js";
import { listEvents } from "../../audit/events.js";
import type { AuditEvent } from "../../contracts/audit-event.js";
import type { Role } from "../../contracts/codes/roles.js";
import { letterContentSchema } from "../../contracts/letter.js";
import { minuteOn } from "../../contracts/payments.js";
import { localDate, type Instant } from "../../contracts/dates.js";
import type { EndWithoutDecisionResult, RecordDecisionResult } from "../../contracts/process.js";
import { canonicalJson, sha256Hex } from "../../platform/canonical.js";
import { createLogger } from "../../platform/logger.js";
import {
  canBeSettled,
  mandateFor,
  nearestFacts,
  parametersFor,
  provisionsInProse,
  samplePacks,
} from "../../rules/index.js";
import type { Store } from "../../store/open-store.js";
import { grantRole, registerStaff, removeRole } from "../../store/staff.js";
import { openTestStore, testActor, testInstant } from "../../store/test-support/test-store.js";
import type { App } from "../app.js";
import { createApi } from "../create-api.js";
import type { ApiDeps, RulesPort, OidcSettings, ProcessGateway, Refused } from "../deps.js";
import { createSessions } from "../identity/session-data.js";
import { municipality, testMonth } from "./a-household.js";

/** Where the tests' console is reached. */
export const publicUrl = "http://127.0.0.1:4600";
const limits = { idleMs: 30 * 60_000, absoluteMs: 8 * 60 * 60_000 };

/** A process that answers as the test says, and remembers what it was told. */
export type FakeProcess = ProcessGateway & {
  decision: RecordDecisionResult | Error;
  ended: EndWithoutDecisionResult | Error;
  again: Awaited<ReturnType<ProcessGateway["reassess"]>> | Error;
  readonly told: { readonly message: string; readonly input: unknown }[];
};

const fakeProcess = (): FakeProcess => {
  const orThrow = <T>(answer: T | Error): Promise<T> =>
    answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  const process: FakeProcess = {
    decision: { result: "recorded", decisionId: "d-1" },
    again: { sequence: 2, outcome: "prefilled", reasons: [] },
    ended: { result: "ended" },
    told: [],
    recordDecision: (_caseId, input) => {
      process.told.push({ message: "recordDecision", input });
      return orThrow(process.decision);
    },
    reassess: (_caseId, input) => {
      process.told.push({ message: "reassess", input });
      return orThrow(process.again);
    },
    communicate: (_caseId, input) => {
      process.told.push({ message: "communicate", input });
      return orThrow(process.again);
    },
    endWithoutDecision: (_caseId, input) => {
      process.told.push({ message: "endWithoutDecision", input });
      return orThrow(process.ended);
    },
  };
  return process;
};

/** A refusal as the process gives it. */
export const refused = (code: Refused["code"]): Refused => ({ result: "refused", code });

/** An api on an empty database, with a process that the test answers for. */
export type TestApi = {
  readonly app: App;
  readonly deps: ApiDeps;
  readonly store: Store;
  readonly process: FakeProcess;
  /** What the technical log said. */
  readonly logged: string[];
  readonly clock: { now: Instant };
  /** Signs somebody with the roles in, and gives the headers of their browser. */
  readonly signIn: (
    roles: readonly Role[],
  ) => Promise<{ readonly staffId: string; readonly headers: Record<string, string> }>;
  readonly takeRole: (staffId: string, role: Role) => Promise<void>;
  readonly events: (action?: AuditEvent["action"]) => Promise<AuditEvent[]>;
  readonly stop: () => Promise<void>;
};

const aLetter = letterContentSchema.parse({
  schema: "skalig.letter.v1",
  kind: "grant",
  language: "sv",
  texts: { id: "test", version: "1" },
  letterhead: { municipality: "Låtsasviks kommun", board: "Socialnämnden", contactLines: [] },
  recipientLines: ["Prov Person"],
  caseNumber: "2511-0001",
  date: "2025-10-27",
  title: "Beslut",
  sections: [
    { heading: "Beslut", paragraphs: [{ textId: "x", trace: { from: "event", event: "decision" }, text: "Bifall." }] },
  ],
});

const noProvider: OidcSettings = { issuer: "http://127.0.0.1:1", clientId: "skalig", clientSecret: "secret" };

/** Starts one. `differs` replaces parts of what it works with. */
export const startTestApi = async (
  differs: Partial<Pick<ApiDeps, "oidc" | "previewLetter" | "consoleDir" | "operations">> = {},
): Promise<TestApi> => {
  const { store, stop } = await openTestStore();
  const process = fakeProcess();
  const logged: string[] = [];
  const time = { now: testInstant };
  const clock = { now: () => time.now };
  const { municipal } = samplePacks;
  const rules: RulesPort = {
    packs: samplePacks,
    rulebookVersion: "test",
    provisions: (month) => provisionsInProse(samplePacks, month),
    packHash: (id) => sha256Hex(canonicalJson(id)),
    leastAnswerDays: (month) => parametersFor(samplePacks, month).leastAnswerDays,
    canBeSettled,
    mandateFor: (decision) => (municipal === undefined ? undefined : mandateFor(decision, municipal)),
    refusedOre: refusedOreOf,
    nearestFacts: ({ input }) => nearestFacts(input, samplePacks),
    payDayFrom: (payOn) => ({ payOn, cutOff: minuteOn(payOn, "14:00") }),
    payment: () => ({ payOn: localDate("2025-10-30") }),
  };
  const today = () => Promise.resolve(localDate("2025-10-27"));
  const deps: ApiDeps = {
    store,
    process,
    workshop: createWorkshop({
      store,
      rulebook: { version: "test", hash: sha256Hex("test") },
      shipped: samplePacks,
      packsInForce: packsInForce(samplePacks),
      today,
      month: testMonth,
      isInvented: true,
      suites: shippedSuites,
      reassess: async (caseId) => !("result" in (await process.reassess(caseId, { cause: "asked" }))),
    }),
    rulesInForce: () => Promise.resolve(rules),
    previewLetter: () => Promise.resolve({ content: aLetter, pdf: Buffer.from("%PDF-1.7") }),
    clock,
    today,
    month: testMonth,
    municipality,
    oidc: noProvider,
    publicUrl,
    session: limits,
    operations: {
      health: () => Promise.resolve({ status: "ok", checks: [] }),
      metrics: () => Promise.resolve("skalig_up 1\n"),
    },
    logger: createLogger({ level: "debug", write: (line) => void logged.push(line) }),
    ...differs,
  };
  const app = await createApi(deps);
  const sessions = createSessions({ store, clock, limits });
  let people = 0;

  return {
    app,
    deps,
    store,
    process,
    logged,
    clock: time,
    signIn: async (roles) => {
      people += 1;
      const subject = `person-${String(people)}`;
      const staffId = await store.transaction(async (tx) => {
        const { id } = await registerStaff(tx, { subject, displayName: `Person ${String(people)}`, unit: "Enhet 2" });
        for (const role of roles) await grantRole(tx, id, role);
        await append(tx, { action: "staff.registered", actor: testActor, details: { staff: id } });
        return id;
      });
      return { staffId, headers: { cookie: `skalig_session=${await sessions.start(staffId)}`, origin: publicUrl } };
    },
    takeRole: (staffId, role) =>
      store.transaction(async (tx) => {
        await removeRole(tx, staffId, role);
        await append(tx, { action: "role.removed", actor: testActor, details: { staff: staffId, role } });
      }),
    events: (action) => store.read((tx) => listEvents(tx, action === undefined ? {} : { action })),
    stop: async () => {
      await app.close();
      await stop();
    },
  };
};
