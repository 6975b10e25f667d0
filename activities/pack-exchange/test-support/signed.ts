import type { LocalDate } from "../../../contracts/dates.js";
import { localDate } from "../../../contracts/dates.js";
import type { PackBundle } from "../../../contracts/pack-bundle.js";
import {
  signingKeySchema,
  trustedKeySchema,
  trustListSchema,
  type SigningKey,
  type TrustList,
} from "../../../contracts/pack-signature.js";
import { newKeyPair } from "../../../platform/signing.js";
import { letterPacks } from "../../../rules/letters/letter-pack.js";
import { nationalPacks, samplePacks } from "../../../rules/packs.js";
import type { BuiltBundle, BundleParts } from "../build-bundle.js";
import { nationalScenarios, sampleScenarios } from "../shipped-scenarios.js";

/** The day of every test here. */
export const today: LocalDate = localDate("2026-11-22");

/** A rulebook of no particular text. */
export const someRulebook = { version: "1.0.0", hash: "a".repeat(64) };

/** A new key of an issuer, good for the years around `today`. */
export const aKey = (issuer = "Exempelköpings kommun"): SigningKey =>
  signingKeySchema.parse({
    schema: "skalig.signing-key.v1",
    ...newKeyPair(),
    issuer,
    from: "2026-01-01",
    to: "2027-12-31",
  });

/** A list that trusts one key, with what differs. */
export const trusting = ({ keyId, issuer, publicKey, from, to }: SigningKey, differs: object = {}): TrustList =>
  trustListSchema.parse({
    schema: "skalig.trust-list.v1",
    keys: [trustedKeySchema.parse({ keyId, issuer, publicKey, from, to, ...differs })],
    revoked: [],
  });

/** What the sample municipality's bundle is made of, with what differs. */
export const bundleParts = (differs: Partial<BundleParts> = {}): BundleParts => {
  const { municipal } = samplePacks;
  if (municipal === undefined) throw new Error("the sample has an overlay");
  return {
    pack: municipal,
    issuer: municipal.municipality,
    scenarios: [...nationalScenarios, ...sampleScenarios],
    history: [{ version: municipal.version, on: today, changes: [] }],
    national: nationalPacks,
    letters: letterPacks,
    rulebook: someRulebook,
    ...differs,
  };
};

/** A bundle that was built, or the test fails. */
export const builtOf = (built: BuiltBundle): { readonly bundle: PackBundle; readonly bytes: Buffer } => {
  if (built.kind !== "built") throw new Error(`not built: ${built.kind}`);
  return built;
};
