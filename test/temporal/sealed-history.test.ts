import { WorkflowFailedError } from "@temporalio/client";
import type { DataConverter } from "@temporalio/common";
import { DefaultLogger, NativeConnection, Runtime, Worker } from "@temporalio/worker";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deriveKeys, newMasterKey } from "../../platform/keys.js";
import { connectTemporal, sealedDataConverter, temporalTarget } from "../../platform/temporal/connection.js";
import { startTemporalServer, type TemporalServer } from "../../platform/temporal/server.js";
import { canary } from "./canary-workflow.js";
import { testTemporalExecutable } from "./test-support.js";

const secret = "canary 198903152398 Prov Ett";

describe("what the Temporal server keeps on disk", () => {
  let folder: string;
  let server: TemporalServer;
  beforeAll(async () => {
    // The SDK's own log repeats a failure's message in clear. Whoever runs workers has to silence it, as we do.
    Runtime.install({ logger: new DefaultLogger("ERROR", () => undefined), shutdownSignals: [] });
    folder = mkdtempSync(join(tmpdir(), "skalig-temporal-"));
    server = await startTemporalServer({ executable: testTemporalExecutable(), dbFile: join(folder, "temporal.db") });
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  /** Runs the canary workflow to its failure and returns what the client is told. */
  const runCanary = async (dataConverter: DataConverter): Promise<string> => {
    const target = temporalTarget({ address: server.address });
    const connection = await NativeConnection.connect(target.connectionOptions);
    const { client, close } = await connectTemporal(target, dataConverter);
    const taskQueue = `canary-${randomUUID()}`;
    const worker = await Worker.create({
      connection,
      namespace: target.namespace,
      taskQueue,
      dataConverter,
      workflowsPath: fileURLToPath(new URL("./canary-workflow.ts", import.meta.url)),
      activities: {
        echo: (text: string) => Promise.resolve(text),
        fail: (text: string) => Promise.reject(new Error(`failed for ${text}`)),
      },
    });
    try {
      return await worker.runUntil(
        client.workflow
          .execute(canary, { workflowId: randomUUID(), taskQueue, args: [secret] })
          .catch((error: unknown) =>
            error instanceof WorkflowFailedError ? String(error.cause?.cause) : String(error),
          ),
      );
    } finally {
      await close();
      await connection.close();
    }
  };

  const bytesOnDisk = (): Buffer =>
    Buffer.concat(
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => readFileSync(join(parentPath, name))),
    );

  it("holds nothing of what was passed, returned or thrown, while the client reads all of it", async () => {
    const told = await runCanary(sealedDataConverter(deriveKeys(newMasterKey())));
    expect(told).toContain(`failed for ${secret}`);
    expect(bytesOnDisk().includes("198903152398")).toBe(false);
    expect(bytesOnDisk().includes("canary-workflow.ts")).toBe(false);
  });

  it("would hold it without the codec: the search itself finds what is there", async () => {
    await runCanary({});
    expect(bytesOnDisk().includes("198903152398")).toBe(true);
  });
});
