import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rulePages } from "./rule-docs/rule-pages.js";

// Writes `docs/rules/` again after a rule, a pack or an example has changed.
const folder = join(import.meta.dirname, "..", "docs", "rules");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, text] of rulePages()) writeFileSync(join(folder, name), text);
