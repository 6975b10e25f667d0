import type { Payload, PayloadCodec } from "@temporalio/common";
import { Fault } from "../../contracts/faults.js";
import { sha256Hex } from "../canonical.js";
import { aesGcmCipher, type Cipher } from "../cipher.js";
import { decodePayload, encodePayload } from "./payload-bytes.js";

const encoding = "binary/skalig-aes-256-gcm";
const place = "temporal.payload";
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | null | undefined): string => new TextDecoder().decode(bytes ?? new Uint8Array());

/** Says which key sealed a payload, and nothing about it. */
export const payloadKeyId = (key: Uint8Array): string => sha256Hex("skalig payload key", key).slice(0, 16);

/**
 * Seals every payload on its way to the Temporal server. The first key seals; the others still open what was sealed
 * before a change of key. A payload that was not sealed by us, or by a key that is gone, stops the work: it is never
 * passed on as it is.
 */
export const createPayloadCodec = ([current, ...earlier]: readonly [Uint8Array, ...Uint8Array[]]): PayloadCodec => {
  const ciphers = new Map<string, Cipher>(
    [current, ...earlier].map((key) => [payloadKeyId(key), aesGcmCipher(key)] as const),
  );
  const currentId = payloadKeyId(current);
  const sealing = aesGcmCipher(current);

  const seal = (payload: Payload): Payload => ({
    metadata: { encoding: utf8(encoding), "encryption-key-id": utf8(currentId) },
    data: sealing.seal(encodePayload(payload), place),
  });
  const open = (payload: Payload): Payload => {
    if (textOf(payload.metadata?.["encoding"]) !== encoding)
      throw new Fault("InvariantBroken", "A payload from the Temporal server is not sealed; nothing unsealed is read.");
    const keyId = textOf(payload.metadata?.["encryption-key-id"]);
    const cipher = ciphers.get(keyId);
    if (cipher === undefined)
      throw new Fault(
        "InvariantBroken",
        "The key that sealed a payload is not here. Put the earlier master key back.",
        {
          keyId,
        },
      );
    return decodePayload(cipher.open(payload.data ?? new Uint8Array(), place));
  };
  return {
    encode: (payloads) => Promise.resolve(payloads).then((all) => all.map(seal)),
    decode: (payloads) => Promise.resolve(payloads).then((all) => all.map(open)),
  };
};
