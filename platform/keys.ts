import { createHmac, hkdfSync, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sha256Hex } from "./canonical.js";
import { aesGcmCipher, type Cipher } from "./cipher.js";
import { MissingPart } from "./missing.js";

const keyLength = 32;

/** Everything that is derived from the one secret an operator has to keep. */
export type Keys = {
  /** Says which master key, and nothing about it. */
  readonly id: string;
  /** Wraps the data key of each case. */
  readonly wrapping: Cipher;
  /** For content that belongs to no case: sessions, the log's events without a case. */
  readonly system: Cipher;
  /** Raw key of Temporal's payload codec. */
  readonly payload: Buffer;
  /** A keyed hash: finds a person again without storing the number. `purpose` keeps kinds of look-up apart. */
  readonly lookup: (purpose: string, value: string) => string;
};

/** A new master key: 32 random bytes. */
export const newMasterKey = (): Buffer => randomBytes(keyLength);

/** Derives the working keys from the master key with HKDF-SHA-256. */
export const deriveKeys = (master: Uint8Array): Keys => {
  const derive = (purpose: string): Buffer => Buffer.from(hkdfSync("sha256", master, "skalig.v1", purpose, keyLength));
  const lookupKey = derive("lookup");
  return {
    id: sha256Hex(derive("id")).slice(0, 16),
    wrapping: aesGcmCipher(derive("wrapping")),
    system: aesGcmCipher(derive("system")),
    payload: derive("payload"),
    lookup: (purpose, value) => createHmac("sha256", lookupKey).update(`${purpose}\n${value}`).digest("hex"),
  };
};

/** Where the master key comes from: the setting, else a file in the data folder. */
export type KeySource = { readonly masterKey?: string; readonly dataFolder: string };

/** Where the master key lies when no setting gives it. */
export const masterKeyFile = (dataFolder: string): string => join(dataFolder, "keys", "master.key");

/**
 * Reads the master key, and makes one for a data folder that holds no database yet. A folder with a database and no
 * key stops the start: its content could never be read, and a new key must not be mixed in.
 *
 * @throws MissingPart where the key is gone or has the wrong form.
 */
export const loadKeys = ({ masterKey, dataFolder }: KeySource): Keys => {
  if (masterKey !== undefined) return deriveKeys(parseKey(masterKey, "SKALIG_MASTER_KEY"));
  const file = masterKeyFile(dataFolder);
  if (existsSync(file)) return deriveKeys(parseKey(readFileSync(file, "utf8").trim(), "keys/master.key"));
  if (existsSync(join(dataFolder, "database")))
    throw new MissingPart(
      "Huvudnyckeln saknas: datamappen har en databas men ingen nyckel.",
      "Lägg tillbaka keys/master.key från säkerhetskopian eller ange SKALIG_MASTER_KEY. Utan nyckeln går innehållet inte att läsa.",
    );
  const created = newMasterKey();
  mkdirSync(join(dataFolder, "keys"), { recursive: true, mode: 0o700 });
  writeFileSync(file, `${created.toString("base64")}\n`, { flag: "wx", mode: 0o600, flush: true });
  return deriveKeys(created);
};

const parseKey = (text: string, where: string): Buffer => {
  const key = Buffer.from(text, "base64");
  if (key.length === keyLength && key.toString("base64") === text) return key;
  throw new MissingPart(
    `Huvudnyckeln i ${where} har fel form.`,
    `Den ska vara ${String(keyLength)} byte i base64, till exempel från: openssl rand -base64 32`,
  );
};
