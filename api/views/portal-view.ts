import type { PortalView } from "../../contracts/api/portals.js";
import { portals, standstillCauses, type PortalStanding } from "../../contracts/portal-state.js";

/** A portal's queue in words. */
export const portalView = (standing: PortalStanding): PortalView => {
  const { portal, state } = standing;
  const { title } = portals[portal];
  if (standing.state === "working") return { portal, title, state, cause: null, since: null, until: null };
  return {
    portal,
    title,
    state,
    cause: { code: standing.cause, ...standstillCauses[standing.cause] },
    since: standing.since,
    until: standing.state === "resting" ? standing.until : null,
  };
};
