import { packSchema, type RulePack } from "../../contracts/rule-pack.js";
import { nationalPacks } from "../../rules/packs.js";
import { provePack } from "../../rules/proofs/prove-pack.js";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { InputRefused } from "../input-error.js";
import { readJsonFile } from "../json-file.js";
import { packErrorsOf } from "../pack-file.js";
import { problemInWords } from "../pack-problem-words.js";
import type { Terminal } from "../terminal.js";

/** The pack of a file, or every field that is wrong; a field that only the law may have is told why. */
const packToCheck = async (file: string): Promise<RulePack> => {
  const value = await readJsonFile(file);
  const parsed = packSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InputRefused(packErrorsOf(parsed.error, value));
};

/**
 * `skalig rules check PACK`: whether a pack has a hole, a contradiction or crosses a guardrail, seen against the
 * national law. Exit code 4 where it does.
 *
 * @throws InputRefused where the file is no pack, with every field that is wrong.
 */
export const rulesCheck = async (
  terminal: Terminal,
  { file, json }: { readonly file: string; readonly json: boolean },
): Promise<ExitCode> => {
  const pack = await packToCheck(file);
  const problems = provePack(pack, nationalPacks);
  const ok = problems.length === 0;
  if (json) await terminal.out(`${JSON.stringify({ ok, problems })}\n`);
  else {
    const name = `${pack.title} (${pack.id}, version ${pack.version})`;
    const verdict = ok ? "inga fel" : problems.length === 1 ? "ett fel" : `${String(problems.length)} fel`;
    await terminal.out(`${[`${name}: ${verdict}.`, ...problems.map(problemInWords)].join("\n\n")}\n`);
  }
  return ok ? exitCodes.ok : exitCodes.notVerified;
};
