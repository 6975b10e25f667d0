import type { Payload } from "@temporalio/common";
import { z } from "zod";

const base64 = z.base64();
const payloadJsonSchema = z.strictObject({ metadata: z.record(z.string(), base64), data: base64 });
const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
const fromBase64 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "base64"));

/** A payload as bytes, to be sealed whole: its metadata says what kind of value it is. */
export const encodePayload = ({ metadata, data }: Payload): Buffer =>
  Buffer.from(
    JSON.stringify({
      metadata: Object.fromEntries(Object.entries(metadata ?? {}).map(([key, value]) => [key, toBase64(value)])),
      data: toBase64(data ?? new Uint8Array()),
    }),
  );

/** The reverse of `encodePayload`. */
export const decodePayload = (bytes: Buffer): Payload => {
  const { metadata, data } = payloadJsonSchema.parse(JSON.parse(bytes.toString("utf8")));
  return {
    metadata: Object.fromEntries(Object.entries(metadata).map(([key, value]) => [key, fromBase64(value)])),
    data: fromBase64(data),
  };
};
