import { append } from "../audit/append.js";
import type { Agency } from "../contracts/agencies.js";
import { addMonths, lastDayOf, firstDayOf, type Period } from "../contracts/dates.js";
import { Fault } from "../contracts/faults.js";
import type { CaseId, MemberId } from "../contracts/ids.js";
import type { AgencyPortal, RegisterPortal } from "../contracts/portals.js";
import type { SourceResult } from "../contracts/process.js";
import type { OpenDetails } from "../contracts/audit-event.js";
import type { Reading } from "../contracts/readings/evidence.js";
import { changeCase, getCase, lockCase } from "../store/cases.js";
import { saveEvidenceOf } from "../store/evidence.js";
import { isOpen } from "../store/linked-applications.js";
import { listMembers } from "../store/members.js";
import type { Store } from "../store/open-store.js";
import { saveSourceReading } from "../store/source-readings.js";
import type { StoreTransaction } from "../store/transaction.js";
import { theBot, theSystem } from "./actors.js";
import { whileBeating } from "./heartbeat.js";

/** What the steps that ask other authorities work with. */
export type SourceDeps = { readonly store: Store; readonly agencies: AgencyPortal; readonly register: RegisterPortal };

/** Steps on the queues of the agencies and of the population register. */
export type SourceActivities = ReturnType<typeof createSourceActivities>;

type Asked = { readonly caseId: CaseId; readonly memberId: MemberId };

export const createSourceActivities = ({ store, agencies, register }: SourceDeps) => ({
  /**
   * Asks agencies about one adult for the control period, the month before the benefit month, and stores each answer.
   * Nothing is asked of a household where a mark of protection has been seen. Safe to retry because it only reads; a
   * later answer supersedes an earlier one, and both stay.
   */
  queryAgencies: ({
    caseId,
    memberId,
    agencies: asked,
  }: Asked & { readonly agencies: readonly Agency[] }): Promise<SourceResult[]> =>
    whileBeating(async () => {
      const about = await store.transaction(async (tx) => {
        if ((await getCase(tx, caseId)).protected) return undefined;
        const whom = await whomToAskAbout(tx, { caseId, memberId });
        await append(tx, {
          action: "source.asked",
          caseId,
          actor: theSystem,
          details: { memberId, sources: [...asked], ...whom.period },
        });
        return whom;
      });
      if (about === undefined) return [];
      const { personalNumber, period } = about;
      const reading = await agencies.query({ personalNumber, period, agencies: asked });
      return store.transaction(async (tx) => {
        const evidence = await saveEvidenceOf(tx, caseId, reading);
        const answers = reading.value.map(({ agency, status }) => `${agency}:${status}`);
        const results = reading.value.map(({ agency, status }) => ({ source: agency, memberId, status }));
        if (await isTooLate(tx, caseId)) {
          await logLate(tx, { caseId, reading, details: { memberId, evidence, answers } });
          return results;
        }
        for (const answer of reading.value)
          await saveSourceReading(tx, {
            caseId,
            memberId,
            source: answer.agency,
            status: answer.status,
            period,
            provenance: reading.provenance,
            evidence,
            ...(answer.status !== "unavailable" && { answer }),
          });
        if (reading.value.some((answer) => answer.status !== "unavailable" && answer.protectedMark))
          await protect(tx, caseId);
        await append(tx, {
          action: "source.answered",
          caseId,
          actor: theBot(reading.provenance),
          details: {
            memberId,
            evidence,
            answers,
          },
          content: reading.value,
        });
        return results;
      });
    }),

  /** Looks one member up in the population register. Safe to retry because it only reads. */
  lookUpRegister: ({ caseId, memberId }: Asked): Promise<SourceResult[]> =>
    whileBeating(async () => {
      const { personalNumber, period } = await store.transaction(async (tx) => {
        const about = await whomToAskAbout(tx, { caseId, memberId });
        await append(tx, {
          action: "source.asked",
          caseId,
          actor: theSystem,
          details: { memberId, sources: ["population"] },
        });
        return about;
      });
      const reading = await register.lookUp(personalNumber);
      return store.transaction(async (tx) => {
        const evidence = await saveEvidenceOf(tx, caseId, reading);
        const results = [{ source: "population" as const, memberId, status: "read" as const }];
        const answers = ["population:read"];
        if (await isTooLate(tx, caseId)) {
          await logLate(tx, { caseId, reading, details: { memberId, evidence, answers } });
          return results;
        }
        await saveSourceReading(tx, {
          caseId,
          memberId,
          source: "population",
          status: "read",
          period,
          provenance: reading.provenance,
          evidence,
          answer: reading.value,
        });
        if (reading.value.protectedMark) await protect(tx, caseId);
        await append(tx, {
          action: "source.answered",
          caseId,
          actor: theBot(reading.provenance),
          details: { memberId, evidence, answers },
          content: reading.value,
        });
        return results;
      });
    }),
});

/** Whether the case was decided or ended while the source was asked. The case is held, so that neither comes between. */
const isTooLate = async (tx: StoreTransaction, caseId: CaseId): Promise<boolean> => {
  await lockCase(tx, caseId);
  return !(await isOpen(tx, caseId));
};

/** A late answer is kept as evidence and in the log; what the decision rested on stays as it was. */
const logLate = async (
  tx: StoreTransaction,
  late: { readonly caseId: CaseId; readonly reading: Reading<unknown>; readonly details: OpenDetails },
): Promise<void> => {
  const { caseId, reading, details } = late;
  const actor = theBot(reading.provenance);
  await append(tx, { action: "source.answered-late", caseId, actor, details, content: reading.value });
};

const whomToAskAbout = async (
  tx: StoreTransaction,
  { caseId, memberId }: Asked,
): Promise<{ readonly personalNumber: string; readonly period: Period }> => {
  const member = (await listMembers(tx, caseId)).find((one) => one.memberId === memberId);
  if (member === undefined) throw new Fault("InvariantBroken", "The case has no such member.", { caseId, memberId });
  const { benefitMonth } = await getCase(tx, caseId);
  const controlMonth = addMonths(benefitMonth, -1);
  return {
    personalNumber: member.identity.personalNumber,
    period: { from: firstDayOf(controlMonth), to: lastDayOf(controlMonth) },
  };
};

/** A mark anywhere takes the case off the shared lists at once, before anything is assessed (OSL 26 kap. 1 §). */
const protect = async (tx: StoreTransaction, caseId: CaseId): Promise<void> => {
  await changeCase(tx, caseId, { protected: true });
  await append(tx, { action: "case.protected", caseId, actor: theSystem });
};
