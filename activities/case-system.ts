import { append } from "../audit/append.js";
import type { AuditAction } from "../contracts/codes/audit-actions.js";
import { Fault, isFault } from "../contracts/faults.js";
import type { CaseId, EvidenceId } from "../contracts/ids.js";
import type { RecordToWrite } from "../contracts/process.js";
import type { CaseSystemPortal } from "../contracts/portals.js";
import type { CaseSystemRecord } from "../contracts/readings/case-system.js";
import type { Reading } from "../contracts/readings/evidence.js";
import { saveCaseFileReading } from "../store/case-file-readings.js";
import { changeCase, lockCase } from "../store/cases.js";
import { saveEvidenceOf } from "../store/evidence.js";
import { isOpen } from "../store/linked-applications.js";
import { listMembers } from "../store/members.js";
import type { Store } from "../store/open-store.js";
import { intendWrite, markWrite, ownReferences, type OutwardWrite } from "../store/outward-writes.js";
import { theBot, theSystem } from "./actors.js";
import type { PacksInForce } from "./packs-in-force.js";
import { whileBeating } from "./heartbeat.js";
import { endingNote } from "./close/ending-note.js";
import { foundInTarget, type FoundInTarget } from "./record/found-in-target.js";
import { recordToWrite } from "./record/record-to-write.js";

/** What the case system's steps work with. */
export type CaseSystemDeps = {
  readonly store: Store;
  readonly caseSystem: CaseSystemPortal;
  readonly packsInForce: PacksInForce;
};

/** Steps on the case system's queue. */
export type CaseSystemActivities = ReturnType<typeof createCaseSystemActivities>;

export const createCaseSystemActivities = ({ store, caseSystem, packsInForce }: CaseSystemDeps) => ({
  /**
   * Reads what the case system knows before the month is assessed; nothing, where a mark of protection has been seen.
   * Safe to retry because it only reads.
   */
  readCaseFile: ({ caseId }: { readonly caseId: CaseId }): Promise<void> =>
    whileBeating(async () => {
      const { personalNumber, month, isProtected } = await store.transaction(async (tx) => {
        const { benefitMonth, protected: isProtected } = await lockCase(tx, caseId);
        if (await isOpen(tx, caseId)) {
          await changeCase(tx, caseId, { state: "gathering" });
          await append(tx, { action: "case.state-changed", caseId, actor: theSystem, details: { state: "gathering" } });
        }
        return { personalNumber: await applicantOf(tx, caseId), month: benefitMonth, isProtected };
      });
      if (isProtected) return;
      const reading = await caseSystem.readCaseFile(personalNumber, month);
      await store.transaction(async (tx) => {
        const evidence = await saveEvidenceOf(tx, caseId, reading);
        await lockCase(tx, caseId);
        const { provenance, value: answer } = reading;
        if (await isOpen(tx, caseId)) await saveCaseFileReading(tx, { caseId, provenance, answer, evidence });
        await append(tx, {
          action: "case-file.read",
          caseId,
          actor: theBot(reading.provenance),
          details: { evidence },
          content: reading.value,
        });
      });
    }),

  /**
   * Writes one record of a decision: look, write once, read back. Each of its three moments is an event of its own.
   * Safe to retry because it looks in the target first and submits only what was never submitted:
   * one match is confirmed; none and not submitted is written once; anything else is a question to a person.
   */
  writeToCaseSystem: ({
    caseId,
    kind,
    cause,
  }: RecordToWrite & { readonly caseId: CaseId }): Promise<"confirmed" | "unclear"> =>
    whileBeating(async () => {
      const write = await intend({ store, packsInForce }, { caseId, kind, cause });
      if (write.state === "confirmed") return "confirmed";
      const look = () => lookFor(write, { store, caseSystem });
      const before = await look();
      if (before.found === "confirmed") return settle(store, write, { ...before, state: "confirmed" });
      if (before.found === "ambiguous" || write.state !== "intended")
        return settle(store, write, { ...before, state: "unclear" });
      try {
        await caseSystem.write(write.record, () => submitted(store, write));
      } catch (error) {
        // Whether it was saved or not is now a matter of looking, as after a crash.
        if (!isFault(error) || error.name !== "OutcomeUnknown") throw error;
      }
      const after = await look();
      return settle(store, write, { ...after, state: after.found === "confirmed" ? "confirmed" : "unclear" });
    }),
});

