import type { CaseInput } from "../../contracts/case.js";
import type { Assessed } from "../../contracts/receipt.js";
import { assess } from "../assess.js";
import { samplePacks } from "../packs.js";
import { caseOf, renewal } from "./cases.js";

/** An uneventful renewal with parts replaced, assessed. */
export const run = (parts: Partial<CaseInput>, packs = samplePacks): Assessed => assess(caseOf(renewal(parts)), packs);

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
