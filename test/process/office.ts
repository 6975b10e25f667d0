import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from "@temporalio/worker";
import { createCaseSystemActivities } from "../../activities/case-system.js";
import { createDocumentActivities } from "../../activities/documents.js";
import { createInboxActivities } from "../../activities/inbox.js";
import { createProcessActivities } from "../../activities/process.js";
import { createSourceActivities } from "../../activities/sources.js";
import { createProcessGateway } from "../../api/process-gateway.js";
import type { ProcessGateway } from "../../api/deps.js";
import { append } from "../../audit/append.js";
import { listEvents } from "../../audit/events.js";
import { sampleMunicipality } from "../../cli/serve/sample-municipality.js";
import type { AuditEvent } from "../../contracts/audit-event.js";
import { localDate, month, type LocalDate, type Month } from "../../contracts/dates.js";
import type { DecisionDraft } from "../../contracts/decision-draft.js";
import type { CaseId } from "../../contracts/ids.js";
import type { RecordDecisionResult } from "../../contracts/process.js";
import { taskQueues, type TaskQueue } from "../../contracts/task-queues.js";
import { letterContentSchema, type LetterContent } from "../../contracts/letter.js";
import { createLogger } from "../../platform/logger.js";
import { connectTemporal, sealedDataConverter, temporalTarget } from "../../platform/temporal/connection.js";
import { startTemporalServer } from "../../platform/temporal/server.js";
import { until } from "../../platform/until.js";
import { samplePacks } from "../../rules/index.js";
import { findAssessment } from "../../store/assessments.js";
import { listCases } from "../../store/cases.js";
import { addDecisionRequest } from "../../store/decisions.js";
import type { CaseRow } from "../../store/schema.js";
import { listLetters, markLetterDelivered, openLetter } from "../../store/letters.js";
import { grantRole, registerStaff } from "../../store/staff.js";
import { anyEvent, openTestStore, type TestStore } from "../../store/test-support/test-store.js";
import type { StoreTransaction } from "../../store/transaction.js";
import { logActivities } from "../../workers/activity-interceptor.js";
import { newDaySignal } from "../../workflows/messages.js";
import { testTemporalExecutable } from "../temporal/test-support.js";
import { aWorld, fakePortals, type World } from "./fake-portals.js";
import { packsInForce } from "../../activities/packs-in-force.js";

const patienceMs = 60_000;
const workflowsPath = fileURLToPath(new URL("../../workflows/index.ts", import.meta.url));
const silentLogger = createLogger({ level: "error", write: () => undefined });

