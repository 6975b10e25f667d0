import { randomBytes } from "node:crypto";
import { canonicalJson, sha256Hex } from "../platform/canonical.js";
import type { Sha256 } from "../contracts/ids.js";

const saltLength = 32;

/** Content with the salt that makes its commitment say nothing to one who guesses the content. */
export type SaltedContent = { readonly salt: Buffer; readonly json: string };

/** Gives content a fresh salt. */
export const saltContent = (content: unknown): SaltedContent => ({
  salt: randomBytes(saltLength),
  json: canonicalJson(content),
});

/** SHA-256 of the salt followed by the RFC 8785 JSON of the content. */
export const commitmentTo = ({ salt, json }: SaltedContent): Sha256 => sha256Hex(salt, json);

/** Salt and content as the bytes that are sealed together: destroying them destroys both. */
export const packContent = ({ salt, json }: SaltedContent): Buffer => Buffer.concat([salt, Buffer.from(json)]);

/** The reverse of `packContent`. */
export const unpackContent = (bytes: Buffer): SaltedContent => ({
  salt: bytes.subarray(0, saltLength),
  json: bytes.subarray(saltLength).toString("utf8"),
});
