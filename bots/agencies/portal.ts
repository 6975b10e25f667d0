import type { AgencyPortal } from "../../contracts/portals.js";
import { createSessions, type PortalDeps } from "../core/session.js";
import { awaitAnswers, readAnswers } from "./pages/answer.page.js";
import { logIn } from "./pages/login.page.js";
import { putQuery } from "./pages/query.page.js";
import { parseAnswers } from "./parse.js";

/** Goes with every reading; raised whenever what this bot reads, or how, changes. */
export const agenciesBotVersion = "agencies/1";

/** The composite query to the agencies. Login: user id, and the one-time code as the password. */
export const createAgenciesPortal = (deps: PortalDeps): AgencyPortal & { close(): Promise<void> } => {
  const sessions = createSessions(deps, { name: "agencies", botVersion: agenciesBotVersion, logIn });
  return {
    close: sessions.close,
    query: (query) =>
      sessions.read(async (visit) => {
        await putQuery(visit, query);
        await awaitAnswers(visit);
        const value = parseAnswers(await readAnswers(visit.page), query);
        return { value, evidence: await visit.capture() };
      }),
  };
};
