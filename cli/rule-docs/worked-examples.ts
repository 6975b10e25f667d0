import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { caseSchema } from "../../contracts/case.js";
import type { Assessed } from "../../contracts/receipt.js";
import { assess, samplePacks } from "../../rules/index.js";
import { caseOf } from "../../rules/examples/cases.js";
import { sampleMonth } from "../../rules/examples/sample-month.js";
import { workedCases } from "../../rules/examples/worked.js";

/** A case whose assessment shows what a provision does. */
export type WorkedExample = { readonly title: string; readonly receipt: Assessed };

const folder = join(import.meta.dirname, "..", "..", "docs", "examples");
const fileSchema = z.object({ id: z.string(), case: caseSchema });

/** The sample month, the acceptance cases and the cases made for one point each, with the sample municipality's packs. */
export const workedExamples = (): readonly WorkedExample[] => [
  ...sampleMonth.map(({ id, input }) => ({
    title: `Hushåll ${String(id)} i exempelmånaden november 2025`,
    receipt: assess(caseOf(input), samplePacks),
  })),
  ...readdirSync(folder)
    .filter((name) => name.startsWith("AC-"))
    .toSorted()
    .map((name) => {
      const file = fileSchema.parse(JSON.parse(readFileSync(join(folder, name), "utf8")));
      return { title: `[${file.id}](../examples/${name})`, receipt: assess(file.case, samplePacks) };
    }),
  ...workedCases.map(({ title, input }) => ({ title, receipt: assess(caseOf(input), samplePacks) })),
];
