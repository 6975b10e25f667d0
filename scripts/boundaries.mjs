// Checks who imports whom. A check that saw no files would pass, so too few modules is a failure as well.
//   node scripts/boundaries.mjs [--root DIR] [--least N] [--json]
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { projectRoot } from "./lib/places.mjs";
import { run } from "./lib/processes.mjs";

const rooms = [
  ...["activities", "api", "audit", "bench", "bots", "cli", "console", "contracts", "documents", "platform"],
  ...["rules", "scripts", "simulators", "store", "test", "workers", "workflows"],
];
/** Far fewer modules than this means that the checker did not understand the files. */
const leastModules = "250";

const { values } = parseArgs({
  options: {
    root: { type: "string", default: projectRoot },
    least: { type: "string", default: leastModules },
    json: { type: "boolean", default: false },
  },
});
const root = resolve(values.root);
const checker = join(projectRoot, "node_modules", "dependency-cruiser", "bin", "dependency-cruise.mjs");

const present = rooms.filter((room) => existsSync(join(root, room)));
const { stdout, output } = await run(
  process.execPath,
  [checker, "--config", join(root, ".dependency-cruiser.cjs"), "--output-type", "json", ...present],
  { cwd: root, env: process.env, keepAll: true },
);
/** @type {{ totalCruised: number, violations: { rule: { name: string }, from: string, to: string }[] }} */
let summary;
try {
  ({ summary } = JSON.parse(stdout));
} catch {
  process.stderr.write(`The boundary check did not run: ${output.slice(-1000)}\n`);
  process.exit(1);
}
const violations = summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
const modules = summary.totalCruised;

if (values.json) process.stdout.write(`${JSON.stringify({ modules, violations })}\n`);
else {
  for (const { rule, from, to } of violations) process.stdout.write(`${rule}: ${from} → ${to}\n`);
  process.stdout.write(`${modules} modules, ${violations.length} violations\n`);
}
if (modules < Number(values.least)) {
  process.stderr.write(`Only ${modules} modules were seen; at least ${values.least} were expected.\n`);
  process.exitCode = 1;
}
if (violations.length > 0) process.exitCode = 1;
