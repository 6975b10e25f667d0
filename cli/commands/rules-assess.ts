import { createReadStream } from "node:fs";
import { assessAndSeal, type Rulebook } from "../../activities/sealed-receipt.js";
import { shippedRulebook } from "../../activities/shipped-rulebook.js";
import { caseSchema } from "../../contracts/case.js";
import type { Packs } from "../../contracts/rule-pack.js";
import { readDocuments, type JsonDocument } from "../json-documents.js";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { InputRefused, inputErrorsOf, type InputError } from "../input-error.js";
import { packsWith } from "../packs-with.js";
import { readableFile } from "../readable-file.js";
import type { Terminal } from "../terminal.js";

type Assessment = { readonly bytes: Uint8Array } | { readonly errors: readonly InputError[] };

const assessOne = (document: JsonDocument, law: { readonly rulebook: Rulebook; readonly packs: Packs }): Assessment => {
  if (!document.ok) return { errors: [{ path: "", code: "invalid-json", message: "Texten är inte giltig JSON." }] };
  const parsed = caseSchema.safeParse(document.value);
  return parsed.success ? assessAndSeal(parsed.data, law) : { errors: inputErrorsOf(parsed.error) };
};

/**
 * `skalig rules assess FILE|-`: prints the receipt of a case as RFC 8785 JSON. A JSON Lines stream gives one line for
 * each, in order; a refused line is `{"line":N,"errors":[…]}` in its place, and makes the exit code 2 in the end.
 */
export const rulesAssess = async (
  terminal: Terminal,
  { file, overlay }: { readonly file: string; readonly overlay?: string },
): Promise<ExitCode> => {
  const law = { rulebook: shippedRulebook(), packs: await packsWith(overlay) };
  const input = file === "-" ? terminal.input : createReadStream(await readableFile(file));
  let refused = 0;
  for await (const document of readDocuments(input)) {
    const result = assessOne(document, law);
    if ("bytes" in result) {
      await terminal.out(`${Buffer.from(result.bytes).toString("utf8")}\n`);
      continue;
    }
    if (document.line === undefined) throw new InputRefused(result.errors);
    refused += 1;
    await terminal.out(`${JSON.stringify({ line: document.line, errors: result.errors })}\n`);
  }
  if (refused > 0) terminal.note(`${String(refused)} rader avvisades.`);
  return refused === 0 ? exitCodes.ok : exitCodes.refused;
};
