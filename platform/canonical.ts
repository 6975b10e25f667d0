import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { Fault } from "../contracts/faults.js";
import type { Sha256 } from "../contracts/ids.js";

/**
 * Writes a value as RFC 8785 canonical JSON: the same value gives the same bytes on every machine.
 *
 * @throws Fault `ContractViolation` where the value has no JSON form (undefined, a function, NaN, infinity).
 */
export const canonicalJson = (value: unknown): string => {
  const text = serialize(value);
  if (text === undefined) throw new Fault("ContractViolation", "The value has no JSON form.");
  return text;
};

const serialize = (value: unknown): string | undefined => {
  try {
    return canonicalize(value);
  } catch {
    // The package names the offending value in its message; ours must not.
    throw new Fault("ContractViolation", "The value has no canonical JSON form.");
  }
};

/** SHA-256 of the parts, one after the other. Text is hashed as UTF-8. */
export const sha256 = (...parts: readonly (Uint8Array | string)[]): Buffer => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** SHA-256 in lower-case hexadecimal. */
export const sha256Hex = (...parts: readonly (Uint8Array | string)[]): Sha256 => sha256(...parts).toString("hex");
