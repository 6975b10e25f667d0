import { Fault } from "../../contracts/faults.js";
import type { EServiceInbox } from "../../contracts/portals.js";
import type { CapturedEvidence } from "../../contracts/readings/evidence.js";
import { documentType } from "../core/document-type.js";
import { createSessions, type PortalDeps } from "../core/session.js";
import { attachmentPaths, openApplication } from "./pages/application.page.js";
import { nextInboxPage, openInbox } from "./pages/inbox.page.js";
import { logIn } from "./pages/login.page.js";
import { parseApplication } from "./parse.js";
import { joinInboxPages, parseInboxPage } from "./parse-inbox.js";

/** Goes with every reading; raised whenever what this bot reads, or how, changes. */
export const eServiceBotVersion = "e-service/1";

const maxPages = 100;

/** The e-service's staff inbox. Login: user name and password. */
export const createEServicePortal = (deps: PortalDeps): EServiceInbox & { close(): Promise<void> } => {
  const sessions = createSessions(deps, { name: "e-service", botVersion: eServiceBotVersion, logIn });
  return {
    close: sessions.close,

    listApplications: (month) =>
      sessions.read(async (visit) => {
        const pages: ReturnType<typeof parseInboxPage>[] = [];
        const evidence: CapturedEvidence[] = [];
        for (let texts = await openInbox(visit, month); ;) {
          pages.push(parseInboxPage(texts, month));
          evidence.push(...(await visit.capture()));
          if (pages.length > maxPages) throw new Fault("PortalChanged", "The inbox has no end.", { pages: maxPages });
          const next = await nextInboxPage(visit);
          if (next === undefined) break;
          texts = next;
        }
        return { value: joinInboxPages(pages), evidence };
      }),

    readApplication: (reference) =>
      sessions.read(async (visit) => {
        const value = parseApplication(await openApplication(visit, reference), reference);
        return { value, evidence: await visit.capture() };
      }),

    fetchAttachments: async (reference) => {
      const { value } = await sessions.read(async (visit) => {
        const { attachments } = parseApplication(await openApplication(visit, reference), reference);
        const paths = await attachmentPaths(visit.page);
        if (paths.length !== attachments.length)
          throw new Fault("PortalChanged", "There are more or fewer links than attachments.", { links: paths.length });
        const fetched: { name: string; kind: string; evidence: CapturedEvidence }[] = [];
        for (const [index, { name, kind }] of attachments.entries()) {
          const bytes = await visit.fetch(paths[index] ?? "");
          fetched.push({ name, kind, evidence: { kind: "document", mediaType: documentType(bytes), bytes } });
        }
        return { value: fetched, evidence: [] };
      });
      return value;
    },
  };
};
