import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { Fault } from "../contracts/faults.js";

const algorithm = "aes-256-gcm";
const format = 1;
const ivLength = 12;
const tagLength = 16;
const headLength = 1 + ivLength + tagLength;

/**
 * Encrypts and opens content under one key. `place` says where the content belongs (`letter.bytes:<id>`): it is
 * authenticated, so that a sealed value moved to another row or column does not open.
 */
export type Cipher = {
  readonly seal: (content: Uint8Array, place: string) => Buffer;
  /** @throws Fault `InvariantBroken` where the bytes were changed, moved, or sealed under another key. */
  readonly open: (sealed: Uint8Array, place: string) => Buffer;
};

/** AES-256-GCM with a random 96-bit nonce. Layout: format byte, nonce, tag, ciphertext. */
export const aesGcmCipher = (key: Uint8Array): Cipher => ({
  seal: (content, place) => {
    const iv = randomBytes(ivLength);
    const cipher = createCipheriv(algorithm, key, iv).setAAD(Buffer.from(place));
    const body = Buffer.concat([cipher.update(content), cipher.final()]);
    return Buffer.concat([Buffer.of(format), iv, cipher.getAuthTag(), body]);
  },
  open: (sealed, place) => {
    if (sealed.length < headLength || sealed[0] !== format) throw unreadable(place);
    const tag = sealed.subarray(1 + ivLength, headLength);
    const decipher = createDecipheriv(algorithm, key, sealed.subarray(1, 1 + ivLength))
      .setAAD(Buffer.from(place))
      .setAuthTag(tag);
    try {
      return Buffer.concat([decipher.update(sealed.subarray(headLength)), decipher.final()]);
    } catch {
      throw unreadable(place);
    }
  },
});

const unreadable = (place: string): Fault =>
  new Fault("InvariantBroken", "Encrypted content does not open: it was changed, moved, or sealed under another key.", {
    place,
  });
