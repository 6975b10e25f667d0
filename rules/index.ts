export { assess } from "./assess.js";
export { mandateFor, type IntendedDecision } from "./mandates.js";
export { nationalLawAlone, nationalPacks, parsePack, samplePacks, type PackError, type ParsedPack } from "./packs.js";
export { provisions, rulebookVersion } from "./rulebook.js";
export { canBeSettled, outcomeOf } from "./routing/path.js";
export { provisionsInProse, type ProvisionInProse } from "./prose.js";
