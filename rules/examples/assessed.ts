import { caseSchema, type CaseInput } from "../../contracts/case.js";
import type { Assessed } from "../../contracts/receipt.js";
import type { Packs } from "../../contracts/rule-pack.js";
import { assess } from "../assess.js";
import { samplePacks } from "../packs.js";
import { caseOf, renewal } from "./cases.js";

/** An uneventful renewal with parts replaced, assessed. */
export const run = (parts: Partial<CaseInput>, packs = samplePacks): Assessed => assess(caseOf(renewal(parts)), packs);

/** The same without some parts, as where nobody has told of them. */
export const runWithout = (
  parts: Partial<CaseInput>,
  { keys, packs = samplePacks }: { keys: readonly (keyof CaseInput)[]; packs?: Packs },
): Assessed => {
  const told = Object.entries(renewal(parts)).filter(([key]) => !keys.some((untold) => untold === key));
  return assess(caseSchema.parse(Object.fromEntries(told)), packs);
};

/** Why it is not prefilled. */
export const reasonsOf = (parts: Partial<CaseInput>): readonly string[] => run(parts).reasons;

/** A lone parent with one child of nine, with what the child is replaced. */
export const lone = (parts: object): CaseInput["household"] => ({
  sizeInHome: 2,
  sharesHome: false,
  members: [
    { id: "a", role: "applicant", birthDate: "1990-05-02" },
    { id: "c1", role: "child", birthDate: "2016-08-10", days: 30, ...parts },
  ],
});
