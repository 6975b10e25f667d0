import type { Selectable } from "kysely";
import { Fault } from "../contracts/faults.js";
import { packSchema, type RulePack } from "../contracts/rule-pack.js";
import { canonicalJson, sha256Hex } from "../platform/canonical.js";
import type { Schema } from "./schema.js";
import type { StoreTransaction } from "./transaction.js";

/** A version of a rule pack that was published here, without its content. */
export type PublishedPack = Omit<Selectable<Schema["rulePackVersion"]>, "content">;

const head = ["seq", "packId", "version", "hash", "publishedBy", "publishedAt"] as const;

/** Publishes a version of a pack: from now on it is the one of its id in force. The event is the caller's. */
export const publishPack = async (
  tx: StoreTransaction,
  { pack, by }: { readonly pack: RulePack; readonly by: string },
): Promise<PublishedPack> => {
  const content = canonicalJson(pack);
  return tx.db
    .insertInto("rulePackVersion")
    .values({
      packId: pack.id,
      version: pack.version,
      hash: sha256Hex(content),
      content,
      publishedBy: by,
      publishedAt: tx.at,
    })
    .returning(head)
    .executeTakeFirstOrThrow();
};

/** Every version that was published, the first one first. */
export const listPublishedPacks = (tx: StoreTransaction): Promise<PublishedPack[]> =>
  tx.db.selectFrom("rulePackVersion").select(head).orderBy("seq").execute();

/**
 * A published version by its hash.
 *
 * @throws Fault `InvariantBroken` where there is none, or where the content is not what was hashed.
 */
export const getPublishedPack = async (tx: StoreTransaction, hash: string): Promise<RulePack> => {
  const row = await tx.db.selectFrom("rulePackVersion").select("content").where("hash", "=", hash).executeTakeFirst();
  if (row === undefined || sha256Hex(row.content) !== hash)
    throw new Fault("InvariantBroken", "A published rule pack is not what was published.", { hash });
  return packSchema.parse(JSON.parse(row.content));
};