type Look = { readonly found: FoundInTarget; readonly reading: Reading<readonly CaseSystemRecord[]> };

const applicantOf = async (tx: Parameters<typeof listMembers>[0], caseId: CaseId): Promise<string> => {
  const applicant = (await listMembers(tx, caseId)).find(({ role }) => role === "applicant");
  if (applicant === undefined) throw new Fault("InvariantBroken", "The case has no applicant.", { caseId });
  return applicant.identity.personalNumber;
};

const intend = (
  { store, packsInForce }: Pick<CaseSystemDeps, "store" | "packsInForce">,
  { caseId, kind, cause }: RecordToWrite & { readonly caseId: CaseId },
): Promise<OutwardWrite> =>
  store.transaction(async (tx) => {
    const record =
      "decisionId" in cause
        ? await recordToWrite(tx, { caseId, kind, packs: await packsInForce(tx), ...cause })
        : await endingNote(tx, { caseId, ...cause });
    const { write, created } = await intendWrite(tx, { caseId, cause, record });
    if (created) await log(tx, write, { action: "write.intended" });
    return write;
  });

const submitted = (store: Store, write: OutwardWrite): Promise<void> =>
  store.transaction(async (tx) => {
    await markWrite(tx, write.id, { state: "submitted" });
    await log(tx, write, { action: "write.submitted" });
  });

/** Records of our own that follow from other decisions of the month are known, and no question. */
const lookFor = async (
  write: OutwardWrite,
  { store, caseSystem }: Pick<CaseSystemDeps, "store" | "caseSystem">,
): Promise<Look> => {
  const { kind, personalNumber, month, reference } = write.record;
  const reading = await caseSystem.find(kind, personalNumber, month);
  const references = reading.value.map((record) => record.reference).filter((one) => one !== reference);
  const ours = await store.read((tx) => ownReferences(tx, references));
  const rest = reading.value.filter((record) => !ours.has(record.reference));
  return { reading, found: foundInTarget(write, rest) };
};

const settle = (
  store: Store,
  write: OutwardWrite,
  found: Look & { readonly state: "confirmed" | "unclear" },
): Promise<"confirmed" | "unclear"> =>
  store.transaction(async (tx) => {
    if (write.state === "unclear" && found.state === "unclear") return "unclear";
    const evidence = await saveEvidenceOf(tx, write.caseId, found.reading);
    await markWrite(tx, write.id, { state: found.state, evidence });
    // A question about a write is staff's to answer: until then the case stands among those that need them.
    if (found.state === "unclear")
      await changeCase(tx, write.caseId, { state: "referred", reasons: ["write-unclear"] });
    else if (write.state === "unclear") await changeCase(tx, write.caseId, { state: "delivering", reasons: [] });
    await log(tx, write, { action: `write.${found.state}`, evidence, found: found.reading.value.length });
    return found.state;
  });

const log = async (
  tx: Parameters<typeof append>[0],
  write: OutwardWrite,
  {
    action,
    evidence = [],
    found,
  }: { readonly action: AuditAction; readonly evidence?: readonly EvidenceId[]; readonly found?: number },
): Promise<void> => {
  await append(tx, {
    action,
    caseId: write.caseId,
    actor: theSystem,
    details: {
      kind: write.kind,
      reference: write.reference,
      evidence: [...evidence],
      ...(found !== undefined && { found }),
    },
  });
};
