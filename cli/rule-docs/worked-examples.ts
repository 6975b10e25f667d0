import type { Assessed } from "../../contracts/receipt.js";
import { assess, samplePacks } from "../../rules/index.js";
import { caseOf } from "../../rules/examples/cases.js";
import { sampleMonth } from "../../rules/examples/sample-month.js";
import { workedCases } from "../../rules/examples/worked.js";
import { acceptanceCases } from "./acceptance-cases.js";

/** A case whose assessment shows what a provision does. */
export type WorkedExample = { readonly title: string; readonly receipt: Assessed };

/** The sample month, the acceptance cases and the cases made for one point each, with the sample municipality's packs. */
export const workedExamples = (): readonly WorkedExample[] => [
  ...sampleMonth.map(({ id, input }) => ({
    title: `Hushåll ${String(id)} i exempelmånaden november 2025`,
    receipt: assess(caseOf(input), samplePacks),
  })),
  ...acceptanceCases().map(({ id, case: value }) => ({
    title: `[${id}](../examples/${id}.json)`,
    receipt: assess(value, samplePacks),
  })),
  ...workedCases.map(({ title, input }) => ({ title, receipt: assess(caseOf(input), samplePacks) })),
];
