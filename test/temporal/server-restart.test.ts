import { spawn } from "node:child_process";
import { once } from "node:events";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deriveKeys } from "../../platform/keys.js";
import { processStart } from "../../platform/process-identity.js";
import { connectTemporal, sealedDataConverter, temporalTarget } from "../../platform/temporal/connection.js";
import { startTemporalServer, type TemporalServer } from "../../platform/temporal/server.js";
import { until } from "../../platform/until.js";
import { testTemporalExecutable } from "./test-support.js";

const converter = sealedDataConverter(deriveKeys(Buffer.alloc(32, 3)));
const serverModule = fileURLToPath(new URL("../../platform/temporal/server.ts", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));

/** A process that has ended but that nobody has collected does not run. */
const runs = (pid: number): boolean => processStart(pid) !== undefined;

describe("a Temporal server of our own", () => {
  const executable = testTemporalExecutable();
  let folder: string;
  let dbFile: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "skalig-temporal-"));
    dbFile = join(folder, "temporal.db");
  });
  afterEach(async () => {
    for (const server of started.splice(0)) await server.stop();
    rmSync(folder, { recursive: true });
  });

  const started: TemporalServer[] = [];
  const start = async (): Promise<TemporalServer> => {
    const server = await startTemporalServer({ executable, dbFile });
    started.push(server);
    return server;
  };

  const startWorkflow = async ({ address }: TemporalServer): Promise<string> => {
    const { client, close } = await connectTemporal(temporalTarget({ address }), converter);
    const workflowId = randomUUID();
    await client.workflow.start("nobodyRunsThis", { workflowId, taskQueue: "none" });
    await close();
    return workflowId;
  };

  const statusOf = async ({ address }: TemporalServer, workflowId: string): Promise<string> => {
    const { client, close } = await connectTemporal(temporalTarget({ address }), converter);
    const { status } = await client.workflow.getHandle(workflowId).describe();
    await close();
    return status.name;
  };

  it("is not stopped by another start on the same data: that start is refused", async () => {
    const first = await start();
    const workflowId = await startWorkflow(first);
    await expect(startTemporalServer({ executable, dbFile })).rejects.toMatchObject({ name: "DataFolderLocked" });
    expect(await statusOf(first, workflowId)).toBe("RUNNING");
  });

  it("goes on with what it had after a stop, on another port", async () => {
    const first = await start();
    const workflowId = await startWorkflow(first);
    await first.stop();
    expect(runs(first.pid)).toBe(false);
    const second = await start();
    expect(await statusOf(second, workflowId)).toBe("RUNNING");
  });

  it("goes on with what it had after kill -9", async () => {
    const first = await start();
    const workflowId = await startWorkflow(first);
    process.kill(first.pid, "SIGKILL");
    await first.exited;
    const second = await start();
    expect(await statusOf(second, workflowId)).toBe("RUNNING");
  });

  it("keeps ended workflows for more than a year, so that a case's id cannot start anew", async () => {
    const server = await start();
    const { client, close } = await connectTemporal(temporalTarget(server), converter);
    const { config } = await client.workflowService.describeNamespace({ namespace: "default" });
    expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(400 * 24 * 60 * 60);
    await close();
  });

  it("ends where the program that started it was killed, and leaves its data to the next", async () => {
    const program = `
      import { startTemporalServer } from ${JSON.stringify(serverModule)};
      const server = await startTemporalServer(${JSON.stringify({ executable, dbFile })});
      console.log(server.pid);
      process.stdin.resume();`;
    const parent = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
      cwd: root,
      stdio: ["pipe", "pipe", "inherit"],
    });
    const leftBehind = await once(parent.stdout.setEncoding("utf8"), "data").then(([line]) => Number(line));
    expect(runs(leftBehind)).toBe(true);
    parent.kill("SIGKILL");
    await once(parent, "exit");
    expect(await until(() => !runs(leftBehind), 15_000)).toBe(true);
    await start();
  });

  it("fails with a fault where the program does not exist or ends at once", async () => {
    for (const wrong of [join(folder, "none"), "/bin/false"])
      await expect(startTemporalServer({ executable: wrong, dbFile })).rejects.toMatchObject({
        name: "InvariantBroken",
      });
  });
});
