import { z } from "zod";
import { systemVersion } from "../../activities/actors.js";
import { pausePortal, resumePortal } from "../../api/portal-control.js";
import { portalView } from "../../api/views/portal-view.js";
import { portalViewSchema, type PortalView } from "../../contracts/api/portals.js";
import { portalSchema, type Portal } from "../../contracts/portal-state.js";
import type { Store } from "../../store/open-store.js";
import { listPortals } from "../../store/portals.js";

/** What an operator does about a portal's queue. */
export const portalChangeSchema = z.strictObject({ portal: portalSchema, to: z.enum(["paused", "working"]) });
export type PortalChange = z.output<typeof portalChangeSchema>;

/** The answer: how every queue stands now. */
export const portalsAnswerSchema = z.array(portalViewSchema);

/** How the queues stand, and stopping or resuming one of them as an operator at the machine. */
export type PortalInspection = {
  readonly portals: () => Promise<PortalView[]>;
  readonly changePortal: (change: PortalChange) => Promise<PortalView[]>;
};

/** Answers from an open store. */
export const inspectPortals = (store: Store): PortalInspection => {
  const actor = { kind: "system", id: "command-line", version: systemVersion } as const;
  const portals = async (): Promise<PortalView[]> => (await store.read(listPortals)).map(portalView);
  return {
    portals,
    changePortal: async ({ portal, to }: { readonly portal: Portal; readonly to: PortalChange["to"] }) => {
      await store.transaction((tx) =>
        to === "working" ? resumePortal(tx, { portal, actor }) : pausePortal(tx, { portal, actor }),
      );
      return portals();
    },
  };
};
