import { correctionSchema } from "../../contracts/correction.js";
import type { LocalDate } from "../../contracts/dates.js";
import { documentReadingSchema } from "../../contracts/document-reading.js";
import { Fault } from "../../contracts/faults.js";
import type { CaseId } from "../../contracts/ids.js";
import { listApplications } from "../../store/applications.js";
import { findCaseFileReading } from "../../store/case-file-readings.js";
import { getCase } from "../../store/cases.js";
import { listCommunications } from "../../store/communications.js";
import { listCorrections } from "../../store/corrections.js";
import { listDocuments } from "../../store/documents.js";
import { listMembers } from "../../store/members.js";
import { listSettled } from "../../store/settled.js";
import { listSourceReadings, type SourceReading } from "../../store/source-readings.js";
import type { StoreTransaction } from "../../store/transaction.js";
import type { CaseMaterial, RegisterReading } from "./material.js";

/** Loads everything the store holds of a case that the rulebook may need to know. */
export const loadMaterial = async (
  tx: StoreTransaction,
  { caseId, today }: { readonly caseId: CaseId; readonly today: LocalDate },
): Promise<CaseMaterial> => {
  const { municipality } = await getCase(tx, caseId);
  const [first] = (await listApplications(tx, caseId)).filter(({ linkedAs }) => linkedAs === "first");
  if (first === undefined) throw new Fault("InvariantBroken", "The case has no application.", { caseId });
  const members = (await listMembers(tx, caseId)).map(({ memberId, role, identity }) => ({
    id: memberId,
    role,
    personalNumber: identity.personalNumber,
  }));
  const readings = await listSourceReadings(tx, caseId);
  const documents = (await listDocuments(tx, caseId)).map(({ declaredKind, declaredRow, reading }) => ({
    declaredKind,
    ...(declaredRow !== null && { declaredRow }),
    reading: reading === undefined ? undefined : documentReadingSchema.parse(reading),
  }));
  const settled = (await listSettled(tx, caseId)).map(({ reason, factId }) => ({
    reason,
    ...(factId !== null && { factId }),
  }));
  const sent = (await listCommunications(tx, caseId)).filter(({ sentAt }) => sentAt !== null).at(-1);
  return {
    today,
    municipality,
    application: first.application,
    members,
    caseFile: (await findCaseFileReading(tx, caseId))?.answer,
    agencyAnswers: new Map(members.map(({ id }) => [id, readings.flatMap((reading) => agencyAnswerOf(reading, id))])),
    registerAnswers: new Map(readings.flatMap(registerAnswerOf)),
    documents,
    corrections: (await listCorrections(tx, caseId)).map(({ value }) => correctionSchema.parse(value)),
    settled,
    communicated: sent === undefined ? undefined : { answerBy: sent.answerBy, answered: sent.answeredAt !== null },
  };
};

const agencyAnswerOf = (reading: SourceReading, memberId: string): NonNullable<SourceReading["agency"]>[] => {
  if (reading.memberId !== memberId || reading.source === "population") return [];
  if (reading.agency !== undefined) return [reading.agency];
  return [{ agency: reading.source, status: "unavailable", errorCode: "not-read" }];
};

const registerAnswerOf = (reading: SourceReading): [string, RegisterReading][] =>
  reading.source === "population" ? [[reading.memberId, reading.register ?? "unavailable"]] : [];
