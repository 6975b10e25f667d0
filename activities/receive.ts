import { append } from "../audit/append.js";
import type { Source } from "../contracts/codes/sources.js";
import { addMonths, firstDayOf, lastDayOf, type Month } from "../contracts/dates.js";
import type { CaseId, MemberId } from "../contracts/ids.js";
import type { SourceResult } from "../contracts/process.js";
import { saveCaseFileReading } from "../store/case-file-readings.js";
import { lockCase } from "../store/cases.js";
import { isOpen } from "../store/linked-applications.js";
import { listMembers } from "../store/members.js";
import type { Store } from "../store/open-store.js";
import { saveSourceReading } from "../store/source-readings.js";
import { noteUnreadApplication } from "../store/unread-applications.js";
import { systemVersion, theSystem } from "./actors.js";

type Unread = { readonly caseId: CaseId; readonly fault: string };

export const createReceivingActivities = ({ store }: { readonly store: Store }) => ({
  /** Whom the case concerns, as ids that mean nothing outside it. Safe to retry because it only reads. */
  receiveCase: ({ caseId }: { readonly caseId: CaseId }): Promise<{ adults: MemberId[]; members: MemberId[] }> =>
    store.read(async (tx) => {
      const members = await listMembers(tx, caseId);
      const adults = members.filter(({ role }) => role === "applicant" || role === "co-applicant");
      return { adults: adults.map(({ memberId }) => memberId), members: members.map(({ memberId }) => memberId) };
    }),

  /**
   * Records that sources could not be read, with the fault's name. Never the same as "nothing registered".
   * Safe to retry because the latest record supersedes the earlier.
   */
  recordUnavailable: ({
    caseId,
    memberId,
    sources,
    fault,
  }: Unread & { readonly memberId: MemberId; readonly sources: readonly Source[] }): Promise<SourceResult[]> =>
    store.transaction(async (tx) => {
      const controlMonth = addMonths((await lockCase(tx, caseId)).benefitMonth, -1);
      // What a decision rested on stays as it was, also where a source fails after it.
      const open = await isOpen(tx, caseId);
      for (const source of open ? sources : [])
        await saveSourceReading(tx, {
          caseId,
          memberId,
          source,
          status: "unavailable",
          period: { from: firstDayOf(controlMonth), to: lastDayOf(controlMonth) },
          provenance: { botVersion: systemVersion, readAt: tx.at },
          evidence: [],
        });
      await append(tx, {
        action: "source.unavailable",
        caseId,
        actor: theSystem,
        details: { memberId, sources: [...sources], fault },
      });
      return sources.map((source) => ({ source, memberId, status: "unavailable" as const }));
    }),

  /**
   * Records that an application could not be read, with the fault's name, so that a person sees that it is there.
   * Safe to retry because the store knows the reference: it is recorded once.
   */
  recordUnreadApplication: (unread: {
    readonly reference: string;
    readonly month: Month;
    readonly fault: string;
  }): Promise<void> =>
    store.transaction(async (tx) => {
      if (!(await noteUnreadApplication(tx, unread))) return;
      const { reference, fault } = unread;
      await append(tx, { action: "application.unread", actor: theSystem, details: { reference, fault } });
    }),

  /** Records that the case file could not be read. Safe to retry because the latest record supersedes the earlier. */
  recordUnreadCaseFile: ({ caseId, fault }: Unread): Promise<void> =>
    store.transaction(async (tx) => {
      await lockCase(tx, caseId);
      const provenance = { botVersion: systemVersion, readAt: tx.at };
      if (await isOpen(tx, caseId)) await saveCaseFileReading(tx, { caseId, provenance, evidence: [] });
      await append(tx, {
        action: "source.unavailable",
        caseId,
        actor: theSystem,
        details: { sources: ["case-system"], fault },
      });
    }),
});
