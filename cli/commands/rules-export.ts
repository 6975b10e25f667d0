import { writeFile } from "node:fs/promises";
import { buildBundle } from "../../activities/pack-exchange/build-bundle.js";
import { nationalScenarios, sampleScenarios } from "../../activities/pack-exchange/shipped-scenarios.js";
import { signBundle } from "../../activities/pack-exchange/signature.js";
import { shippedRulebook } from "../../activities/shipped-rulebook.js";
import { localDateSchema, type LocalDate } from "../../contracts/dates.js";
import { packVersionSchema, type PackVersion } from "../../contracts/pack-bundle.js";
import { signingKeySchema, type SigningKey } from "../../contracts/pack-signature.js";
import type { RulePack } from "../../contracts/rule-pack.js";
import { scenarioFileSchema, type Scenario } from "../../contracts/rule-scenario.js";
import { sha256Hex } from "../../platform/canonical.js";
import { publicKeyOf } from "../../platform/signing.js";
import { letterPacks } from "../../rules/letters/letter-pack.js";
import { nationalPacks, samplePacks } from "../../rules/packs.js";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { InputRefused, inputErrorsOf, refuse } from "../input-error.js";
import { accepted, readAccepted } from "../json-file.js";
import { packIn } from "../pack-file.js";
import type { Terminal } from "../terminal.js";
import type { SharedOptions } from "../options.js";

type Options = SharedOptions & {
  readonly file: string;
  readonly out: string;
  readonly key: string;
  readonly on: string;
  readonly scenarios?: string;
  readonly history?: string;
};

const keyIn = async (file: string): Promise<SigningKey> => {
  const key = await readAccepted(file, signingKeySchema);
  if (publicKeyOf(key.privateKey) !== key.publicKey)
    throw refuse("privateKey", "not-a-pair", "Den privata nyckeln hör inte till den publika.");
  return key;
};

/** A municipality's own scenarios, or the sample's; beside them the authorities' examples, which hold under any overlay. */
const scenariosFor = async (pack: RulePack, file: string | undefined): Promise<readonly Scenario[]> => {
  if (file !== undefined) {
    const { scenarios } = await readAccepted(file, scenarioFileSchema);
    return [...nationalScenarios, ...scenarios];
  }
  return pack.id === samplePacks.municipal?.id ? [...nationalScenarios, ...sampleScenarios] : nationalScenarios;
};

/** The versions before with what each changed; a pack without any is its own first version. */
const historyOf = async (
  pack: RulePack,
  { file, on }: { file: string | undefined; on: LocalDate },
): Promise<PackVersion[]> =>
  file === undefined
    ? [{ version: pack.version, on, changes: [] }]
    : readAccepted(file, packVersionSchema.array().min(1));

/**
 * `skalig rules export PACK --out FILE --key KEYFILE --on DAY`: writes the bundle and, beside it, `FILE.sig`. Every
 * scenario is run first; one that the pack does not answer as it demands ends the export with code 4.
 */
export const rulesExport = async (terminal: Terminal, options: Options): Promise<ExitCode> => {
  const on = accepted(localDateSchema, options.on);
  const [pack, key] = await Promise.all([packIn(options.file), keyIn(options.key)]);
  if (on < key.from || on > key.to) throw refuse("on", "key-not-valid", "Nyckeln gäller inte den dagen.");
  const built = buildBundle({
    pack,
    issuer: key.issuer,
    scenarios: await scenariosFor(pack, options.scenarios),
    history: await historyOf(pack, { file: options.history, on }),
    national: nationalPacks,
    letters: letterPacks,
    rulebook: shippedRulebook(),
  });
  switch (built.kind) {
    case "refused":
      throw new InputRefused(built.problems);
    case "malformed":
      throw new InputRefused(inputErrorsOf(built.error));
    case "missed":
      await terminal.out(`${JSON.stringify({ ok: false, missed: built.missed })}\n`);
      for (const { id, parts } of built.missed)
        terminal.note(`Exemplet ${id} blir inte som väntat: ${parts.join(", ")}.`);
      return exitCodes.notVerified;
    case "built": {
      const signature = signBundle(built.bytes, { key, on });
      await writeFile(options.out, built.bytes);
      await writeFile(`${options.out}.sig`, `${JSON.stringify(signature, null, 2)}\n`);
      const hash = sha256Hex(built.bytes);
      const { scenarios } = built.bundle;
      const result = { ok: true, issuer: key.issuer, keyId: key.keyId, hash, scenarios: scenarios.length };
      await terminal.out(
        options.json
          ? `${JSON.stringify(result)}\n`
          : `${options.out}: ${pack.title}, version ${pack.version}, ${String(scenarios.length)} exempel, SHA-256 ${hash}\n`,
      );
      return exitCodes.ok;
    }
  }
};
