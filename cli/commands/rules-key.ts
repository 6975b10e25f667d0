import { writeFile } from "node:fs/promises";
import { signingKeySchema, trustedKeySchema, type SigningKey } from "../../contracts/pack-signature.js";
import { newKeyPair } from "../../platform/signing.js";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { refuse } from "../input-error.js";
import { accepted } from "../json-file.js";
import type { Terminal } from "../terminal.js";

/** Writes a private key for its owner alone, and never over another. @throws InputRefused where the file exists. */
const keepKey = async (file: string, key: SigningKey): Promise<void> => {
  try {
    await writeFile(file, `${JSON.stringify(key, null, 2)}\n`, { flag: "wx", mode: 0o600, flush: true });
  } catch {
    throw refuse(file, "not-written", "Nyckelfilen går inte att skapa. Den får inte finnas förut.");
  }
};

/**
 * `skalig rules key FILE --issuer … --from … --to …`: makes a key pair to sign rules with. The private half is written
 * to the file; what is printed is the line that others put in their trust list.
 */
export const rulesKey = async (
  terminal: Terminal,
  options: { readonly file: string; readonly issuer: string; readonly from: string; readonly to: string },
): Promise<ExitCode> => {
  const { privateKey, ...publicHalf } = newKeyPair();
  const entry = accepted(trustedKeySchema, {
    ...publicHalf,
    issuer: options.issuer,
    from: options.from,
    to: options.to,
  });
  await keepKey(options.file, accepted(signingKeySchema, { schema: "skalig.signing-key.v1", ...entry, privateKey }));
  await terminal.out(`${JSON.stringify(entry)}\n`);
  terminal.note("Raden läggs i mottagarnas förtroendelista. Nyckelfilen lämnar aldrig kommunen.");
  return exitCodes.ok;
};
