import type { Packs } from "../../contracts/rule-pack.js";
import { nationalScenarios, sampleScenarios } from "../pack-exchange/shipped-scenarios.js";
import type { Suites } from "./workshop-deps.js";

/** The overlay that the sample month is about. */
const sampleOverlay = "exempelkoping";

/** The scenarios that ship with the program: the authorities' examples, and the invented municipality's own month. */
export const shippedSuites = ({ municipal }: Packs): Suites => ({
  national: nationalScenarios,
  local: municipal?.id === sampleOverlay ? sampleScenarios : [],
});
