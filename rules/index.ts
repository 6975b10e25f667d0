export { assess } from "./assess.js";
export { nearestFacts } from "./explain/nearest-fact.js";
export { mandateFor } from "./mandates.js";
export { nationalPacks, samplePacks } from "./packs.js";
export { parametersFor } from "./parameters.js";
export { provisionsInProse } from "./prose.js";
export { provisions, rulebookVersion } from "./rulebook.js";
export { canBeSettled } from "./routing/path.js";
