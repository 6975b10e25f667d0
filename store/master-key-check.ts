import type { Kysely } from "kysely";
import type { Keys } from "../platform/keys.js";
import { MissingPart } from "../platform/missing.js";
import type { Schema } from "./schema.js";

const place = "master_key_check";

/**
 * Proves that the master key opens what is stored; a new database learns its key.
 *
 * @throws MissingPart where the database was sealed under another key. Nothing is read or written then.
 */
export const checkMasterKey = async (db: Kysely<Schema>, keys: Keys): Promise<void> => {
  const known = await db.selectFrom("masterKeyCheck").selectAll().executeTakeFirst();
  if (known === undefined) {
    await db
      .insertInto("masterKeyCheck")
      .values({ onlyRow: true, masterKeyId: keys.id, sealed: keys.system.seal(Buffer.from(keys.id), place) })
      .execute();
    return;
  }
  if (known.masterKeyId !== keys.id)
    throw new MissingPart(
      `Databasen är krypterad med en annan huvudnyckel (${known.masterKeyId}) än den som angavs (${keys.id}).`,
      "Lägg tillbaka rätt keys/master.key eller ange rätt SKALIG_MASTER_KEY.",
    );
  keys.system.open(known.sealed, place);
};
