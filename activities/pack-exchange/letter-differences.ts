import type { LetterPack } from "../../contracts/letter.js";
import { canonicalJson } from "../../platform/canonical.js";

/** A set of letter texts in a bundle that is not word for word one of ours. */
export type LetterDifference = {
  readonly id: string;
  readonly theirVersion: string;
  /** Null where we have no texts of that name. */
  readonly ourVersion: string | null;
  /** The texts that read otherwise, or that only one side has, by their id in the letter pack. */
  readonly texts: readonly string[];
};

const textsOf = ({ headings, texts, findings }: LetterPack): ReadonlyMap<string, string> =>
  new Map([
    ...Object.entries(headings).map(([id, text]) => [`headings.${id}`, text] as const),
    ...Object.entries(texts).map(([id, text]) => [`texts.${id}`, text] as const),
    ...Object.entries(findings).map(([id, text]) => [`findings.${id}`, canonicalJson(text)] as const),
  ]);

/** Which letter texts the issuer relies on that differ from ours. Shown; never taken over, since a jurist approves them. */
export const letterDifferences = (
  theirs: readonly LetterPack[],
  ours: readonly LetterPack[],
): readonly LetterDifference[] =>
  theirs.flatMap((pack): readonly LetterDifference[] => {
    const own = ours.find(({ id }) => id === pack.id);
    const their = textsOf(pack);
    const our = own === undefined ? new Map<string, string>() : textsOf(own);
    const texts = [...new Set([...their.keys(), ...our.keys()])].filter((id) => their.get(id) !== our.get(id)).sort();
    return texts.length === 0
      ? []
      : [{ id: pack.id, theirVersion: pack.version, ourVersion: own?.version ?? null, texts }];
  });
