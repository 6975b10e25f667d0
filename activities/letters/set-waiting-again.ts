import { Fault } from "../../contracts/faults.js";
import { listWaitingProtected } from "../../store/deliveries.js";
import { findLetter } from "../../store/letters.js";
import { withoutAddress, type WithoutAddressDeps } from "./without-address.js";

/** So many letters are opened in one round. */
const atMost = 50;

/**
 * Sets the letters again that wait for a person and bear an address although identity is protected by now. A letter that
 * bears none is opened once for as long as it waits and this process lives, and one that cannot be set again keeps none
 * of the others waiting. @throws Fault `InvariantBroken` when the round is done, where there was such a letter.
 */
export const createSetWaitingAgain = (deps: WithoutAddressDeps): (() => Promise<void>) => {
  let seen: ReadonlySet<string> = new Set();
  let stuck: ReadonlySet<string> = new Set();
  return async () => {
    const waiting = (await deps.store.read(listWaitingProtected)).map(({ letterId }) => letterId);
    // A mark that is lifted and set again is a mark of another day: only what has waited all the time is known.
    const known = new Set(waiting.filter((letterId) => seen.has(letterId)));
    seen = known;
    const unseen = waiting.filter((letterId) => !known.has(letterId));
    const failed: string[] = [];
    // What failed the last time comes last: fifty such letters may not keep all others from ever being opened.
    const inTurn = unseen.toSorted((one, other) => Number(stuck.has(one)) - Number(stuck.has(other)));
    for (const letterId of inTurn.slice(0, atMost))
      try {
        const letter = await deps.store.read((tx) => findLetter(tx, letterId));
        if (letter !== undefined) await withoutAddress(deps, letter);
        known.add(letterId);
      } catch {
        failed.push(letterId);
      }
    stuck = new Set(failed);
    const [first] = failed;
    if (first !== undefined)
      throw new Fault("InvariantBroken", "A letter that bears a protected address could not be set again without it.", {
        letterId: first,
        letters: failed.length,
      });
  };
};
