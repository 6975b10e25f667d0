import type { CaseId, MemberId } from "../contracts/ids.js";
import { personSchema, type Person, type PersonalNumber } from "../contracts/readings/person.js";
import { personKey } from "./members.js";
import type { CaseRow } from "./schema.js";
import { openJson } from "./sealed.js";
import type { StoreTransaction } from "./transaction.js";

/** Where to look: a municipality's cases, with or without those of protected identity. */
export type SearchScope = { readonly municipality: string; readonly includeProtected: boolean };

/** A case that was found, and the person it was found by; the applicant where it was found by its number. */
export type FoundPerson = { readonly row: CaseRow; readonly person: Person | undefined };

const casesIn = (tx: StoreTransaction, { municipality, includeProtected }: SearchScope) => {
  const query = tx.db.selectFrom("cases").selectAll("cases").where("cases.municipality", "=", municipality);
  return includeProtected ? query : query.where("cases.protected", "=", false);
};

const identityOf = async (
  tx: StoreTransaction,
  { caseId, memberId, identity }: { readonly caseId: CaseId; readonly memberId: MemberId; readonly identity: Buffer },
): Promise<Person | undefined> => {
  // What has been erased is not found: its key is gone.
  const cipher = await tx.findCipher(caseId);
  return cipher === undefined
    ? undefined
    : openJson({ cipher, place: `member.identity:${caseId}/${memberId}`, schema: personSchema }, identity);
};

const applicantOf = async (tx: StoreTransaction, caseId: CaseId): Promise<Person | undefined> => {
  const member = await tx.db
    .selectFrom("member")
    .select(["caseId", "memberId", "identity"])
    .where("caseId", "=", caseId)
    .where("role", "=", "applicant")
    .executeTakeFirst();
  return member === undefined ? undefined : identityOf(tx, member);
};

/** Cases whose number is exactly this. */
export const findByCaseNumber = async (
  tx: StoreTransaction,
  number: string,
  scope: SearchScope,
): Promise<FoundPerson[]> => {
  const rows = await casesIn(tx, scope).where("cases.number", "=", number).execute();
  const found: FoundPerson[] = [];
  for (const row of rows) found.push({ row, person: await applicantOf(tx, row.id) });
  return found;
};

const membersIn = (tx: StoreTransaction, scope: SearchScope) =>
  casesIn(tx, scope)
    .innerJoin("member", "member.caseId", "cases.id")
    .select(["member.memberId", "member.identity"])
    .orderBy("cases.benefitMonth", "desc")
    .orderBy("cases.number")
    .orderBy("member.memberId");

/** Cases that the person with this number is part of, the newest month first. Found by a keyed hash. */
export const findByPersonalNumber = async (
  tx: StoreTransaction,
  personalNumber: PersonalNumber,
  scope: SearchScope,
): Promise<FoundPerson[]> => {
  const rows = await membersIn(tx, scope).where("member.personKey", "=", personKey(tx.keys, personalNumber)).execute();
  const found: FoundPerson[] = [];
  for (const { memberId, identity, ...row } of rows)
    found.push({ row, person: await identityOf(tx, { caseId: row.id, memberId, identity }) });
  return found;
};

/** A name as it is compared: without case, accents kept, since å, ä and ö are letters of their own. */
const folded = (text: string): string => text.normalize("NFC").toLocaleLowerCase("sv");

/** Whether every word that was asked for begins a word of the name. */
const fits = ({ givenName, familyName }: Person, words: readonly string[]): boolean => {
  const names = folded(`${givenName} ${familyName}`).split(/[\s-]+/);
  return words.every((word) => names.some((name) => name.startsWith(word)));
};

/**
 * Cases with a person whose name begins with the words, the newest month first, at most `limit`. Names are sealed, so
 * they are opened one by one; nothing of a name is kept where it could be read without the case's key.
 */
export const findByName = async (
  tx: StoreTransaction,
  name: string,
  { limit, ...scope }: SearchScope & { readonly limit: number },
): Promise<FoundPerson[]> => {
  const words = folded(name)
    .split(/[\s,-]+/)
    .filter((word) => word !== "");
  const rows = await membersIn(tx, scope).execute();
  const found = new Map<CaseId, FoundPerson>();
  for (const { memberId, identity, ...row } of rows) {
    if (found.has(row.id)) continue;
    const person = await identityOf(tx, { caseId: row.id, memberId, identity });
    if (person !== undefined && fits(person, words)) found.set(row.id, { row, person });
    if (found.size >= limit) break;
  }
  return [...found.values()];
};
