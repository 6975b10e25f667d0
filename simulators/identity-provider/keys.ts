import { generateKeyPairSync, randomBytes, randomUUID } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const jwkSchema = z.looseObject({ kty: z.string(), kid: z.string() });
const keysSchema = z.strictObject({
  jwks: z.strictObject({ keys: z.array(jwkSchema).min(1) }),
  cookieKeys: z.array(z.string()).min(1),
});

/** What the provider signs with. */
export type ProviderKeys = z.output<typeof keysSchema>;

const makeKeys = (): ProviderKeys => {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const jwk = { ...privateKey.export({ format: "jwk" }), kid: randomUUID(), use: "sig", alg: "RS256" };
  return keysSchema.parse({ jwks: { keys: [jwk] }, cookieKeys: [randomBytes(32).toString("base64url")] });
};

/** The keys of this data folder; made the first time, readable by nobody else. */
export const loadKeys = async (dataDir: string): Promise<ProviderKeys> => {
  const folder = join(dataDir, "identity-provider");
  const file = join(folder, "keys.json");
  const stored = await readFile(file, "utf8").catch(() => undefined);
  if (stored !== undefined) return keysSchema.parse(JSON.parse(stored));
  const keys = makeKeys();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(file, JSON.stringify(keys), { mode: 0o600, flag: "wx" });
  return keys;
};
