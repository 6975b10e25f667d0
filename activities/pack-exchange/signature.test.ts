import { expect, test } from "vitest";
import { localDate } from "../../contracts/dates.js";
import { signBytes } from "../../platform/signing.js";
import { checkSignature, signBundle } from "./signature.js";
import { aKey, today, trusting } from "./test-support/signed.js";

const key = aKey();
const bytes = Buffer.from('{"schema":"skalig.pack-bundle.v1"}');
const signature = signBundle(bytes, { key, on: localDate("2026-11-20") });
const trust = trusting(key);
const check = (given: Partial<{ bytes: Buffer; signature: typeof signature; trust: typeof trust; on: typeof today }>) =>
  checkSignature(given.bytes ?? bytes, { signature, trust, on: today, ...given });
const refused = (reason: string) => ({ ok: false, reason });

test("a bundle signed by a trusted key is accepted, and says whose key it is", () => {
  expect(check({})).toMatchObject({ ok: true, key: { keyId: key.keyId, issuer: "Exempelköpings kommun" } });
});

test("one changed byte anywhere in the file is found", () => {
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    expect(check({ bytes: changed })).toEqual(refused("wrong-signature"));
  }
});

test("a file cut short, or with something after its end, has the wrong size", () => {
  expect(check({ bytes: bytes.subarray(0, -1) })).toEqual(refused("wrong-size"));
  expect(check({ bytes: Buffer.concat([bytes, Buffer.from("\n")]) })).toEqual(refused("wrong-size"));
  expect(check({ bytes: Buffer.alloc(0) })).toEqual(refused("wrong-size"));
});

test("a signature made with another key under a trusted key's id is forged", () => {
  const thief = aKey();
  const forged = signBundle(bytes, { key: { ...thief, keyId: key.keyId }, on: localDate("2026-11-20") });
  expect(check({ signature: forged })).toEqual(refused("wrong-signature"));
});

test("issuer, day and size are signed as well, so none of them can be exchanged", () => {
  expect(check({ signature: { ...signature, createdOn: localDate("2026-11-19") } })).toEqual(
    refused("wrong-signature"),
  );
  const shorter = { ...signature, bytes: bytes.length - 1 };
  expect(check({ bytes: bytes.subarray(0, -1), signature: shorter })).toEqual(refused("wrong-signature"));
  const renamed = { ...signature, issuer: "Påhittsbergs kommun" };
  expect(check({ signature: renamed, trust: trusting(key, { issuer: "Påhittsbergs kommun" }) })).toEqual(
    refused("wrong-signature"),
  );
});

test("a signature over the bytes alone, or made for something else, is none over a bundle", () => {
  for (const prefix of ["", "skalig.checkpoint.v1\n"]) {
    const other = signBytes(Buffer.concat([Buffer.from(prefix), bytes]), key.privateKey);
    expect(check({ signature: { ...signature, signature: other } })).toEqual(refused("wrong-signature"));
  }
});

test("a key that nobody has put in the list is unknown, and so is another key under a trusted id", () => {
  expect(check({ trust: { ...trust, keys: [] } })).toEqual(refused("unknown-key"));
  const thief = aKey();
  const byThief = signBundle(bytes, { key: { ...thief, keyId: key.keyId }, on: localDate("2026-11-20") });
  expect(check({ signature: byThief, trust: trusting(key, { publicKey: thief.publicKey }) })).toEqual(
    refused("unknown-key"),
  );
});

test("a key of another issuer is refused", () => {
  expect(check({ trust: trusting(key, { issuer: "Påhittsbergs kommun" }) })).toEqual(refused("wrong-issuer"));
});

test.each(["2026-11-01", "2026-11-22", "2027-06-01"])(
  "a key revoked from %s is refused, whatever day the signature bears",
  (from) => {
    const revoked = [{ keyId: key.keyId, from: localDate(from), reason: "Nyckelfilen kom på avvägar." }];
    expect(check({ trust: { ...trust, revoked } })).toEqual(refused("revoked-key"));
  },
);

test("a key holds from its first day to its last, today and on the day of signing", () => {
  expect(check({ trust: trusting(key, { from: "2026-11-20", to: "2026-11-22" }) })).toMatchObject({ ok: true });
  expect(check({ trust: trusting(key, { from: "2026-11-21" }) })).toEqual(refused("key-not-yet-valid"));
  expect(check({ trust: trusting(key, { to: "2026-11-21" }) })).toEqual(refused("expired-key"));
  expect(check({ on: localDate("2026-11-19") })).toEqual(refused("signed-in-the-future"));
});
