import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { figureTable, type Figure } from "./figures.js";
import { measureAgainstZen } from "./rules/against-zen.js";
import { measureBatch, measureExplained } from "./rules/seventeen.js";
import { measureRehearsal } from "./rules/rehearsal.js";
import { measureRulebook } from "./rules/rulebook.js";

/**
 * `npm run bench:rules [-- --json FILE] [--seed 7] [--batch 1000000] [--rulebook 1000000]`: the engine of tables and the
 * whole rulebook, measured in one run on the same made-up cases. Fails where two ways disagree on any case; a missed aim
 * informs only.
 */
const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      json: { type: "string" },
      seed: { type: "string", default: "7" },
      batch: { type: "string", default: "1000000" },
      rulebook: { type: "string", default: "1000000" },
    },
  });
  const seed = Number(values.seed);
  const figures: Figure[] = [
    // First of all, so that it is measured as whoever asks for one meets it: in a process where nothing has run yet.
    ...measureRehearsal(seed),
    ...measureBatch(Number(values.batch), seed),
    ...measureExplained(seed),
    ...(await measureAgainstZen(seed)),
    ...measureRulebook(Number(values.rulebook), seed),
  ];
  process.stdout.write(`${figureTable(figures)}\n`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
};

await main();
