import type { DecisionDraft } from "../../../contracts/decision-draft.js";
import type { Finding } from "../../../contracts/receipt.js";
import { question } from "./asked.js";

/** Reasons in the decider's own words. */
export const why = "Inkomsterna räcker till de kostnader som är skäliga.";
/** A test of acute need that led to nothing. */
export const emergency = { text: "Den sökande har pengar till mat och hyra månaden ut.", grantedOre: 0 };
/** A grant of exactly what was computed. */
export const asComputed: DecisionDraft = { outcome: "granted" };
/** A refusal. */
export const refusal: DecisionDraft = { outcome: "refused", reasons: why, emergency };
/** A partial grant. */
export const partial: DecisionDraft = { outcome: "partly-granted", amountOre: 500_000, reasons: why };
/** Why nobody had to be heard. */
export const unneeded = { communicationUnneeded: "Den sökande har själv lämnat uppgiften." };
/** Aid tried under 12 kap. 2 § SoL. */
export const driving = { purpose: "Körkort", appliedOre: 900_000, amountOre: 900_000, reasons: why };
/** A surplus, open. */
export const surplus = question("surplus");
/** A cost that a person has approved with less than was applied for. */
export const reduced: Finding = {
  code: "cost-approved-in-full",
  result: "not-met",
  provision: "test",
  basis: [],
  factId: "k1",
};

/** A first application, open. */
export const first = question("first-application");
/** A benefit that an agency tells of and the applicant has not. */
export const allowance = {
  id: "i1",
  memberId: "a",
  type: "housing-allowance",
  source: "FK",
  declared: false,
  paidOn: "2025-10-24",
  netOre: 130_000,
};
/** A rent that is applied for. */
export const rent = { id: "k1", type: "rent" as const, appliedOre: 645_000 };
/** That rent, approved in full. */
export const rentLine = {
  kind: "cost" as const,
  amountOre: 645_000,
  provision: "test",
  basis: [],
  facts: ["costs.k1.appliedOre"],
  verified: true,
  text: "Hyra",
};
/** A driving licence that is applied for. */
export const licence = { id: "k4", type: "driving-licence" as const, appliedOre: 900_000 };
/** A supplement's cost. */
export const dental = { id: "k1", type: "acute-dental-care" as const, appliedOre: 150_000 };
/** Norm and rent less incomes: 619 000 öre. */
export const needed = {
  normOre: 522_000,
  countedIncomeOre: 548_000,
  costsOre: null,
  shortfallOre: null,
  grantOre: null,
};
/** A grant in the decider's own amount. */
export const own = (amountOre: number): DecisionDraft => ({ outcome: "granted", amountOre, reasons: why });
/** A plan that was not followed, which a person has looked into. */
export const unfollowed = question("plan-not-valid", { factId: "a", settled: true });
