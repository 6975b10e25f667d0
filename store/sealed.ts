import type { z } from "zod";
import { Fault } from "../contracts/faults.js";
import { canonicalJson } from "../platform/canonical.js";
import type { Cipher } from "../platform/cipher.js";

/** Seals a value as canonical JSON for one column of one row. */
export const sealJson = (cipher: Cipher, place: string, value: unknown): Buffer =>
  cipher.seal(Buffer.from(canonicalJson(value)), place);

/** Opens a sealed value and checks it against its schema. */
export const openJson = <T extends z.ZodType>(
  { cipher, place, schema }: { readonly cipher: Cipher; readonly place: string; readonly schema: T },
  sealed: Buffer,
): z.output<T> => {
  const parsed = schema.safeParse(JSON.parse(cipher.open(sealed, place).toString("utf8")));
  if (parsed.success) return parsed.data;
  throw new Fault("ContractViolation", "A stored value does not have the form of its contract.", { place });
};

/** Seals a text for one column of one row. */
export const sealText = (cipher: Cipher, place: string, text: string): Buffer => cipher.seal(Buffer.from(text), place);

/** Opens a sealed text. */
export const openText = (cipher: Cipher, place: string, sealed: Buffer): string =>
  cipher.open(sealed, place).toString("utf8");
