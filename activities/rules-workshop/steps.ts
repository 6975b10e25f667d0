import { append } from "../../audit/append.js";
import { workshopWriters, type Approval, type Publication } from "../../contracts/api/workshop.js";
import type { AuditAction } from "../../contracts/codes/audit-actions.js";
import type { OpenDetails } from "../../contracts/audit-event.js";
import type { ChangeAction } from "../../contracts/rule-change.js";
import { canonicalJson } from "../../platform/canonical.js";
import {
  lockPublication,
  lockRuleChange,
  moveRuleChange,
  type ChangeMove,
  type RuleChange,
} from "../../store/rule-changes.js";
import { publishPack } from "../../store/rule-packs.js";
import type { StoreTransaction } from "../../store/transaction.js";
import { minuteRefusal } from "./judge-change.js";
import { runTests, suitesFor } from "./run-tests.js";
import { standingOf, stepFacts, surroundings, type Standing, type Surroundings } from "./standing.js";
import { stepRefusal } from "./step-allowed.js";
import { actorFor, done, refused, type Asking, type Done, type WorkshopDeps } from "./workshop-deps.js";

/** What a step does where it is allowed: how the change moves, and what the log says of it. */
type Taken = {
  readonly move: ChangeMove;
  readonly event: AuditAction;
  readonly details?: OpenDetails;
  /** Words of a person, sealed. */
  readonly content?: unknown;
};

type Ground = {
  readonly tx: StoreTransaction;
  readonly change: RuleChange;
  readonly standing: Standing;
  readonly around: Surroundings;
};

/** One step: a change is held, judged anew as it stands in this very moment, moved and logged, all or nothing. */
const step = (
  deps: WorkshopDeps,
  { asking, id, action }: { readonly asking: Asking; readonly id: string; readonly action: ChangeAction },
  take: (ground: Ground) => Promise<Done<Taken>>,
): Promise<Done<string>> =>
  deps.store.transaction(async (tx) => {
    if (action === "publish") await lockPublication(tx);
    const change = await lockRuleChange(tx, id);
    if (change === undefined) return refused("not-found");
    const around = await surroundings(tx, deps);
    const standing = standingOf(change, around, deps);
    const refusal = stepRefusal(action, stepFacts(change, standing, asking.id));
    if (refusal !== undefined) return refused(refusal, standing.problems);
    const taken = await take({ tx, change, standing, around });
    if (!taken.ok) return taken;
    const { move, event, details = {}, content } = taken.value;
    await moveRuleChange(tx, change, move);
    await append(tx, {
      action: event,
      actor: actorFor(asking, workshopWriters),
      details: { change: change.id, content: change.contentHash, ...details },
      ...(content !== undefined && { content }),
    });
    return done(change.id);
  });

type Whose = { readonly asking: Asking; readonly id: string };

/** Whether the scenarios, run again now, come to what the change is bound to. */
const testsStand = async (deps: WorkshopDeps, { tx, change, standing }: Ground): Promise<boolean> => {
  const { hash } = runTests(await suitesFor(tx, deps, standing.draftPacks), standing.draftPacks);
  return hash === change.testsHash;
};

/** Runs the scenarios on the draft and keeps what they came to. */
export const checkChange = (deps: WorkshopDeps, { asking, id, revision }: Whose & { readonly revision: number }) =>
  step(deps, { asking, id, action: "check" }, async ({ tx, change, standing, around }) => {
    if (change.revision !== revision) return refused("edited-by-other");
    const run = runTests(await suitesFor(tx, deps, standing.draftPacks), standing.draftPacks);
    const json = canonicalJson({ ...run, ranAt: tx.at });
    return done({
      move: { to: "tested", run: { json, hash: run.hash, basis: around.basis } },
      event: "rule-change.checked",
      details: { tests: run.hash, total: run.total, passed: run.passed, problems: standing.proofs.length },
    });
  });

/** Hands a draft over to somebody else. From now on it is bound to its content, its tests and its rehearsal. */
export const submitChange = (deps: WorkshopDeps, { asking, id, revision }: Whose & { readonly revision: number }) =>
  step(deps, { asking, id, action: "submit" }, async (ground) => {
    const { change, standing } = ground;
    if (change.revision !== revision) return refused("edited-by-other");
    if (!(await testsStand(deps, ground))) return refused("not-checked");
    return done({
      move: { to: "submitted", by: asking.id, needsMinute: standing.needsMinute },
      event: "rule-change.submitted",
      details: bindings(change),
    });
  });

const bindings = ({ testsHash, rehearsalHash }: RuleChange): OpenDetails => ({
  tests: testsHash ?? "",
  rehearsal: rehearsalHash ?? "",
});

/** The second person's approval, of what was looked at and nothing else. */
export const approveChange = (deps: WorkshopDeps, { asking, id, looked }: Whose & { readonly looked: Approval }) =>
  step(deps, { asking, id, action: "approve" }, async (ground) => {
    const { change, standing } = ground;
    const isWhatWasLookedAt =
      looked.contentHash === change.contentHash &&
      looked.testsHash === change.testsHash &&
      looked.rehearsalHash === change.rehearsalHash &&
      standing.needsMinute === change.needsMinute;
    if (!isWhatWasLookedAt) return refused("not-as-submitted");
    if (!(await testsStand(deps, ground))) return refused("not-checked");
    return done({
      move: { to: "approved", by: asking.id },
      event: "rule-change.approved",
      details: { ...bindings(change), author: change.author },
    });
  });

/** Gives a change back to be worked on, with why. Approvals fall. */
export const returnChange = (deps: WorkshopDeps, { asking, id, note }: Whose & { readonly note: string }) =>
  step(deps, { asking, id, action: "return" }, ({ change }) =>
    Promise.resolve(
      done<Taken>({
        move: { to: "returned", note },
        event: "rule-change.returned",
        details: { from: change.state },
        content: { note },
      }),
    ),
  );

/** Ends a change that is not to come into force. */
export const withdrawChange = (deps: WorkshopDeps, { asking, id, note }: Whose & { readonly note: string }) =>
  step(deps, { asking, id, action: "withdraw" }, ({ change }) =>
    Promise.resolve(
      done<Taken>({
        move: { to: "withdrawn", note },
        event: "rule-change.withdrawn",
        details: { from: change.state },
        content: { note },
      }),
    ),
  );

/** Puts an approved change in force. Its rows hold from their own months; what the board adopts needs its minute. */
export const publishChange = (deps: WorkshopDeps, { asking, id, input }: Whose & { readonly input: Publication }) =>
  step(deps, { asking, id, action: "publish" }, async (ground) => {
    const { tx, change, standing } = ground;
    if (input.contentHash !== change.contentHash) return refused("not-as-submitted");
    const refusal = minuteRefusal(input.minute, standing.draft);
    if (refusal !== undefined) return refused(refusal);
    if (!(await testsStand(deps, ground))) return refused("not-checked");
    const minute = standing.needsMinute ? input.minute : undefined;
    const { hash } = await publishPack(tx, { pack: change.content, by: asking.id });
    return done({
      move: { to: "published", by: asking.id, minute },
      event: "rule.published",
      details: {
        ...bindings(change),
        pack: `${change.packId}@${change.content.version}`,
        hash,
        before: change.baseHash ?? "",
        effectiveFrom: change.effectiveFrom,
        author: change.author,
        approvedBy: change.approvedBy ?? "",
        ...(minute !== undefined && {
          minuteOn: minute.on,
          minuteParagraph: minute.paragraph.replace(/\D*(\d+)/u, "$1"),
        }),
      },
    });
  });
