import type { LocalDate } from "../../contracts/dates.js";
import type {
  PackSignature,
  SignatureHead,
  SignatureRefusal,
  SigningKey,
  TrustedKey,
  TrustList,
} from "../../contracts/pack-signature.js";
import { canonicalJson } from "../../platform/canonical.js";
import { isSignedBy, keyIdOf, signBytes } from "../../platform/signing.js";

/**
 * What is signed: a prefix that keeps the signature from being taken for one over anything else, the signature's own
 * head, and the file byte for byte. The head is in it so that issuer and day cannot be exchanged afterwards.
 */
const signedBytes = (head: SignatureHead, bytes: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`skalig.pack-bundle.v1\n${canonicalJson(head)}\n`), bytes]);

/** Signs the bytes of a bundle. The day is given, as every day is. */
export const signBundle = (bytes: Uint8Array, { key, on }: { key: SigningKey; on: LocalDate }): PackSignature => {
  const head: SignatureHead = {
    schema: "skalig.signature.v1",
    algorithm: "Ed25519",
    keyId: key.keyId,
    issuer: key.issuer,
    createdOn: on,
    bytes: bytes.byteLength,
  };
  return { ...head, signature: signBytes(signedBytes(head, bytes), key.privateKey) };
};

/** A signature that is accepted, with the key behind it, or why it is not. */
export type CheckedSignature =
  { readonly ok: true; readonly key: TrustedKey } | { readonly ok: false; readonly reason: SignatureRefusal };

const refusalOf = (
  bytes: Uint8Array,
  { signature, key, on }: { signature: PackSignature; key: TrustedKey; on: LocalDate },
): SignatureRefusal | undefined => {
  const { signature: value, ...head } = signature;
  if (head.issuer !== key.issuer) return "wrong-issuer";
  if (on < key.from || head.createdOn < key.from) return "key-not-yet-valid";
  if (on > key.to || head.createdOn > key.to) return "expired-key";
  if (head.createdOn > on) return "signed-in-the-future";
  if (head.bytes !== bytes.byteLength) return "wrong-size";
  const isRight = isSignedBy(signedBytes(head, bytes), { publicKey: key.publicKey, signature: value });
  return isRight ? undefined : "wrong-signature";
};

/**
 * Whether a bundle is signed by a key that is trusted on the day. Before anything in the file is read.
 *
 * A revoked key's signature is refused whatever day it bears, also one before the revocation: the day is the signer's
 * own word, and who has the key can write any day. For the same reason a key must be valid today as well as on the day
 * of signing; the receiver who wants to keep trusting it lengthens its time in the trust list, as a decision of theirs.
 */
export const checkSignature = (
  bytes: Uint8Array,
  { signature, trust, on }: { signature: PackSignature; trust: TrustList; on: LocalDate },
): CheckedSignature => {
  const { keyId } = signature;
  if (trust.revoked.some((each) => each.keyId === keyId)) return { ok: false, reason: "revoked-key" };
  // The id follows from the key: a list that gives a trusted id to another key names a key that is not there.
  const key = trust.keys.find((each) => each.keyId === keyId && keyIdOf(each.publicKey) === keyId);
  if (key === undefined) return { ok: false, reason: "unknown-key" };
  const reason = refusalOf(bytes, { signature, key, on });
  return reason === undefined ? { ok: true, key } : { ok: false, reason };
};
