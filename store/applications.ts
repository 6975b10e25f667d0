import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { LocalDate } from "../contracts/dates.js";
import { caseIdSchema, type CaseId } from "../contracts/ids.js";
import { applicationSchema, type Application } from "../contracts/readings/application.js";
import { canonicalJson } from "../platform/canonical.js";
import { lockCase } from "./cases.js";
import { addMembers, personKey } from "./members.js";
import type { CaseRow, LinkedAs } from "./schema.js";
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
  /** The decided case of the month, where this application became a case beside it. */
  readonly supplementTo?: CaseId;
};

type Received = { readonly application: Application; readonly municipality: string; readonly answerDue?: LocalDate };

/**
 * Stores an application and finds or creates its case. A household has one open case for a month and municipality: a
 * second application is linked to it, never dropped, also when the partner sends it. Where the month is decided, it is
 * a case of its own beside the decided one, which is never recomputed. Safe to call again.
 */
export const receiveApplication = async (tx: StoreTransaction, received: Received): Promise<ReceivedApplication> => {
  const { application, municipality } = received;
  // Two applications of one household that come in at once must meet: intake of a month is one at a time.
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${municipality} ${application.month}`}, 0))`.execute(
    tx.db,
  );
  const stored = await findApplication(tx, application.reference);
  if (stored !== undefined) return { ...stored, known: true, alsoMatches: [] };

  const contentHash = hashOf(tx, application);
  // Nobody decides or ends them from here on, and what was decided or ended until now is seen by the second look.
  for (const { id } of await matchingCases(tx, received)) await lockCase(tx, id);
  const [matched, ...others] = await matchingCases(tx, received);
  const linkedTo = matched === undefined ? undefined : await linkTo(tx, { matched, contentHash, application });
  const supplementTo = matched !== undefined && linkedTo === undefined ? matched.id : undefined;
  const linkedAs = linkedTo ?? "first";
  const isNew = linkedTo === undefined || matched === undefined;
  const caseId = isNew ? await createCase(tx, { ...received, supplementTo }) : matched.id;
  const applicationId = randomUUID();
  await tx.db
    .insertInto("application")
    .values({
      id: applicationId,
      caseId,
      reference: application.reference,
      receivedAt: application.receivedAt,
      content: sealJson(await tx.cipherFor(caseId), `application.content:${applicationId}`, application),
      contentHash,
      linkedAs,
      takenIn: linkedAs === "duplicate",
    })
    .execute();
  const alsoMatches = linkedAs === "duplicate" ? [] : others.filter(({ decided }) => !decided).map(({ id }) => id);
  for (const other of alsoMatches)
    await tx.db.insertInto("applicationMatch").values({ applicationId, caseId: other, takenIn: false }).execute();
  if (isNew) await addMembers(tx, caseId, application.persons);
  return {
    caseId,
    applicationId,
    linkedAs,
    known: false,
    alsoMatches,
    ...(supplementTo !== undefined && { supplementTo }),
  };
};

/** An application by the e-service's reference, or undefined where it has not been received. */
export const findApplication = (
  tx: StoreTransaction,
  reference: string,
): Promise<{ applicationId: string; caseId: CaseId; linkedAs: LinkedAs } | undefined> =>
  tx.db
    .selectFrom("application")
    .select(["id as applicationId", "caseId", "linkedAs"])
    .where("reference", "=", reference)
    .executeTakeFirst();

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

const adultsOf = (application: Application): string[] =>
  application.persons
    .filter(({ role }) => role === "applicant" || role === "co-applicant")
    .map(({ personalNumber }) => personalNumber)
    .sort();

type Matched = { readonly id: CaseId; readonly decided: boolean };

/**
 * Cases of the month that an adult of the application belongs to: the applicant's own first, undecided before decided,
 * then the oldest. A case that ended without a decision is no longer anybody's case of the month.
 */
const matchingCases = async (tx: StoreTransaction, { application, municipality }: Received): Promise<Matched[]> => {
  const applicant = application.persons.find(({ role }) => role === "applicant");
  const applicantKey = applicant === undefined ? "" : personKey(tx.keys, applicant.personalNumber);
  const rows = await tx.db
    .selectFrom("member")
    .innerJoin("cases", "cases.id", "member.caseId")
    .leftJoin("decision", (join) =>
      join.onRef("decision.caseId", "=", "cases.id").on("decision.supplement", "=", false),
    )
    .select(["cases.id", "cases.receivedAt", "member.personKey", "decision.id as decisionId"])
    .where("cases.municipality", "=", municipality)
    .where("cases.benefitMonth", "=", application.month)
    .where("cases.endedAs", "is", null)
    .where("member.role", "in", ["applicant", "co-applicant"])
    .where(
      "member.personKey",
      "in",
      adultsOf(application).map((number) => personKey(tx.keys, number)),
    )
    .execute();
  const rank = (row: (typeof rows)[number]): string =>
    `${row.personKey === applicantKey ? "0" : "1"} ${row.decisionId === null ? "0" : "1"} ${row.receivedAt}`;
  const ordered = rows.toSorted((left, right) => (rank(left) < rank(right) ? -1 : 1));
  const byId = new Map(ordered.toReversed().map(({ id, decisionId }) => [id, { id, decided: decisionId !== null }]));
  return [...byId.values()].toReversed();
};

/** Keyed, so that the stored value says nothing of the content without the key. */
const hashOf = (tx: StoreTransaction, application: Application): string => {
  const content = { ...application, reference: "", receivedAt: "" };
  return tx.keys.lookup("application", canonicalJson(content));
};

/** How an application belongs to a case of its household; undefined where the case is decided and it is one of its own. */
const linkTo = async (
  tx: StoreTransaction,
  linked: { readonly matched: Matched; readonly contentHash: string; readonly application: Application },
): Promise<Exclude<LinkedAs, "first"> | undefined> => {
  const twins = await tx.db
    .selectFrom("application")
    .select("receivedAt")
    .where("caseId", "=", linked.matched.id)
    .where("contentHash", "=", linked.contentHash)
    .execute();
  const receivedMs = Date.parse(linked.application.receivedAt);
  const isDouble = twins.some(({ receivedAt }) => Math.abs(Date.parse(receivedAt) - receivedMs) <= doubleSubmissionMs);
  if (isDouble) return "duplicate";
  if (linked.matched.decided) return undefined;
  return linked.application.kind === "completion" ? "completion" : "second";
};

/** What a new case is about. A completion that completes nothing we know of is read as a first application: by a person. */
const kindOf = (kind: Application["kind"], isSupplement: boolean): CaseRow["kind"] => {
  if (isSupplement) return "supplement";
  return kind === "completion" ? "first" : kind;
};

const createCase = async (
  tx: StoreTransaction,
  received: Received & { readonly supplementTo: CaseId | undefined },
): Promise<CaseId> => {
  const { application, municipality, supplementTo } = received;
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
      kind: kindOf(application.kind, supplementTo !== undefined),
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
      supplementTo: supplementTo ?? null,
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
