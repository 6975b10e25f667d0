import { append } from "../audit/append.js";
import type { Actor } from "../contracts/audit-event.js";
import type { Portal } from "../contracts/portal-state.js";
import { lockPortal, putPortal } from "../store/portals.js";
import type { StoreTransaction } from "../store/transaction.js";

type Change = { readonly portal: Portal; readonly actor: Actor };

/** A person lets the robots work against a portal again. Nothing happens, and nothing is logged, where they already may. */
export const resumePortal = async (tx: StoreTransaction, { portal, actor }: Change): Promise<void> => {
  const before = await lockPortal(tx, portal);
  if (before.state === "working") return;
  await putPortal(tx, portal, { state: "working" });
  await append(tx, { action: "portal.resumed", actor, details: { portal, cause: before.cause } });
};

/** A person stops the robots' work against a portal. What has begun ends; nothing more is begun. */
export const pausePortal = async (tx: StoreTransaction, { portal, actor }: Change): Promise<void> => {
  const before = await lockPortal(tx, portal);
  if (before.state === "paused") return;
  await putPortal(tx, portal, { state: "paused", cause: "by-hand", since: tx.at });
  await append(tx, { action: "portal.paused", actor, details: { portal, cause: "by-hand" } });
};
