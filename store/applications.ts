import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { LocalDate } from "../contracts/dates.js";
import { caseIdSchema, type CaseId } from "../contracts/ids.js";
import { applicationSchema, type Application } from "../contracts/readings/application.js";
import { canonicalJson } from "../platform/canonical.js";
import { addMembers, personKey } from "./members.js";
import type { LinkedAs } from "./schema.js";
import { openJson, sealJson } from "./sealed.js";
import { createCaseKey, type StoreTransaction } from "./transaction.js";

/** The same content sent again within this time is a technical double submission. */
const doubleSubmissionMs = 60_000;

/** What became of an application that came in. */
export type ReceivedApplication = {
  readonly caseId: CaseId;
  readonly applicationId: string;
  readonly linkedAs: LinkedAs;
  /** True where the reference was already stored: nothing was written, and nothing needs to be logged. */
  readonly known: boolean;
  /** Other cases of the month that one of the adults is already part of. More than one household: a person's matter. */
  readonly alsoMatches: readonly CaseId[];
};

/**
 * Stores an application and finds or creates its case: one for each household, month and municipality. A second
 * application for the month is linked to the case, never dropped, also when the partner sends it. Safe to call again.
 */
export const receiveApplication = async (
  tx: StoreTransaction,
  received: { readonly application: Application; readonly municipality: string; readonly answerDue?: LocalDate },
): Promise<ReceivedApplication> => {
  const { application, municipality } = received;
  // Two applications of one household that come in at once must meet: intake of a month is one at a time.
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${municipality} ${application.month}`}, 0))`.execute(
    tx.db,
  );
  const stored = await findByReference(tx, application.reference);
  if (stored !== undefined) return { ...stored, known: true, alsoMatches: [] };

  const [matched, ...alsoMatches] = await matchingCases(tx, received);
  const caseId = matched ?? (await createCase(tx, received));
  const contentHash = hashOf(tx, application);
  const linkedAs = matched === undefined ? "first" : await linkTo(tx, { caseId, contentHash, application });
  const applicationId = randomUUID();
  const cipher = await tx.cipherFor(caseId);
  await tx.db
    .insertInto("application")
    .values({
      id: applicationId,
      caseId,
      reference: application.reference,
      receivedAt: application.receivedAt,
      content: sealJson(cipher, `application.content:${applicationId}`, application),
      contentHash,
      linkedAs,
    })
    .execute();
  if (matched === undefined) await addMembers(tx, caseId, application.persons);
  return { caseId, applicationId, linkedAs, known: false, alsoMatches };
};

/** The applications of a case, the first received first. */
export const listApplications = async (
  tx: StoreTransaction,
  caseId: CaseId,
): Promise<{ id: string; linkedAs: LinkedAs; application: Application }[]> => {
  const cipher = await tx.cipherFor(caseId);
  const rows = await tx.db
    .selectFrom("application")
    .select(["id", "linkedAs", "content"])
    .where("caseId", "=", caseId)
    .orderBy("receivedAt")
    .orderBy("id")
    .execute();
  return rows.map(({ id, linkedAs, content }) => ({
    id,
    linkedAs,
    application: openJson({ cipher, place: `application.content:${id}`, schema: applicationSchema }, content),
  }));
};

const findByReference = (tx: StoreTransaction, reference: string) =>
  tx.db
    .selectFrom("application")
    .select(["id as applicationId", "caseId", "linkedAs"])
    .where("reference", "=", reference)
    .executeTakeFirst();

const adultsOf = (application: Application): string[] =>
  application.persons
    .filter(({ role }) => role === "applicant" || role === "co-applicant")
    .map(({ personalNumber }) => personalNumber)
    .sort();

/** Cases of the month that an adult of the application belongs to; the applicant's own first, then the oldest. */
const matchingCases = async (
  tx: StoreTransaction,
  { application, municipality }: { readonly application: Application; readonly municipality: string },
): Promise<CaseId[]> => {
  const applicant = application.persons.find(({ role }) => role === "applicant");
  const applicantKey = applicant === undefined ? "" : personKey(tx.keys, applicant.personalNumber);
  const rows = await tx.db
    .selectFrom("member")
    .innerJoin("cases", "cases.id", "member.caseId")
    .select(["cases.id", "cases.receivedAt", "member.personKey"])
    .where("cases.municipality", "=", municipality)
    .where("cases.benefitMonth", "=", application.month)
    .where("member.role", "in", ["applicant", "co-applicant"])
    .where(
      "member.personKey",
      "in",
      adultsOf(application).map((number) => personKey(tx.keys, number)),
    )
    .execute();
  const rank = (row: (typeof rows)[number]): string =>
    `${row.personKey === applicantKey ? "0" : "1"} ${row.receivedAt}`;
  const ordered = rows.toSorted((left, right) => (rank(left) < rank(right) ? -1 : 1));
  return [...new Set(ordered.map(({ id }) => id))];
};

/** Keyed, so that the stored value says nothing of the content without the key. */
const hashOf = (tx: StoreTransaction, application: Application): string => {
  const content = { ...application, reference: "", receivedAt: "" };
  return tx.keys.lookup("application", canonicalJson(content));
};

const linkTo = async (
  tx: StoreTransaction,
  linked: { readonly caseId: CaseId; readonly contentHash: string; readonly application: Application },
): Promise<LinkedAs> => {
  const twins = await tx.db
    .selectFrom("application")
    .select("receivedAt")
    .where("caseId", "=", linked.caseId)
    .where("contentHash", "=", linked.contentHash)
    .execute();
  const receivedMs = Date.parse(linked.application.receivedAt);
  const isDouble = twins.some(({ receivedAt }) => Math.abs(Date.parse(receivedAt) - receivedMs) <= doubleSubmissionMs);
  return isDouble ? "duplicate" : "second";
};

const createCase = async (
  tx: StoreTransaction,
  received: { readonly application: Application; readonly municipality: string; readonly answerDue?: LocalDate },
): Promise<CaseId> => {
  const { application, municipality } = received;
  const id = caseIdSchema.parse(randomUUID());
  const adults = adultsOf(application);
  await tx.db
    .insertInto("cases")
    .values({
      id,
      number: await nextNumber(tx, received),
      municipality,
      householdKey: tx.keys.lookup("household", adults.join(",")),
      benefitMonth: application.month,
      kind: application.kind,
      state: "received",
      version: 1,
      assignedTo: null,
      receivedAt: application.receivedAt,
      answerDue: received.answerDue ?? null,
      protected: false,
      outcome: null,
      reasons: [],
      amountOre: null,
      previousAmountOre: null,
      adults: adults.length,
      children: application.persons.length - adults.length,
      waitingSince: null,
      updatedAt: tx.at,
      supplementTo: null,
      endedAs: null,
    })
    .execute();
  await createCaseKey(tx, id);
  return id;
};

/** `2511-0001`: the benefit month and a number within it. Cases are never deleted, and intake is one at a time. */
const nextNumber = async (
  tx: StoreTransaction,
  { application, municipality }: { readonly application: Application; readonly municipality: string },
): Promise<string> => {
  const { count } = await tx.db
    .selectFrom("cases")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("municipality", "=", municipality)
    .where("benefitMonth", "=", application.month)
    .executeTakeFirstOrThrow();
  return `${application.month.slice(2, 4)}${application.month.slice(5, 7)}-${String(count + 1).padStart(4, "0")}`;
};
