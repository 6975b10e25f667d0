// `npm start`: sets up the machine and runs the application. Needs nothing but Node and npm to begin with.
import { handOver } from "./lib/handover.mjs";
import { reportFailure } from "./lib/report.mjs";
import { partsOfApplication, setup } from "./lib/setup.mjs";

const args = process.argv.slice(2);
const stream = args.includes("--json") ? process.stderr : process.stdout;
try {
  const env = await setup({ parts: partsOfApplication, stream });
  process.exitCode = await handOver("cli/start/main.ts", args, env);
} catch (error) {
  process.exitCode = reportFailure(error);
}
