import type { ReadingCost } from "../../contracts/api/workshop-readings.js";
import type { ReadingKey } from "../../contracts/codes/open-readings.js";
import { rehearseReadings } from "../../rules/rehearsal/rehearse-readings.js";
import { withoutStops } from "./draft-packs.js";
import { lastTwelve } from "./rehearsing.js";
import { readHouseholds } from "./stored-households.js";
import type { WorkshopDeps } from "./workshop-deps.js";

/** What each choice of an open reading would have come to over the last twelve months, with the rules in force. */
export const readingCost = async (deps: WorkshopDeps, key: ReadingKey): Promise<ReadingCost> => {
  const months = lastTwelve(deps.month);
  const packs = withoutStops(await deps.store.read(deps.packsInForce));
  const { households, unreadable } = await readHouseholds(deps.store, { months });
  const cases = households.map(({ row, input }) => ({ ref: row.id, case: input }));
  const { schema: _schema, errors, ...found } = rehearseReadings({ cases, packs, key });
  return { ...found, months, unreadable: unreadable.length + errors.length };
};
