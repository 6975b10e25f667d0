import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "@temporalio/client";
import { historyToJSON } from "@temporalio/common/lib/proto-utils.js";
import { localDate } from "../../contracts/dates.js";
import { connectTemporal, temporalTarget } from "../../platform/temporal/connection.js";
import { openTown, type ArmedFault, type Town } from "../e2e/town.js";
import { historiesFolder, recordingConverter, recordingKey } from "./histories.js";

/**
 * Records the histories that the replay tests run on, from real runs on the real server. Run by hand when the process
 * gets a new way to go: `npx tsx test/replay/record-histories.ts`. An old history is kept as long as cases may be on it.
 */
const record = async (
  name: string,
  run: {
    readonly household: string;
    readonly faults?: readonly ArmedFault[];
    /** Names for the histories of what the server's schedules ran meanwhile, and our ids of those. */
    readonly beside?: Readonly<Record<string, string>>;
    readonly walk: (town: Town) => Promise<void>;
  },
): Promise<void> => {
  const town = await openTown([run.household], {
    environment: { SKALIG_MASTER_KEY: recordingKey },
    faults: run.faults ?? [],
  });
  try {
    await run.walk(town);
    const { client, close } = await connectTemporal(
      temporalTarget({ address: town.temporal().address }),
      recordingConverter,
    );
    const [{ caseId } = { caseId: "" }] = await town.status();
    await save(client, { name, workflowId: `application/${caseId}` });
    for (const [other, id] of Object.entries(run.beside ?? {}))
      await save(client, { name: other, workflowId: await lastRunOf(client, id) });
    await close();
  } finally {
    await town.close();
  }
};

const save = async (
  client: Client,
  { name, workflowId }: { readonly name: string; readonly workflowId: string },
): Promise<void> => {
  const history = await client.workflow.getHandle(workflowId).fetchHistory();
  writeFileSync(
    join(historiesFolder, `${name}.json`),
    `${JSON.stringify(JSON.parse(historyToJSON(history)), null, 1)}\n`,
  );
  process.stdout.write(`${name}: ${String(history.events?.length ?? 0)} events\n`);
};

/** The id that the server's schedule gave the latest run: it adds the time to ours. */
const lastRunOf = async (client: Client, id: string): Promise<string> => {
  for await (const run of client.workflow.list({
    query: `WorkflowId STARTS_WITH "${id}" AND ExecutionStatus="Completed"`,
  }))
    return run.workflowId;
  throw new Error(`The schedule has run no ${id}.`);
};

const approve = async (town: Town): Promise<void> => {
  const { caseId } = await town.caseIn("prefilled");
  await (await town.signIn()).approve(caseId);
};

await record("granted", {
  household: "01",
  beside: { inbox: "inbox/2025-11" },
  walk: async (town) => {
    await approve(town);
    await town.caseIn("closed");
  },
});
await record("source-answered-next-day", {
  household: "12",
  beside: { outbox: "outbox" },
  walk: async (town) => {
    await town.caseIn("waiting");
    await town.beginDay(localDate("2025-10-28"));
    await approve(town);
    await town.caseIn("closed");
  },
});
await record("referred", {
  household: "14",
  walk: async (town) => {
    await town.caseIn("referred");
  },
});
await record("asked-to-complete", {
  household: "19",
  walk: async (town) => {
    await town.caseIn("waiting");
    await town.untilLogged("completion.sent");
    await town.untilLogged("letter.delivered");
    await town.beginDay(localDate("2025-11-02"));
    await town.untilLogged("completion.reminded");
  },
});
await record("heard-and-ended", {
  household: "01",
  walk: async (town) => {
    const { caseId } = await town.caseIn("prefilled");
    const amina = await town.signIn();
    const text = "Du har flyttat enligt folkbokföringen.";
    await amina.communicate(caseId, { text, answerBy: localDate("2025-11-03") });
    const { sequence } = (await amina.open(caseId)).shown;
    const explanation = "Sökanden ringde och tog tillbaka ansökan.";
    await amina.change(caseId, "closing", {
      sequence,
      kind: "withdrawn",
      explanation,
      on: localDate("2025-10-27"),
      noConflictOfInterest: true,
    });
    await town.caseIn("closed");
  },
});
await record("write-unclear", {
  household: "01",
  faults: [{ system: "case-system", page: "write", kind: "not-saved-response-lost", times: 1 }],
  walk: async (town) => {
    await approve(town);
    await town.untilLogged("write.unclear");
  },
});
