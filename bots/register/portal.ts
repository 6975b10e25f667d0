import { Fault } from "../../contracts/faults.js";
import type { RegisterPortal } from "../../contracts/portals.js";
import { createSessions, type PortalDeps } from "../core/session.js";
import { readRecord } from "./pages/record.page.js";
import { openSearch, search } from "./pages/search.page.js";
import { parseRecord } from "./parse.js";

/** Goes with every reading; raised whenever what this bot reads, or how, changes. */
export const registerBotVersion = "register/1";

/** The municipality's copy of the population register. Login: user name and password, asked for by the browser. */
export const createRegisterPortal = (deps: PortalDeps): RegisterPortal & { close(): Promise<void> } => {
  const sessions = createSessions(deps, {
    name: "register",
    botVersion: registerBotVersion,
    usesBasicLogin: true,
    logIn: openSearch,
  });
  return {
    close: sessions.close,
    lookUp: (personalNumber) =>
      sessions.read(async (visit) => {
        const state = await search(visit, personalNumber);
        if (state === "no-hits")
          throw new Fault("PersonMismatch", "The register knows nobody by the number asked for.", { state });
        const value = parseRecord(await readRecord(visit.page), personalNumber);
        return { value, evidence: await visit.capture() };
      }),
  };
};
