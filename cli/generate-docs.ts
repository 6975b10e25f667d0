import "./generate-rule-docs.js";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { publishedFiles } from "./published.js";

// `npm run docs`: writes the schemas and the code list again after a contract has changed.
for (const [path, text] of publishedFiles()) {
  const file = join(import.meta.dirname, "..", "docs", path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
