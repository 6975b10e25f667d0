import type { CaseId, MemberId } from "../contracts/ids.js";
import type { Application } from "../contracts/readings/application.js";
import { personSchema, type Person, type PersonalNumber } from "../contracts/readings/person.js";
import type { Keys } from "../platform/keys.js";
import type { MemberRole } from "./schema.js";
import { openJson, sealJson } from "./sealed.js";
import type { StoreTransaction } from "./transaction.js";

/** A member of a case's household with who it is. Personal data. */
export type Member = { readonly memberId: MemberId; readonly role: MemberRole; readonly identity: Person };

/** The keyed hash by which a person is found again. */
export const personKey = (keys: Keys, personalNumber: PersonalNumber): string => keys.lookup("person", personalNumber);

/** Adds the household of a new case: `a` the applicant, `b` the co-applicant, `c1` … children, `v1` … visiting children. */
export const addMembers = async (
  tx: StoreTransaction,
  caseId: CaseId,
  persons: Application["persons"],
): Promise<void> => {
  const cipher = await tx.cipherFor(caseId);
  const counts = new Map<MemberRole, number>();
  for (const { role, personalNumber, givenName, familyName } of persons) {
    const count = (counts.get(role) ?? 0) + 1;
    counts.set(role, count);
    const memberId = memberIdOf(role, count);
    await tx.db
      .insertInto("member")
      .values({
        caseId,
        memberId,
        role,
        personKey: personKey(tx.keys, personalNumber),
        identity: sealJson(cipher, `member.identity:${caseId}/${memberId}`, { personalNumber, givenName, familyName }),
      })
      .execute();
  }
};

const memberIdOf = (role: MemberRole, count: number): MemberId => {
  switch (role) {
    case "applicant":
      return count === 1 ? "a" : `a${String(count)}`;
    case "co-applicant":
      return count === 1 ? "b" : `b${String(count)}`;
    case "child":
      return `c${String(count)}`;
    case "visiting-child":
      return `v${String(count)}`;
  }
};

/** `a` before `b` before `c2` before `c10`: by letter, then by number. */
const byLetterAndNumber = (one: { readonly memberId: string }, other: { readonly memberId: string }): number =>
  one.memberId.localeCompare(other.memberId, "en", { numeric: true });

/** The household of a case, adults first. */
export const listMembers = async (tx: StoreTransaction, caseId: CaseId): Promise<Member[]> => {
  const cipher = await tx.cipherFor(caseId);
  const rows = await tx.db.selectFrom("member").selectAll().where("caseId", "=", caseId).execute();
  return rows.toSorted(byLetterAndNumber).map(({ memberId, role, identity }) => ({
    memberId,
    role,
    identity: openJson({ cipher, place: `member.identity:${caseId}/${memberId}`, schema: personSchema }, identity),
  }));
};

/** Cases that a person is part of, the newest month first. */
export const findCasesOfPerson = async (tx: StoreTransaction, personalNumber: PersonalNumber): Promise<CaseId[]> => {
  const rows = await tx.db
    .selectFrom("member")
    .innerJoin("cases", "cases.id", "member.caseId")
    .select("cases.id")
    .where("member.personKey", "=", personKey(tx.keys, personalNumber))
    .orderBy("cases.benefitMonth", "desc")
    .execute();
  return rows.map(({ id }) => id);
};
