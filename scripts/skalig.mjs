#!/usr/bin/env node
// `npm run skalig -- <command>`: the command line. Everything but a command's own result goes to stderr.
// `start` needs the whole machine set up; every other command needs only the packages.
import { handOver } from "./lib/handover.mjs";
import { packagesAreCurrent } from "./lib/packages.mjs";
import { reportFailure } from "./lib/report.mjs";
import { partsOfApplication, setup } from "./lib/setup.mjs";

const args = process.argv.slice(2);
const starts = args[0] === "start" && !args.includes("--help") && !args.includes("-h");
try {
  const parts = starts ? partsOfApplication : [];
  const env = !starts && packagesAreCurrent() ? process.env : await setup({ parts, stream: process.stderr });
  process.exitCode = starts
    ? await handOver("cli/start/main.ts", args.slice(1), env)
    : await handOver("cli/main.ts", args, env);
} catch (error) {
  process.exitCode = reportFailure(error);
}
