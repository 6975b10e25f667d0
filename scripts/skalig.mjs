#!/usr/bin/env node
// `npm run skalig -- <command>`: the command line. Everything but a command's own result goes to stderr.
import { handOver } from "./lib/handover.mjs";
import { packagesAreCurrent } from "./lib/packages.mjs";
import { reportFailure } from "./lib/report.mjs";
import { setup } from "./lib/setup.mjs";

try {
  const env = packagesAreCurrent() ? process.env : await setup({ parts: [], stream: process.stderr });
  process.exitCode = await handOver("cli/main.ts", process.argv.slice(2), env);
} catch (error) {
  process.exitCode = reportFailure(error);
}
