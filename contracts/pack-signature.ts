import { z } from "zod";
import { codesOf, type CodeEntry } from "./codes/coded.js";
import { localDateSchema } from "./dates.js";
import { field } from "./documented-field.js";

const issuer = field(z.string().min(1).max(80), "Utgivare", "Issuer", "Exempelköpings kommun");
const from = field(localDateSchema, "Första dag", "First day", "2026-01-01");
const to = field(localDateSchema, "Sista dag", "Last day", "2027-12-31");

/** Which key: the first half of SHA-256 over its 32 public bytes, in hexadecimal. */
export const keyIdSchema = z.string().regex(/^[0-9a-f]{32}$/);
const keyId = field(keyIdSchema, "Nyckelns id", "Id of the key", "0f".repeat(16));

/** 32 bytes of public key, 64 of signature, as base64 with its padding (RFC 4648 section 4, RFC 8032). */
const publicKey = field(
  z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
  "Publik Ed25519-nyckel, 32 byte i base64",
  "Public Ed25519 key, 32 bytes in base64",
  `${"A".repeat(43)}=`,
);

/** What a signature says of itself. All of it is signed together with the file, so none of it can be exchanged. */
export const signatureHeadSchema = z.strictObject({
  schema: z.literal("skalig.signature.v1"),
  algorithm: z.literal("Ed25519"),
  keyId,
  issuer,
  createdOn: field(localDateSchema, "Dag för underskriften", "Day of signing", "2026-11-22"),
  bytes: field(z.int().min(1), "Filens storlek i byte", "Size of the file in bytes", 48211),
});
export type SignatureHead = z.output<typeof signatureHeadSchema>;

/** The signature of a bundle, in a file of its own beside it: `FILE.sig`. */
export const packSignatureSchema = signatureHeadSchema
  .extend({
    signature: field(
      z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
      "Ed25519-signaturen, 64 byte i base64",
      "The Ed25519 signature, 64 bytes in base64",
      `${"A".repeat(86)}==`,
    ),
  })
  .meta({ id: "PackSignature", title: "skalig.signature.v1" });
export type PackSignature = z.output<typeof packSignatureSchema>;

/** A key one trusts, for whom, and how long. */
export const trustedKeySchema = z
  .strictObject({ keyId, issuer, publicKey, from, to })
  .refine((key) => key.from <= key.to, { path: ["to"], message: "Den sista dagen är före den första." })
  .meta({ id: "TrustedKey" });
export type TrustedKey = z.output<typeof trustedKeySchema>;

/** Whose rules one takes in. The receiving municipality keeps it, and nothing is trusted that is not in it. */
export const trustListSchema = z
  .strictObject({
    schema: z.literal("skalig.trust-list.v1"),
    keys: z.array(trustedKeySchema).max(500),
    revoked: z
      .array(
        z.strictObject({
          keyId,
          from: field(localDateSchema, "Återkallad från", "Revoked from", "2026-11-01"),
          reason: field(z.string().min(3).max(300), "Varför", "Why", "Nyckelfilen kom på avvägar."),
        }),
      )
      .max(500),
  })
  .superRefine(({ keys }, context) => {
    const seen = new Set<string>();
    keys.forEach((key, index) => {
      if (seen.has(key.keyId))
        context.addIssue({ code: "custom", path: ["keys", index, "keyId"], message: "Nyckeln står två gånger." });
      seen.add(key.keyId);
    });
  })
  .meta({ id: "TrustList", title: "skalig.trust-list.v1" });
export type TrustList = z.output<typeof trustListSchema>;

/** A private key as it lies in the issuer's file. Never leaves it. */
export const signingKeySchema = z.strictObject({
  schema: z.literal("skalig.signing-key.v1"),
  ...trustedKeySchema.shape,
  /** PKCS #8, DER, base64. */
  privateKey: z.base64(),
});
export type SigningKey = z.output<typeof signingKeySchema>;

/** Why a bundle's signature is not accepted. */
export const signatureRefusals = {
  "unknown-key": { title: "Nyckeln finns inte i förtroendelistan." },
  "revoked-key": { title: "Nyckeln är återkallad." },
  "wrong-issuer": { title: "Nyckeln hör till en annan utgivare." },
  "key-not-yet-valid": { title: "Nyckeln gäller inte än." },
  "expired-key": { title: "Nyckeln har gått ut." },
  "signed-in-the-future": { title: "Underskriften är daterad efter i dag." },
  "wrong-size": { title: "Filen har inte den storlek som skrevs under; den är avkortad eller utökad." },
  "wrong-signature": { title: "Underskriften stämmer inte med filen; något är ändrat eller förfalskat." },
} as const satisfies Record<string, CodeEntry>;
export const signatureRefusalSchema = z.enum(codesOf(signatureRefusals));
export type SignatureRefusal = z.output<typeof signatureRefusalSchema>;
