import type { Instant } from "../contracts/dates.js";
import {
  portalSchema,
  portalStateSchema,
  type Portal,
  type PortalStanding,
  type PortalState,
} from "../contracts/portal-state.js";
import type { StoreTransaction } from "./transaction.js";

/** How every portal's queue stands, in the order of the list of portals. */
export const listPortals = async (tx: StoreTransaction): Promise<readonly PortalStanding[]> => {
  const rows = await tx.db.selectFrom("portal").selectAll().execute();
  return portalSchema.options.map((portal) => {
    const row = rows.find((one) => one.portal === portal);
    if (row === undefined || row.state === "working") return { portal, state: "working" };
    const { state, cause, since, restsUntil } = row;
    return {
      portal,
      ...portalStateSchema.parse({ state, cause, since, ...(restsUntil !== null && { until: restsUntil }) }),
    };
  });
};

/** How one portal's queue stands, held until the transaction ends so that two changes cannot cross. */
export const lockPortal = async (tx: StoreTransaction, portal: Portal): Promise<PortalState> => {
  await tx.db
    .insertInto("portal")
    .values({ portal, state: "working", cause: null, since: tx.at, restsUntil: null })
    .onConflict((conflict) => conflict.column("portal").doNothing())
    .execute();
  const { state, cause, since, restsUntil } = await tx.db
    .selectFrom("portal")
    .selectAll()
    .where("portal", "=", portal)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (state === "working") return { state };
  return portalStateSchema.parse({ state, cause, since, ...(restsUntil !== null && { until: restsUntil }) });
};

/** Stores how a portal's queue stands. The event is the caller's. */
export const putPortal = async (tx: StoreTransaction, portal: Portal, state: PortalState): Promise<void> => {
  await tx.db
    .updateTable("portal")
    .set({
      state: state.state,
      cause: state.state === "working" ? null : state.cause,
      since: state.state === "working" ? tx.at : state.since,
      restsUntil: state.state === "resting" ? state.until : null,
    })
    .where("portal", "=", portal)
    .execute();
};

/**
 * Takes or renews the right to use the accounts of some portals until `expiresAt`, and answers with those that `holder`
 * now has. What another process holds is left to it until its time has run out, unless `alone` says that there is none.
 */
export const leasePortals = async (
  tx: StoreTransaction,
  {
    portals,
    holder,
    expiresAt,
    alone,
  }: {
    readonly portals: readonly Portal[];
    readonly holder: string;
    readonly expiresAt: Instant;
    readonly alone: boolean;
  },
): Promise<readonly Portal[]> => {
  const held: Portal[] = [];
  for (const portal of portals) {
    const taken = await tx.db
      .insertInto("portalLease")
      .values({ portal, holder, expiresAt })
      .onConflict((conflict) =>
        conflict
          .column("portal")
          .doUpdateSet({ holder, expiresAt })
          .where((is) =>
            is.or([is("portalLease.holder", "=", holder), is("portalLease.expiresAt", "<=", tx.at), is.lit(alone)]),
          ),
      )
      .returning("portal")
      .executeTakeFirst();
    if (taken !== undefined) held.push(portal);
  }
  return held;
};

/** Gives back what a process held, so that the next need not wait. */
export const releasePortals = async (tx: StoreTransaction, holder: string): Promise<void> => {
  await tx.db.deleteFrom("portalLease").where("holder", "=", holder).execute();
};
