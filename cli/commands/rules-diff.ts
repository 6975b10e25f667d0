import { comparePacks } from "../../rules/differences/compare-packs.js";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { refuse } from "../input-error.js";
import { packIn } from "../pack-file.js";
import type { Terminal } from "../terminal.js";

/**
 * `skalig rules diff A B`: what two packs say otherwise, as sentences and in kronor.
 *
 * @throws InputRefused where a file is no pack, or where one is the law and the other a municipality's.
 */
export const rulesDiff = async (
  terminal: Terminal,
  { before, after, json }: { readonly before: string; readonly after: string; readonly json: boolean },
): Promise<ExitCode> => {
  const [old, now] = [await packIn(before), await packIn(after)];
  if (old.layer !== now.layer)
    throw refuse("layer", "different-layers", "Ett nationellt paket kan inte jämföras med en kommuns.");
  const differences = comparePacks(old, now);
  if (json) await terminal.out(`${JSON.stringify({ differences })}\n`);
  else {
    const count = differences.length === 1 ? "en skillnad" : `${String(differences.length)} skillnader`;
    const head = `${old.title}, version ${old.version} → ${now.title}, version ${now.version}: ${differences.length === 0 ? "ingen skillnad" : count}.`;
    await terminal.out(`${[head, ...differences.map(({ text }) => `  ${text}`)].join("\n")}\n`);
  }
  return exitCodes.ok;
};
