import type { LetterPart } from "../../contracts/rehearsal.js";
import type { Assessed } from "../../contracts/receipt.js";

type Told = { readonly words: string[]; readonly amounts: string[]; readonly citations: string[] };
type Part = Pick<LetterPart, "of" | "kind" | "provision"> & { readonly told: Told };

/** What is told of one kind of row or question, in its order. A condition that holds is not told. */
const partsOf = ({ lines, findings }: Assessed): ReadonlyMap<string, Part> => {
  const parts = new Map<string, Part>();
  const add = (
    head: Pick<LetterPart, "of" | "kind" | "provision">,
    { text, amountOre, basis }: { text: string; amountOre: number | undefined; basis: readonly string[] },
  ): void => {
    const key = `${head.of} ${head.kind} ${head.provision}`;
    const part = parts.get(key) ?? { ...head, told: { words: [], amounts: [], citations: [] } };
    part.told.words.push(text);
    part.told.amounts.push(String(amountOre));
    part.told.citations.push(...basis);
    parts.set(key, part);
  };
  for (const { kind, provision, ...told } of lines) add({ of: "line", kind, provision }, told);
  for (const { code, result, provision, basis, text, amountOre } of findings)
    if (result !== "met" && text !== undefined)
      add({ of: "finding", kind: code, provision }, { text, amountOre, basis });
  return parts;
};

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text, at) => text === other[at]);

const isToldAlike = (before: Assessed, after: Assessed): boolean =>
  before.lines.length === after.lines.length &&
  before.findings.length === after.findings.length &&
  before.lines.every((line, at) => {
    const other = after.lines[at];
    return (
      line.amountOre === other?.amountOre &&
      line.text === other.text &&
      line.kind === other.kind &&
      line.provision === other.provision &&
      isSame(line.basis, other.basis)
    );
  }) &&
  before.findings.every((finding, at) => {
    const other = after.findings[at];
    return (
      finding.result === other?.result &&
      finding.text === other.text &&
      finding.amountOre === other.amountOre &&
      finding.code === other.code &&
      finding.provision === other.provision &&
      (finding.result === "met" || isSame(finding.basis, other.basis))
    );
  });

/** The kinds of rows and findings that a letter on the case would tell otherwise, those of before first. */
export const letterPartsThatDiffer = (before: Assessed, after: Assessed): LetterPart[] => {
  // Most cases are told alike, and that is quickly seen.
  if (isToldAlike(before, after)) return [];
  const [old, now] = [partsOf(before), partsOf(after)];
  const differing: LetterPart[] = [];
  for (const [key, { told, ...head }] of old) {
    const other = now.get(key)?.told;
    if (other === undefined) {
      differing.push({ ...head, differs: ["goes"] });
      continue;
    }
    const differs = [
      ...(isSame(told.words, other.words) ? [] : (["words"] as const)),
      ...(isSame(told.amounts, other.amounts) ? [] : (["amount"] as const)),
      ...(isSame(told.citations, other.citations) ? [] : (["citations"] as const)),
    ];
    if (differs.length > 0) differing.push({ ...head, differs });
  }
  for (const [key, { of, kind, provision }] of now)
    if (!old.has(key)) differing.push({ of, kind, provision, differs: ["arises"] });
  return differing;
};
