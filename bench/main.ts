import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { DefaultLogger, Runtime } from "@temporalio/worker";
import { resolveTemporalExecutable } from "../platform/temporal/executable.js";
import { startTemporalServer } from "../platform/temporal/server.js";
import { measureDocuments } from "./documents.js";
import { figureTable, type Figure } from "./figures.js";
import { measureFlow } from "./flow.js";
import { measureMonth } from "./month.js";
import { measureReading } from "./read.js";

const parts = ["documents", "read", "flow", "month"] as const;
const today = "2025-10-27";

/** `npm run bench [-- --json FILE] [--only month,flow] [--cases 60]`: measures, prints, and fails only where it cannot measure. */
const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      json: { type: "string" },
      only: { type: "string", default: parts.join(",") },
      cases: { type: "string", default: "60" },
    },
  });
  const wanted = new Set(values.only.split(","));
  const cases = Number(values.cases);
  const folder = mkdtempSync(join(tmpdir(), "skalig-bench-server-"));
  const pointedOut = process.env["TEMPORAL_CLI_PATH"];
  const server = await startTemporalServer({
    executable: resolveTemporalExecutable({
      searchPath: process.env["PATH"] ?? "",
      ...(pointedOut !== undefined && { pointedOut }),
    }),
    dbFile: join(folder, "temporal.db"),
  });
  // The measurement of the flow starts workers as the application does, and they turn the SDK's own log down.
  if (!wanted.has("flow")) Runtime.install({ logger: new DefaultLogger("ERROR") });
  const figures: Figure[] = [];
  const note = (line: string): void => void process.stderr.write(`${line}\n`);
  try {
    if (wanted.has("documents")) figures.push(...(await measureDocuments()));
    if (wanted.has("read")) figures.push(...(await measureReading(today)));
    if (wanted.has("flow")) figures.push(...(await measureFlow(server.address)));
    if (wanted.has("month")) {
      const cold = Math.min(5, Math.ceil(cases / 12));
      const measured = await measureMonth(
        { cases, cold, alone: Math.min(10, Math.ceil(cases / 6)), inFlight: 10 },
        { temporalAddress: server.address, today, note },
      );
      figures.push(...measured.figures);
      note(`Where the time goes with 10 in flight:\n${measured.profile}`);
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  process.stdout.write(`${figureTable(figures)}\n`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
};

await main();
