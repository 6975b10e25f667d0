import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createProcessGateway } from "../../api/process-gateway.js";
import { caseIdSchema, decisionRequestIdSchema } from "../../contracts/ids.js";
import { taskQueues } from "../../contracts/task-queues.js";
import { deriveKeys, newMasterKey } from "../../platform/keys.js";
import { connectTemporal, sealedDataConverter, temporalTarget } from "../../platform/temporal/connection.js";
import { startTemporalServer, type TemporalServer } from "../../platform/temporal/server.js";
import { testTemporalExecutable } from "./test-support.js";

const caseId = caseIdSchema.parse("5f0c6a1e-6f0b-4d0f-9a53-3f2f0b7c9d10");
const requestId = decisionRequestIdSchema.parse("5f0c6a1e-6f0b-4d0f-9a53-3f2f0b7c9d11");
const patienceMs = 2_000;

let folder: string;
let server: TemporalServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "skalig-unanswered-"));
  server = await startTemporalServer({ executable: testTemporalExecutable(), dbFile: join(folder, "temporal.db") });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

test("a command that no worker is there to answer is unclear within its time, never a silence and never a no", async () => {
  const target = temporalTarget({ address: server.address });
  const { client, close } = await connectTemporal(target, sealedDataConverter(deriveKeys(newMasterKey())));
  try {
    await client.workflow.start("assessApplication", {
      args: [{ caseId }],
      taskQueue: taskQueues.process,
      workflowId: `application/${caseId}`,
    });
    const process = createProcessGateway(client, { patienceMs });
    const commands = [
      () => process.recordDecision(caseId, { requestId, sequence: 1 }),
      () => process.reassess(caseId, { cause: "question-settled" }),
      () => process.communicate(caseId, { communicationId: requestId }),
      () => process.endWithoutDecision(caseId, { closingId: requestId }),
    ];
    for (const command of commands) {
      const began = performance.now();
      await expect(command()).rejects.toMatchObject({ name: "OutcomeUnknown" });
      expect(performance.now() - began).toBeLessThan(patienceMs + 3_000);
    }
  } finally {
    await close();
  }
});
