import { setImmediate } from "node:timers/promises";
import type { DecidedMonth } from "../../contracts/api/workshop-affected.js";
import { Fault } from "../../contracts/faults.js";
import type { Ore } from "../../contracts/money.js";
import type { Assessed } from "../../contracts/receipt.js";
import { assess } from "../../rules/index.js";
import { peopleOf } from "../../rules/rehearsal/rehearsal-case.js";
import type { AssessedMonth } from "../../store/assessed-months.js";
import type { RuleChange } from "../../store/rule-changes.js";
import { listPublishedPacks } from "../../store/rule-packs.js";
import { withDraft, withoutPack, withoutStops } from "./draft-packs.js";
import { peopleInWords, readHouseholds, versionUsed, type StoredHousehold } from "./stored-households.js";
import type { WorkshopDeps } from "./workshop-deps.js";

/** What a decided month comes to with the version that a change started from, and with the one that it published. */
export type Compared = { readonly stored: StoredHousehold; readonly before: Assessed; readonly after: Assessed };

/**
 * Finds the decided months that the version of a change makes otherwise than the version it started from. What other
 * changes have made of them is theirs to tell. Stops are left out of both: they say who works a month out, not what it
 * comes to. `unreadable`: months that may be affected, and whose facts cannot be read.
 */
export const findDecided = async (
  deps: WorkshopDeps,
  { packId, content, base, publishedHash }: RuleChange,
): Promise<{ readonly compared: readonly Compared[]; readonly unreadable: readonly AssessedMonth[] }> => {
  const { packs, versions } = await deps.store.read(async (tx) => ({
    packs: withoutStops(await deps.packsInForce(tx)),
    versions: (await listPublishedPacks(tx)).filter((row) => row.packId === packId).map(({ hash }) => hash),
  }));
  const at = versions.findIndex((hash) => hash === publishedHash);
  if (at < 0) throw new Fault("InvariantBroken", "A published change has no version.", { packId });
  // Whoever was decided by this version, or one after it, already has what it gives.
  const since = new Set<string | undefined>(versions.slice(at));
  const before = base === undefined ? withoutPack(packs, packId) : withDraft(packs, base);
  const after = withDraft(packs, content);
  const { households, unreadable } = await readHouseholds(deps.store, {
    only: ({ decidedSequence }) => decidedSequence !== null,
  });
  const compared: Compared[] = [];
  for (const [count, stored] of households.entries()) {
    if (count % 50 === 0) await setImmediate();
    if (since.has(versionUsed(stored, packId))) continue;
    const one = { stored, before: assess(stored.input, before), after: assess(stored.input, after) };
    if (isOtherwise(one)) compared.push(one);
  }
  return { compared, unreadable };
};

const isOtherwise = ({ before, after }: Compared): boolean =>
  before.outcome !== after.outcome || before.shortfallOre !== after.shortfallOre || before.grantOre !== after.grantOre;

/** What a change makes of a decided month: more, less, the same, or not for the machine to say. */
export type Change =
  { readonly is: "more"; readonly month: DecidedMonth } | { readonly is: "less" | "same" | "unclear" };

/** What the rules come to where they leave nothing to a person; null otherwise. */
const computed = ({ outcome, grantOre }: Assessed): Ore | null =>
  outcome === "prefilled" && grantOre !== null ? Math.max(0, grantOre) : null;

/** What a change makes of one decided month, against what was decided and what it came to before the change. */
export const changeOf = ({ stored: { row, input }, before, after }: Compared): Change => {
  const { decidedOre } = row;
  const [wasOre, computedOre] = [computed(before), computed(after)];
  // What the rules leave to a person is a person's to work out, also for a month that has passed.
  if (computedOre === null) return { is: "unclear" };
  if (decidedOre === null) return { is: "same" };
  // What an earlier change would have given more is not this one's.
  const differenceOre = computedOre - Math.max(decidedOre, wasOre ?? decidedOre);
  if (differenceOre > 0)
    return {
      is: "more",
      month: {
        reference: row.number,
        month: row.benefitMonth,
        household: peopleInWords(peopleOf(input)),
        decidedOre,
        computedOre,
        differenceOre,
      },
    };
  if (computedOre < decidedOre) return { is: wasOre === null || computedOre < wasOre ? "less" : "same" };
  // An earlier change has been told to give more than this one does: a person puts the two together.
  return { is: wasOre !== null && computedOre < wasOre && wasOre > decidedOre ? "unclear" : "same" };
};
