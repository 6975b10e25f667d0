import { correctionSchema } from "../../contracts/correction.js";
import { swedishDateAt, type LocalDate } from "../../contracts/dates.js";
import { documentReadingSchema } from "../../contracts/document-reading.js";
import { Fault } from "../../contracts/faults.js";
import type { CaseId } from "../../contracts/ids.js";
import { listApplications } from "../../store/applications.js";
import { findCaseFileReading } from "../../store/case-file-readings.js";
import { getCase } from "../../store/cases.js";
import { listCommunications, type Communication } from "../../store/communications.js";
import { listCorrections } from "../../store/corrections.js";
import { listDocuments } from "../../store/documents.js";
import { hasReachedAll } from "../../store/letter-reach.js";
import { listLinkedApplications } from "../../store/linked-applications.js";
import { findManualNorm } from "../../store/manual-norms.js";
import { listMembers } from "../../store/members.js";
import { listSettled } from "../../store/settled.js";
import { listSourceReadings, type SourceReading } from "../../store/source-readings.js";
import type { StoreTransaction } from "../../store/transaction.js";
import { completed, latestDocuments } from "./completed.js";
import type { CaseMaterial, RegisterReading } from "./material.js";

/** Loads everything the store holds of a case that the rulebook may need to know. */
export const loadMaterial = async (
  tx: StoreTransaction,
  { caseId, today }: { readonly caseId: CaseId; readonly today: LocalDate },
): Promise<CaseMaterial> => {
  const { municipality, kind } = await getCase(tx, caseId);
  const applications = await listApplications(tx, caseId);
  const first = applications.find(({ linkedAs }) => linkedAs === "first");
  if (first === undefined) throw new Fault("InvariantBroken", "The case has no application.", { caseId });
  const completions = applications.filter(({ linkedAs }) => linkedAs === "completion");
  const members = (await listMembers(tx, caseId)).map(({ memberId, role, identity }) => ({
    id: memberId,
    role,
    personalNumber: identity.personalNumber,
  }));
  const readings = await listSourceReadings(tx, caseId);
  const sentWith = [first, ...completions].map(({ id }) => id);
  const documents = latestDocuments(await listDocuments(tx, caseId), sentWith).map(
    ({ declaredKind, declaredRow, reading }) => ({
      declaredKind,
      ...(declaredRow !== null && { declaredRow }),
      reading: reading === undefined ? undefined : documentReadingSchema.parse(reading),
    }),
  );
  const settled = (await listSettled(tx, caseId)).map(({ reason, factId }) => ({
    reason,
    ...(factId !== null && { factId }),
  }));
  const sent = (await listCommunications(tx, caseId)).filter(({ sentAt }) => sentAt !== null);
  const hearing = sent.filter((one) => one.kind === "communication").at(-1);
  const linked = await listLinkedApplications(tx, caseId);
  return {
    today,
    municipality,
    application: {
      ...completed(
        first.application,
        completions.map(({ application }) => application),
      ),
      kind,
    },
    members,
    caseFile: (await findCaseFileReading(tx, caseId))?.answer,
    agencyAnswers: new Map(members.map(({ id }) => [id, readings.flatMap((reading) => agencyAnswerOf(reading, id))])),
    registerAnswers: new Map(readings.flatMap(registerAnswerOf)),
    documents,
    corrections: (await listCorrections(tx, caseId)).map(({ value }) => correctionSchema.parse(value)),
    settled,
    communicated: hearing === undefined ? undefined : awaited(hearing),
    completions: await Promise.all(
      sent
        .filter((one) => one.kind === "completion")
        .map(async (one) => ({ ...awaited(one), reached: await hasReachedAll(tx, one) })),
    ),
    linkedApplications: linked.map(({ receivedAt, from }, index) => ({
      id: `s${String(index + 1)}`,
      receivedOn: swedishDateAt(receivedAt),
      from,
    })),
    manualNorm: (await findManualNorm(tx, caseId))?.norm,
  };
};

const awaited = ({ answerBy, answeredAt }: Communication): { answerBy: LocalDate; answered: boolean } => ({
  answerBy,
  answered: answeredAt !== null,
});

const agencyAnswerOf = (reading: SourceReading, memberId: string): NonNullable<SourceReading["agency"]>[] => {
  if (reading.memberId !== memberId || reading.source === "population") return [];
  if (reading.agency !== undefined) return [reading.agency];
  return [{ agency: reading.source, status: "unavailable", errorCode: "not-read" }];
};

const registerAnswerOf = (reading: SourceReading): [string, RegisterReading][] =>
  reading.source === "population" ? [[reading.memberId, reading.register ?? "unavailable"]] : [];
