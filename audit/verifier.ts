import {
  auditEventSchema,
  type AuditEvent,
  type BreakageReason,
  type TreeHead,
  type Verification,
} from "../contracts/audit-event.js";
import { canonicalJson } from "../platform/canonical.js";
import { commitmentTo, type SaltedContent } from "./commitment.js";
import { emptyFrontier, grow, leafHash, rootOf, type Frontier } from "./merkle.js";

/** What is known of an event's content: opened, destroyed or kept elsewhere, lost without trace, or unreadable. */
export type ContentState = SaltedContent | "not-here" | "missing" | "unreadable";

/** One event as it was found, with the root that was stored with it. */
export type FoundEvent = {
  readonly event: unknown;
  readonly root: string;
  readonly leaf?: string;
  readonly content: (event: AuditEvent) => Promise<ContentState>;
};

/** Goes through a log event by event and stops at the first that does not hold. */
export type Verifier = {
  /** Returns false where the log is broken: there is no use in going on. */
  readonly take: (found: FoundEvent) => Promise<boolean>;
  /** Ends with what the log itself says of its size and root; without it, the log has no end. */
  readonly finish: (head: TreeHead | undefined) => Verification;
  /** Marks the next event as broken. */
  readonly fail: (reason: BreakageReason) => void;
};

/** Starts a verification. `checkpoint` is a head that was kept outside: the log must have had it at that size. */
export const startVerifier = ({ checkpoint }: { readonly checkpoint?: TreeHead } = {}): Verifier => {
  let tree: Frontier = emptyFrontier;
  let broken: Verification["firstBroken"];

  const fail = (reason: BreakageReason): void => {
    broken ??= { seq: tree.size + 1, reason };
  };

  const take = async (found: FoundEvent): Promise<boolean> => {
    const checked = await check(tree, found);
    if ("reason" in checked) fail(checked.reason);
    else {
      tree = checked.tree;
      if (tree.size === checkpoint?.size && hex(tree) !== checkpoint.root)
        broken ??= { seq: tree.size, reason: "wrong-checkpoint" };
    }
    return broken === undefined;
  };

  const finish = (head: TreeHead | undefined): Verification => {
    if (head === undefined) fail("no-closing-line");
    else if (head.size !== tree.size) fail("wrong-size");
    else if (head.root !== hex(tree)) broken ??= { seq: tree.size, reason: "wrong-root" };
    if (checkpoint !== undefined && checkpoint.size > tree.size) fail("wrong-checkpoint");
    const result = { ok: broken === undefined, events: tree.size, head: hex(tree) };
    return broken === undefined ? result : { ...result, firstBroken: broken };
  };

  return { take, finish, fail };
};

const hex = (tree: Frontier): string => rootOf(tree).toString("hex");

const check = async (
  tree: Frontier,
  found: FoundEvent,
): Promise<{ readonly tree: Frontier } | { readonly reason: BreakageReason }> => {
  const parsed = auditEventSchema.safeParse(found.event);
  if (!parsed.success) return { reason: "not-an-event" };
  const event = parsed.data;
  if (event.seq !== tree.size + 1) return { reason: "wrong-number" };
  const leaf = leafHash(canonicalJson(event));
  const grown = grow(tree, leaf);
  if (found.leaf !== undefined && found.leaf !== leaf.toString("hex")) return { reason: "wrong-leaf" };
  if (found.root !== hex(grown)) return { reason: "wrong-leaf" };
  const reason = contentBreakage(event, await found.content(event));
  return reason === undefined ? { tree: grown } : { reason };
};

const contentBreakage = (event: AuditEvent, content: ContentState): BreakageReason | undefined => {
  if (content === "not-here") return undefined;
  if (content === "missing") return event.commitment === undefined ? undefined : "content-missing";
  if (content === "unreadable") return "unreadable-content";
  return commitmentTo(content) === event.commitment ? undefined : "wrong-commitment";
};
