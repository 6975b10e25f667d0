import { fileURLToPath } from "node:url";
import { DeterminismViolationError } from "@temporalio/workflow";
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker, type WorkflowBundle } from "@temporalio/worker";
import { beforeAll, describe, expect, it } from "vitest";
import * as workflows from "../../workflows/index.js";
import { recordedHistories, recordingConverter, type RecordedHistory } from "./histories.js";

const recorded = recordedHistories();
const typeOf = ({ history }: RecordedHistory): string | undefined =>
  history.events[0]?.workflowExecutionStartedEventAttributes?.workflowType.name;

describe("old cases on today's process", () => {
  let workflowBundle: WorkflowBundle;
  beforeAll(async () => {
    Runtime.install({ logger: new DefaultLogger("ERROR", () => undefined), shutdownSignals: [] });
    const { failureConverterPath = "" } = recordingConverter;
    workflowBundle = await bundleWorkflowCode({
      workflowsPath: fileURLToPath(new URL("../../workflows/index.ts", import.meta.url)),
      failureConverterPath,
      logger: new DefaultLogger("ERROR"),
    });
  });
  const replay = (history: unknown): Promise<void> =>
    Worker.runReplayHistory({ workflowBundle, dataConverter: recordingConverter }, history);

  it("has at least one recorded history of every workflow", () => {
    expect([...new Set(recorded.map(typeOf))].sort()).toEqual(Object.keys(workflows).sort());
  });

  it.each(recorded.map(({ name, history }) => [name, history] as const))("replays %s", async (_name, history) => {
    await replay(history);
  });

  it.each(recorded.map(({ name, history }) => [name, history] as const))(
    "notices when %s no longer calls what it called",
    async (_name, history) => {
      const firstStep = /("activityType":\{"name":)"\w+"/;
      expect(JSON.stringify(history)).toMatch(firstStep);
      const broken = JSON.parse(JSON.stringify(history).replace(firstStep, '$1"anotherStep"')) as unknown;
      await expect(replay(broken)).rejects.toThrow(DeterminismViolationError);
    },
  );
});
