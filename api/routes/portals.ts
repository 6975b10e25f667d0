import { z } from "zod";
import { portalControllers, portalParamsSchema, portalsViewSchema } from "../../contracts/api/portals.js";
import { roleSchema } from "../../contracts/codes/roles.js";
import { listPortals } from "../../store/portals.js";
import type { App } from "../app.js";
import type { ApiDeps } from "../deps.js";
import { actorOf, onlyFor, personOf } from "../identity/person.js";
import { pausePortal, resumePortal } from "../portal-control.js";
import { portalView } from "../views/portal-view.js";

/** How the robots' work against each outside system stands, for everyone; stopping and resuming it, for some. */
export const registerPortals = (app: App, { store }: Pick<ApiDeps, "store">): void => {
  const view = async () => ({ portals: (await store.read(listPortals)).map(portalView) });

  app.get(
    "/api/portals",
    { preHandler: onlyFor(store, roleSchema.options), schema: { response: { 200: portalsViewSchema } } },
    view,
  );

  for (const [command, change] of [
    ["resumption", resumePortal],
    ["pause", pausePortal],
  ] as const)
    app.post(
      `/api/portals/:portal/${command}`,
      {
        preHandler: onlyFor(store, portalControllers),
        schema: { params: portalParamsSchema, body: z.strictObject({}), response: { 200: portalsViewSchema } },
      },
      async (request) => {
        const actor = actorOf(personOf(request), portalControllers);
        await store.transaction((tx) => change(tx, { portal: request.params.portal, actor }));
        return view();
      },
    );
};
