import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from "node:crypto";
import { sha256Hex } from "./canonical.js";

/** DER before the 32 bytes of a public Ed25519 key (RFC 8410 section 4). */
const spkiPrefix = Buffer.from("302a300506032b6570032100", "hex");

/** A key pair as text: what is kept, and what is handed out. */
export type KeyPair = {
  /** The first half of SHA-256 over the public bytes. */
  readonly keyId: string;
  /** 32 bytes in base64. */
  readonly publicKey: string;
  /** PKCS #8, DER, in base64. */
  readonly privateKey: string;
};

const rawPublic = (key: KeyObject): Buffer => key.export({ format: "der", type: "spki" }).subarray(spkiPrefix.length);

/** The id of a public key. It follows from the key, so that a list cannot give one key's id to another. */
export const keyIdOf = (publicKey: string): string => sha256Hex(Buffer.from(publicKey, "base64")).slice(0, 32);

/** A new Ed25519 key pair (RFC 8032). */
export const newKeyPair = (): KeyPair => {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const raw = rawPublic(publicKey).toString("base64");
  return {
    keyId: keyIdOf(raw),
    publicKey: raw,
    privateKey: privateKey.export({ format: "der", type: "pkcs8" }).toString("base64"),
  };
};

const privateKeyOf = (text: string): KeyObject =>
  createPrivateKey({ key: Buffer.from(text, "base64"), format: "der", type: "pkcs8" });

/** The public half of a private key, in base64; undefined where the text is no Ed25519 key. */
export const publicKeyOf = (privateKey: string): string | undefined => {
  try {
    const key = privateKeyOf(privateKey);
    return key.asymmetricKeyType === "ed25519" ? rawPublic(createPublicKey(key)).toString("base64") : undefined;
  } catch {
    return undefined;
  }
};

/** Signs bytes with Ed25519; the signature in base64. `privateKey` is one that `publicKeyOf` knows. */
export const signBytes = (bytes: Uint8Array, privateKey: string): string =>
  sign(null, bytes, privateKeyOf(privateKey)).toString("base64");

/** Whether a signature is the key's over exactly these bytes. Never throws: what cannot be read is not valid. */
export const isSignedBy = (
  bytes: Uint8Array,
  { publicKey, signature }: { readonly publicKey: string; readonly signature: string },
): boolean => {
  try {
    const key = createPublicKey({
      key: Buffer.concat([spkiPrefix, Buffer.from(publicKey, "base64")]),
      format: "der",
      type: "spki",
    });
    return verify(null, bytes, key, Buffer.from(signature, "base64"));
  } catch {
    return false;
  }
};
