import type { Comparison, Conflict } from "../activities/pack-exchange/conflicts.js";
import type { Conformance } from "../activities/pack-exchange/conformance.js";
import type { LetterDifference } from "../activities/pack-exchange/letter-differences.js";
import type { Effect, EffectTotals, Outcome } from "../activities/pack-exchange/effects.js";
import type { nationalDifferences } from "../activities/pack-exchange/import-proofs.js";
import { reasons } from "../contracts/codes/reasons.js";
import { roles } from "../contracts/codes/roles.js";
import { formatKronor } from "../contracts/money.js";
import type { PackProblem } from "../contracts/pack-check.js";
import { problemInWords } from "./pack-problem-words.js";

const kr = (ore: number): string => `${formatKronor(ore)} kr`;
const signed = (ore: number): string => (ore > 0 ? `+${kr(ore)}` : kr(ore));

const outcomeNames: Readonly<Record<Outcome["outcome"], string>> = {
  prefilled: "förifyllt",
  referred: "till en person",
  waiting: "väntar",
};

const outcomeInWords = ({ outcome, shortfallOre, rangeOre, reasons: why, mayGrant }: Outcome): string => {
  const figure =
    shortfallOre === null
      ? rangeOre === null
        ? "beloppet går inte att räkna ut"
        : `mellan ${kr(rangeOre[0])} och ${kr(rangeOre[1])}`
      : kr(shortfallOre);
  const because = why.length === 0 ? "" : ` (${why.map((code) => reasons[code].title).join("; ")})`;
  const by =
    mayGrant.length === 0
      ? ""
      : `, beviljas av ${mayGrant.map((role) => roles[role].title.toLowerCase()).join(" eller ")}`;
  return `${outcomeNames[outcome]}, ${figure}${by}${because}`;
};

const changeInWords = ({ differenceOre, differenceRangeOre }: Effect): string => {
  if (differenceOre !== null) return signed(differenceOre);
  if (differenceRangeOre === null) return "okänd skillnad";
  return `mellan ${signed(differenceRangeOre[0])} och ${signed(differenceRangeOre[1])}`;
};

const effectLines = (effects: readonly Effect[]): readonly string[] =>
  effects.map(
    (effect) =>
      `    ${effect.subject}: ${changeInWords(effect)}. Vi: ${outcomeInWords(effect.mine)}. De: ${outcomeInWords(effect.theirs)}.`,
  );

const differenceInWords = (differenceOre: number | null): string =>
  differenceOre === null ? "" : ` (${signed(differenceOre)})`;

const conflictLines = (conflict: Conflict): readonly string[] => [
  "",
  `${conflict.table}:${conflict.row}  ${conflict.title}, från ${conflict.from}${conflict.to === undefined ? "" : ` till ${conflict.to}`}`,
  `  Vår källa: ${conflict.mine ?? "ingen rad"}`,
  `  Deras källa: ${conflict.theirs ?? "ingen rad"}`,
  ...conflict.differences.map(
    ({ what, mine, theirs, differenceOre }) =>
      `  ${what}: vi ${mine ?? "inte angivet"}, de ${theirs ?? "inte angivet"}${differenceInWords(differenceOre)}`,
  ),
  ...(conflict.effects.length === 0 ? ["  Inget av ärendena blir annorlunda."] : effectLines(conflict.effects)),
];

const totalsInWords = ({ cases, changed, differenceOre, unknown, toPerson, fromPerson }: EffectTotals): string =>
  `Med hela deras överlägg: ${String(changed)} av ${String(cases)} ärenden blir annorlunda, ${signed(differenceOre)} i räknat behov` +
  `${unknown === 0 ? "" : ` och ${String(unknown)} utan en säker siffra`}; ${String(toPerson)} fler till en person, ${String(fromPerson)} färre.`;

/** How two overlays differ, for the eye. */
export const comparisonLines = ({ conflicts, delegation, whole }: Comparison): readonly string[] => [
  `${String(conflicts.length)} rader skiljer sig åt.`,
  ...conflicts.flatMap(conflictLines),
  "",
  `Delegationsordningen skiljer sig åt på ${String(delegation.length)} punkter. Den tas inte över: den egna nämnden beslutar.`,
  ...delegation.map(
    ({ title, from, mine, theirs, differenceOre }) =>
      `  ${title}, från ${from}: vi ${mine}, de ${theirs}${differenceInWords(differenceOre)}`,
  ),
  "",
  totalsInWords(whole.totals),
  ...effectLines(whole.effects),
];

/** What the proofs say of the imported pack, for the eye. */
export const proofLines = (problems: readonly PackProblem[]): readonly string[] =>
  problems.length === 0
    ? ["Reglerna är prövade: inga fel."]
    : [`Reglerna är prövade: ${String(problems.length)} fel.`, ...problems.map(problemInWords)];

/** What national law from elsewhere says otherwise than ours, for the eye. */
export const nationalLines = ({ against, differences }: ReturnType<typeof nationalDifferences>): readonly string[] => [
  `Mot vårt ${against}: ${differences.length === 0 ? "ingen skillnad" : `${String(differences.length)} skillnader`}.`,
  ...differences.map(({ text }) => `  ${text}`),
];

/** How the issuer's results stand against ours, for the eye. */
export const conformanceLines = ({ scenarios, differences, otherBasis }: Conformance): readonly string[] => [
  differences.length === 0
    ? `Alla ${String(scenarios)} exempel blir som utgivaren säger.`
    : `${String(differences.length)} av ${String(scenarios)} exempel blir INTE som utgivaren säger.`,
  ...differences.map(
    ({ id, differs, missed, stated, computed }) =>
      `  ${id}: skiljer sig i ${[...new Set([...differs, ...missed])].join(", ")}. ` +
      `Utgivaren ${figureOf(stated)}, vi ${figureOf(computed)}.`,
  ),
  ...otherBasis.map(({ id, ours }) => `  Räknat på annan grund: ${id}${ours === null ? " finns inte här" : ""}.`),
];

/** Which letter texts differ, for the eye. */
export const letterLines = (differences: readonly LetterDifference[]): readonly string[] =>
  differences.map(
    ({ id, theirVersion, ourVersion, texts }) =>
      `Brevtexterna ${id}, deras version ${theirVersion} och vår ${ourVersion ?? "saknas"}: ${String(texts.length)} texter skiljer sig åt. De tas inte över.`,
  );

const figureOf = ({
  outcome,
  shortfallOre,
}: {
  readonly outcome: Outcome["outcome"];
  readonly shortfallOre: number | null;
}): string => `${outcomeNames[outcome]} ${shortfallOre === null ? "utan belopp" : kr(shortfallOre)}`;
