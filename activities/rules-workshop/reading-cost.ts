import { readingCostSchema, type ReadingCost } from "../../contracts/api/workshop-readings.js";
import type { ReadingKey } from "../../contracts/codes/open-readings.js";
import { rehearseReadingsInSteps } from "../../rules/rehearsal/rehearse-readings.js";
import { withoutStops } from "./draft-packs.js";
import { inTurns } from "./in-turns.js";
import { lastTwelve } from "./rehearsing.js";
import { readHouseholds, rehearsalCasesOf } from "./stored-households.js";
import type { WorkshopDeps } from "./workshop-deps.js";

/** What each choice of an open reading would have come to over the last twelve months, with the rules in force. */
export const readingCost = async (deps: WorkshopDeps, key: ReadingKey): Promise<ReadingCost> => {
  const months = lastTwelve(deps.month);
  const packs = withoutStops(await deps.store.read(deps.packsInForce));
  const cases = rehearsalCasesOf(await readHouseholds(deps.store, { months }));
  const found = await inTurns(rehearseReadingsInSteps({ cases, packs, key }));
  return readingCostSchema.strip().parse({ ...found, months, unreadable: found.errors.length });
};
