import { Fault } from "../../contracts/faults.js";
import type { CaseSystemPortal } from "../../contracts/portals.js";
import type { CaseSystemRecord } from "../../contracts/readings/case-system.js";
import type { CapturedEvidence } from "../../contracts/readings/evidence.js";
import { createSessions, type PortalDeps } from "../core/session.js";
import type { Visit } from "../core/visit.js";
import { createFileFinder } from "./opened-file.js";
import { readFile, searchFile } from "./pages/file.page.js";
import { logIn } from "./pages/login.page.js";
import { nextList, openList, openRecord } from "./pages/records.page.js";
import { noFile, parseFile } from "./parse-file.js";
import { joinLists, parseList, parseRecord, type ListAsked } from "./parse-records.js";
import { writeRecord } from "./write.js";

/** Goes with every reading; raised whenever what this bot reads or writes, or how, changes. */
export const caseSystemBotVersion = "case-system/2";

const maxPages = 50;

const readNumbers = async (
  visit: Visit,
  asked: ListAsked,
): Promise<{ numbers: readonly string[]; evidence: CapturedEvidence[] }> => {
  const pages: ReturnType<typeof parseList>[] = [];
  const evidence: CapturedEvidence[] = [];
  for (let texts = await openList(visit, asked); ;) {
    pages.push(parseList(texts, asked));
    evidence.push(...(await visit.capture()));
    if (pages.length > maxPages)
      throw new Fault("PortalChanged", "The list of records has no end.", { pages: maxPages });
    const next = await nextList(visit);
    if (next === undefined) return { numbers: joinLists(pages), evidence };
    texts = next;
  }
};

/** The municipality's case system. Login: sign and password; the bot works as a caseworker. */
export const createCaseSystemPortal = (
  deps: PortalDeps & {
    /** How the case system prints this municipality; decisions by any other are printed with its name. */
    readonly ownMunicipality: string;
  },
): CaseSystemPortal & { close(): Promise<void> } => {
  const sessions = createSessions(deps, { name: "case-system", botVersion: caseSystemBotVersion, logIn });
  const files = createFileFinder();
  return {
    close: sessions.close,

    readCaseFile: (personalNumber) =>
      sessions.read(async (visit) => {
        const state = await searchFile(visit, personalNumber);
        const at = { personalNumber, ownMunicipality: deps.ownMunicipality };
        const value = state === "no-hits" ? noFile : parseFile(await readFile(visit.page), at);
        return { value, evidence: await visit.capture() };
      }),

    find: (kind, personalNumber, month) =>
      sessions.read(async (visit) => {
        const file = await files.find(visit, personalNumber);
        if (file === undefined) return { value: [], evidence: await visit.capture() };
        const asked = { caseNumber: file.caseNumber, kind, month };
        const { numbers, evidence } = await readNumbers(visit, asked);
        const persons = file.persons.map((person) => person.personalNumber);
        const value: CaseSystemRecord[] = [];
        for (const number of numbers) {
          value.push(
            parseRecord(await openRecord(visit, { caseNumber: file.caseNumber, number }), {
              ...asked,
              number,
              persons,
            }),
          );
          evidence.push(...(await visit.capture()));
        }
        return { value, evidence };
      }),

    write: async (record, beforeSubmit) => {
      let refusedByCaller: { readonly error: unknown } | undefined;
      try {
        return await sessions.read(async (visit) => {
          const file = await files.open(visit, record.personalNumber);
          if (file === undefined)
            throw new Fault("PersonMismatch", "The case system has no file for the person; nothing was written.");
          const evidence = await writeRecord(visit, {
            record,
            caseNumber: file.caseNumber,
            beforeSubmit: async () => {
              try {
                await beforeSubmit();
              } catch (error) {
                refusedByCaller = { error };
                throw error;
              }
            },
          });
          return { value: { accepted: true as const }, evidence };
        });
      } catch (error) {
        throw refusedByCaller === undefined ? error : refusedByCaller.error;
      }
    },
  };
};
