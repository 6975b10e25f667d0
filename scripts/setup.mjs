// Sets up the machine for the application (with --tests: for the tests as well) and stops there.
// --check only looks; with --json it prints what it saw as JSON, for `skalig doctor`.
import { exitCodes } from "./lib/missing.mjs";
import { reportFailure } from "./lib/report.mjs";
import { inspect, partsOfApplication, partsOfTests, setup } from "./lib/setup.mjs";

const args = process.argv.slice(2);
const json = args.includes("--json");
try {
  if (args.includes("--check")) {
    const seen = await inspect();
    if (json) process.stdout.write(`${JSON.stringify(seen)}\n`);
    else
      for (const { part, ok, detail } of seen) process.stdout.write(`${ok ? "✓" : "✗"} ${part}: ${detail || "OK"}\n`);
    process.exitCode = seen.every(({ ok }) => ok) ? exitCodes.ok : exitCodes.missing;
  } else {
    await setup({
      parts: args.includes("--tests") ? partsOfTests : partsOfApplication,
      stream: json ? process.stderr : process.stdout,
    });
  }
} catch (error) {
  process.exitCode = reportFailure(error);
}
