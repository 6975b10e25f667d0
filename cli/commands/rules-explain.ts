import { createReadStream } from "node:fs";
import { assessAndSeal } from "../../activities/sealed-receipt.js";
import { shippedRulebook } from "../../activities/shipped-rulebook.js";
import { caseSchema } from "../../contracts/case.js";
import { explanationSchema } from "../../contracts/explanation.js";
import { canonicalJson } from "../../platform/canonical.js";
import { explain } from "../../rules/explain/explain.js";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { explanationText } from "../explanation-text.js";
import { InputRefused, inputErrorsOf, refuse } from "../input-error.js";
import { readDocuments } from "../json-documents.js";
import { packsWith } from "../packs-with.js";
import { readableFile } from "../readable-file.js";
import type { Terminal } from "../terminal.js";

type Asked = { readonly file: string; readonly overlay?: string; readonly json: boolean };

/**
 * `skalig rules explain FILE|-`: how one case is computed, in plain Swedish, or as `skalig.explanation.v1`.
 *
 * @throws InputRefused where it is no case, or more than one.
 */
export const rulesExplain = async (terminal: Terminal, { file, overlay, json }: Asked): Promise<ExitCode> => {
  const packs = await packsWith(overlay);
  const input = file === "-" ? terminal.input : createReadStream(await readableFile(file));
  for await (const document of readDocuments(input)) {
    if (document.line !== undefined)
      throw refuse("", "one-case", "Ett ärende i taget förklaras. rules assess tar en ström av ärenden.");
    if (!document.ok) throw refuse("", "invalid-json", "Texten är inte giltig JSON.");
    const parsed = caseSchema.safeParse(document.value);
    if (!parsed.success) throw new InputRefused(inputErrorsOf(parsed.error));
    const { receipt } = assessAndSeal(parsed.data, { rulebook: shippedRulebook(), packs });
    const explanation = explanationSchema.parse(explain(parsed.data, { receipt, packs }));
    await terminal.out(json ? `${canonicalJson(explanation)}\n` : explanationText(explanation));
  }
  return exitCodes.ok;
};