/** A municipality's office without a browser: the real process, server and database; portals in memory. */
export type Office = {
  readonly world: World;
  readonly store: TestStore["store"];
  readonly process: ProcessGateway;
  /** A caseworker's and a head of unit's staff ids. */
  readonly caseworker: string;
  readonly lead: string;
  /** Reads the inbox and waits until it is read. */
  readonly readInbox: (of?: Month) => Promise<void>;
  readonly beginDay: (today: LocalDate) => Promise<void>;
  /** The cases of the month, oldest first. */
  readonly cases: () => Promise<CaseRow[]>;
  /** The only case that is so; fails where it never becomes so. */
  readonly caseThat: (is: (row: CaseRow) => boolean) => Promise<CaseRow>;
  readonly decide: (caseId: CaseId, draft: DecisionDraft, by?: string) => Promise<RecordDecisionResult>;
  readonly events: (caseId: CaseId, action: AuditEvent["action"]) => Promise<AuditEvent[]>;
  /** What the letters of a case say, in the order they were set. */
  readonly letters: (caseId: CaseId) => Promise<LetterContent[]>;
  readonly logged: <T>(work: (tx: StoreTransaction) => Promise<T>) => Promise<T>;
  /** Loses everything the Temporal server knew, and starts a new one. */
  readonly loseTemporal: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Opens one. Everything is stopped and removed by `close`. */
export const openOffice = async (): Promise<Office> => {
  const { store, keys, stop } = await openTestStore();
  const world = aWorld();
  const folder = mkdtempSync(join(tmpdir(), "skalig-office-"));
  const dataConverter = sealedDataConverter(keys);
  const { failureConverterPath = "" } = dataConverter;
  Runtime.install({ logger: new DefaultLogger("ERROR", () => undefined), shutdownSignals: [] });
  const workflowBundle = await bundleWorkflowCode({
    workflowsPath,
    failureConverterPath,
    logger: new DefaultLogger("ERROR"),
  });
  const today = () => Promise.resolve(world.today);
  const portals = fakePortals(world);
  const deps = {
    store,
    packsInForce: packsInForce(samplePacks),
    rulebook: { version: "test", hash: "0".repeat(64) },
    today,
    municipality: sampleMunicipality.name,
    answerDueFor: () => localDate("2025-11-28"),
    letterMunicipality: sampleMunicipality.letters,
    renderLetter: (content: unknown) => Promise.resolve(Buffer.from(JSON.stringify(content))),
    readDocument: () => Promise.reject(new Error("The tests send no documents.")),
    ...portals,
  };
  const sources = createSourceActivities(deps);
  const activities: Record<TaskQueue, object> = {
    [taskQueues.process]: createProcessActivities(deps),
    [taskQueues.documents]: createDocumentActivities(deps),
    [taskQueues.eService]: createInboxActivities(deps),
    [taskQueues.agencies]: { queryAgencies: sources.queryAgencies },
    [taskQueues.register]: { lookUpRegister: sources.lookUpRegister },
    [taskQueues.caseSystem]: createCaseSystemActivities(deps),
    // How letters leave is tried elsewhere: here they leave at once.
    [taskQueues.outbox]: {
      deliverLetter: async ({ caseId }: { readonly caseId: CaseId }) => {
        await store.transaction(async (tx) => {
          let left = false;
          for (const { id } of await listLetters(tx, caseId))
            left = (await markLetterDelivered(tx, id, "digital-mailbox")) || left;
          if (left) await append(tx, { ...anyEvent, caseId, action: "letter.delivered" });
        });
        return "delivered";
      },
    },
  };

  let generation = 0;
  const startTemporal = async () => {
    generation += 1;
    const dbFile = join(folder, `temporal-${String(generation)}.db`);
    const server = await startTemporalServer({ executable: testTemporalExecutable(), dbFile });
    const target = temporalTarget({ address: server.address });
    const { client, close } = await connectTemporal(target, dataConverter);
    const connection = await NativeConnection.connect(target.connectionOptions);
    const workers = await Promise.all(
      Object.values(taskQueues).map((taskQueue) =>
        Worker.create({
          connection,
          namespace: target.namespace,
          dataConverter,
          taskQueue,
          activities: activities[taskQueue],
          interceptors: { activity: [logActivities(silentLogger, () => Promise.resolve())] },
          ...(taskQueue === taskQueues.process && { workflowBundle }),
        }),
      ),
    );
    const running = Promise.all(workers.map((worker) => worker.run()));
    return {
      client,
      stop: async () => {
        for (const worker of workers) worker.shutdown();
        await running;
        await connection.close();
        await close();
        await server.stop();
      },
    };
  };
  let temporal = await startTemporal();

  const logged: Office["logged"] = (work) =>
    store.transaction(async (tx) => {
      const result = await work(tx);
      await append(tx, anyEvent);
      return result;
    });
  const someone = (subject: string, role: "caseworker" | "team-lead") =>
    logged(async (tx) => {
      const { id } = await registerStaff(tx, { subject, displayName: subject, unit: "Enhet 1" });
      await grantRole(tx, id, role);
      return id;
    });
  const caseworker = await someone("amina", "caseworker");
  const lead = await someone("jonas", "team-lead");
  const cases = () => store.read((tx) => listCases(tx, { includeProtected: true }));

  return {
    world,
    store,
    caseworker,
    lead,
    get process() {
      return createProcessGateway(temporal.client);
    },
    readInbox: async (of = month("2025-11")) => {
      await temporal.client.workflow.execute("watchInbox", {
        args: [{ month: of }],
        taskQueue: taskQueues.process,
        workflowId: `inbox/${of}`,
      });
    },
    beginDay: async (day) => {
      world.today = day;
      for (const { id, state } of await cases())
        if (state !== "closed")
          await temporal.client.workflow.getHandle(`application/${id}`).signal(newDaySignal, { today: day });
    },
    cases,
    caseThat: async (is) => {
      let found: CaseRow[] = [];
      const came = await until(async () => {
        found = (await cases()).filter(is);
        return found.length === 1;
      }, patienceMs);
      const [row] = found;
      if (!came || row === undefined) {
        const now = (await cases()).map(({ number, state, reasons }) => `${number} ${state} ${reasons.join(",")}`);
        throw new Error(`No such case; there are: ${now.join("; ")}`);
      }
      return row;
    },
    decide: async (caseId, draft, by = caseworker) => {
      const sequence = (await store.read((tx) => findAssessment(tx, caseId)))?.sequence ?? 0;
      const requestId = await logged((tx) =>
        addDecisionRequest(tx, { caseId, sequence, by, draft, shownHash: "0".repeat(64), conflictDeclared: true }),
      );
      return createProcessGateway(temporal.client).recordDecision(caseId, { requestId, sequence });
    },
    events: (caseId, action) => store.read((tx) => listEvents(tx, { caseId, action })),
    letters: (caseId) =>
      store.read(async (tx) => {
        const contents: LetterContent[] = [];
        for (const { id } of await listLetters(tx, caseId))
          contents.push(letterContentSchema.parse(JSON.parse((await openLetter(tx, id)).toString())));
        return contents;
      }),
    logged,
    loseTemporal: async () => {
      await temporal.stop();
      temporal = await startTemporal();
    },
    close: async () => {
      await temporal.stop();
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
