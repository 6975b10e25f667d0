// `npm run mutation -- rules/provisions`: changes every comparison, condition and number of one folder, a change at a
// time, and counts those that no test finds. The last line is the score. Names of files after the folder choose among
// them. Apart from `npm test`: it takes minutes.
import { Stryker } from "@stryker-mutator/core";

const [folder = "rules/provisions", ...files] = process.argv.slice(2);
const name = folder.replaceAll("/", "-");

const changes = await new Stryker({
  configFile: "bench/mutation/stryker.json",
  mutate: files.length > 0 ? files.map((file) => `${folder}/${file}.ts`) : [`${folder}/*.ts`, `!${folder}/*.test.ts`],
  buildCommand: `node bench/mutation/bundle.mjs ${folder}`,
  jsonReporter: { fileName: `reports/mutation-${name}.json` },
}).runMutationTest();

const many = (/** @type {string} */ status) => changes.filter((change) => change.status === status).length;
const found = many("Killed") + many("Timeout");
const missed = many("Survived") + many("NoCoverage");
const percent = ((100 * found) / (found + missed)).toFixed(1);
process.stdout.write(`${folder}: ${percent} % of ${String(found + missed)} changes found, ${String(missed)} not\n`);
