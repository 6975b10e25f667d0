import { append } from "../../audit/append.js";
import type { CreateChange, SaveDraft } from "../../contracts/api/workshop.js";
import { workshopWriters } from "../../contracts/api/workshop.js";
import type { RulePack } from "../../contracts/rule-pack.js";
import { addRuleChange, lockRuleChange, saveRuleChange, type RuleChange } from "../../store/rule-changes.js";
import { findStaff } from "../../store/staff.js";
import type { StoreTransaction } from "../../store/transaction.js";
import { packByHash, packInForce } from "./draft-packs.js";
import { standingOf, stepFacts, surroundings, type Surroundings } from "./standing.js";
import { movedPack, splicePack } from "./splice-pack.js";
import { stepRefusal } from "./step-allowed.js";
import { actorFor, done, refused, type Asking, type Done, type WorkshopDeps } from "./workshop-deps.js";

/** Begins a change: from the rules in force, from an earlier version, or with a pack that is new here. */
export const createChange = (
  deps: WorkshopDeps,
  { asking, input }: { readonly asking: Asking; readonly input: CreateChange },
): Promise<Done<string>> =>
  deps.store.transaction(async (tx) => {
    const start = await startOf(tx, deps, input);
    if (!start.ok) return start;
    const { title, source, kind, effectiveFrom } = input;
    const words = { title, source, kind, effectiveFrom };
    const change = await addRuleChange(tx, { ...words, ...start.value, by: asking.id });
    await append(tx, {
      action: "rule-change.drafted",
      actor: actorFor(asking, workshopWriters),
      details: { change: change.id, pack: change.packId, start: input.from.start, content: change.contentHash },
    });
    return done(change.id);
  });

type Start = { readonly content: RulePack; readonly base: RulePack | undefined };

const startOf = async (tx: StoreTransaction, deps: WorkshopDeps, input: CreateChange): Promise<Done<Start>> => {
  const { packs } = await surroundings(tx, deps);
  switch (input.from.start) {
    case "in-force": {
      const base = packInForce(packs, input.from.packId);
      return base === undefined ? refused("pack-unknown") : done({ content: base, base });
    }
    case "new-pack": {
      const { pack } = input.from;
      const isKnown = packInForce(packs, pack.id) !== undefined;
      const isSecondOverlay = pack.layer === "municipal" && packs.municipal !== undefined;
      if (isSecondOverlay) return refused(isKnown ? "pack-known" : "second-overlay");
      return isKnown ? refused("pack-known") : done({ content: pack, base: undefined });
    }
    case "rollback": {
      const earlier = await packByHash(tx, { shipped: deps.shipped, hash: input.from.hash });
      const now = earlier && packInForce(packs, earlier.id);
      if (earlier === undefined || now === undefined) return refused("pack-unknown");
      const content = splicePack(now, { earlier, from: input.effectiveFrom, source: input.source });
      return content === undefined ? refused("pack-unknown") : done({ content, base: now });
    }
  }
};

/**
 * Saves a draft. Where somebody else has saved since it was opened nothing is written, and both are given back. What was
 * checked, submitted or approved is unbound by the save.
 */
export const saveDraft = (
  deps: WorkshopDeps,
  { asking, id, input }: { readonly asking: Asking; readonly id: string; readonly input: SaveDraft },
): Promise<Done<string>> =>
  deps.store.transaction(async (tx) => {
    const change = await lockRuleChange(tx, id);
    if (change === undefined) return refused("not-found");
    const around = await surroundings(tx, deps);
    const refusal = stepRefusal("save", stepFacts(change, standingOf(change, around, deps), asking.id));
    if (refusal !== undefined) return refused(refusal);
    const { content, title, source, kind, effectiveFrom } = input;
    if (change.revision !== input.revision) return conflict(tx, change, content);
    if (!hasSameHead(change.content, content)) return refused("pack-head-changed");
    const words = { title, source, kind, effectiveFrom };
    return saved(tx, change, { asking, next: { content, base: change.base, ...words } });
  });

const conflict = async (tx: StoreTransaction, change: RuleChange, yours: RulePack): Promise<Done<never>> => {
  const by = (await findStaff(tx, change.editedBy))?.displayName ?? "";
  const { revision, updatedAt: at, content: theirs } = change;
  return { ...refused("edited-by-other"), conflict: { by, at, revision, theirs, yours } };
};

const hasSameHead = (before: RulePack, after: RulePack): boolean =>
  before.id === after.id &&
  before.layer === after.layer &&
  (before.layer !== "municipal" || after.layer !== "municipal" || before.municipality === after.municipality);

type Next = Start & Pick<RuleChange, "title" | "source" | "kind" | "effectiveFrom">;

const saved = async (
  tx: StoreTransaction,
  change: RuleChange,
  { asking, next }: { readonly asking: Asking; readonly next: Next },
): Promise<Done<string>> => {
  const after = await saveRuleChange(tx, change, { ...next, by: asking.id });
  await append(tx, {
    action: "rule-change.edited",
    actor: actorFor(asking, workshopWriters),
    details: {
      change: change.id,
      revision: after.revision,
      content: after.contentHash,
      before: change.contentHash,
      unbound: change.state,
    },
  });
  return done(change.id);
};

/**
 * Moves a draft onto the version that has come into force since it was begun: the rows it had changed are changed in
 * that one. A row that both have changed is a person's to choose, and nothing is moved.
 */
export const rebaseChange = (
  deps: WorkshopDeps,
  { asking, id, revision }: { readonly asking: Asking; readonly id: string; readonly revision: number },
): Promise<Done<string>> =>
  deps.store.transaction(async (tx) => {
    const change = await lockRuleChange(tx, id);
    if (change === undefined) return refused("not-found");
    const around: Surroundings = await surroundings(tx, deps);
    const refusal = stepRefusal("rebase", stepFacts(change, standingOf(change, around, deps), asking.id));
    if (refusal !== undefined) return refused(refusal);
    if (change.revision !== revision) return conflict(tx, change, change.content);
    const now = packInForce(around.packs, change.packId);
    const { base, content, title, source, kind, effectiveFrom } = change;
    if (now === undefined || base === undefined) return refused("pack-known");
    const moved = movedPack(now, { base, draft: content, from: effectiveFrom });
    if (moved === undefined) return refused("rebase-conflict");
    return saved(tx, change, { asking, next: { content: moved, base: now, title, source, kind, effectiveFrom } });
  });
