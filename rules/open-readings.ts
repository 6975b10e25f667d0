import type { Case } from "../contracts/case.js";
import {
  openReadings,
  optionsOf,
  readingChoicesSchema,
  type ReadingChoices,
  type ReadingKey,
} from "../contracts/codes/open-readings.js";
import type { Finding, ReceiptLine, Variant } from "../contracts/receipt.js";
import { evaluate, type Evaluated, type Figures } from "./evaluate.js";
import type { Parameters } from "./parameters.js";

/** An evaluation in which every reading that matters is chosen or shown not to matter. */
export type Determined = Omit<Evaluated, "open"> & { readonly variants: readonly Variant[] };

/** One complete set of choices for the readings that were open, with what it leads to. */
type Leaf = { readonly chosen: Readonly<Record<string, string>>; readonly evaluated: Evaluated };

/** So many combinations are evaluated; a case that leaves more of them open is not told apart any further. */
const leafLimit = 512;

const figureNames = [
  "personalOre",
  "commonOre",
  "normOre",
  "costsOre",
  "countedIncomeOre",
  "shortfallOre",
] as const satisfies readonly (keyof Figures)[];

/** The choices with one made otherwise, or no longer made. @throws where the reading has no such option. */
export const withChoice = (
  choices: ReadingChoices,
  { key, option }: { key: ReadingKey; option: string | undefined },
): ReadingChoices => {
  const others = Object.fromEntries(Object.entries(choices).filter(([chosen]) => chosen !== key));
  return readingChoicesSchema.parse(option === undefined ? others : { ...others, [key]: option });
};

/**
 * Every combination of options of the readings that are open, found as they are asked for, from the evaluation with those
 * that are chosen. Undefined where there are too many.
 */
const leavesOf = (
  value: Case,
  { parameters, first }: { parameters: Parameters; first: Evaluated },
): readonly Leaf[] | undefined => {
  const leaves: Leaf[] = [];
  const branches: { choices: ReadingChoices; chosen: Readonly<Record<string, string>>; known?: Evaluated }[] = [
    { choices: parameters.choices, chosen: {}, known: first },
  ];
  for (let branch = branches.pop(); branch !== undefined; branch = branches.pop()) {
    const { choices, chosen, known } = branch;
    const evaluated = known ?? evaluate(value, { parameters, choices });
    const [key] = evaluated.open;
    if (key === undefined) leaves.push({ chosen, evaluated });
    else
      for (const option of optionsOf(key).toReversed())
        branches.push({ choices: withChoice(choices, { key, option }), chosen: { ...chosen, [key]: option } });
    if (leaves.length + branches.length > leafLimit) return undefined;
  }
  return leaves;
};

const sameLine = (one: ReceiptLine, other: ReceiptLine): boolean =>
  one.kind === other.kind &&
  one.amountOre === other.amountOre &&
  one.text === other.text &&
  one.provision === other.provision;

const sameFinding = (one: Finding, other: Finding): boolean =>
  one.code === other.code && one.result === other.result && one.reason === other.reason && one.factId === other.factId;

const openFinding = (keys: readonly string[], { parameters }: { parameters: Parameters }): Finding => ({
  code: "reading-chosen",
  result: "cannot-tell",
  reason: "reading-open",
  provision: "open-readings",
  basis: parameters.cite(["calculation"]),
  facts: [],
  text: `Beloppet beror på en tolkning som inte är vald: ${keys
    .map((key) => Object.entries(openReadings).find(([code]) => code === key)?.[1].title ?? key)
    .join(", ")}.`,
});

const noFigures: Figures = {
  personalOre: null,
  commonOre: null,
  normOre: null,
  costsOre: null,
  countedIncomeOre: null,
  shortfallOre: null,
};

const figuresOf = (same: (name: keyof Figures) => boolean, figures: Figures): Figures => ({
  personalOre: same("personalOre") ? figures.personalOre : null,
  commonOre: same("commonOre") ? figures.commonOre : null,
  normOre: same("normOre") ? figures.normOre : null,
  costsOre: same("costsOre") ? figures.costsOre : null,
  countedIncomeOre: same("countedIncomeOre") ? figures.countedIncomeOre : null,
  shortfallOre: same("shortfallOre") ? figures.shortfallOre : null,
});

const figureOfKind = {
  norm: "normOre",
  cost: "costsOre",
  income: "countedIncomeOre",
  disregard: "countedIncomeOre",
} as const satisfies Readonly<Record<ReceiptLine["kind"], keyof Figures>>;

/**
 * The lines that hold whichever choice is made. Where a figure is the same for all, the first combination's lines of it
 * stand though another's read otherwise (a child's row names the age it was taken for): no figure is without its lines.
 */
const linesInCommon = (
  first: readonly ReceiptLine[],
  { others, differing }: { others: readonly Evaluated[]; differing: readonly (keyof Figures)[] },
): readonly ReceiptLine[] =>
  first.filter(
    (line) =>
      !differing.includes(figureOfKind[line.kind]) ||
      others.every(({ lines }) => lines.some((other) => sameLine(line, other))),
  );

/** What the combinations have in common; a figure they differ on is null, with its variants. */
const combine = (
  first: Evaluated,
  { leaves, parameters }: { leaves: readonly Leaf[]; parameters: Parameters },
): Determined => {
  const all = leaves.map(({ evaluated }) => evaluated);
  const differing = figureNames.filter((name) => new Set(all.map(({ figures }) => figures[name])).size > 1);
  const [one = first, ...others] = all;
  const unset = new Set(leaves.flatMap(({ chosen }) => Object.keys(chosen)));
  const consulted = Object.fromEntries(
    all
      .flatMap((evaluated) => Object.entries(evaluated.consulted))
      .map(([key, option]) => [key, unset.has(key) ? "unset" : option]),
  );
  const findings = all
    .flatMap((evaluated) => evaluated.findings)
    .filter((finding, index, every) => every.findIndex((earlier) => sameFinding(earlier, finding)) === index);
  const variants = leaves.flatMap(({ chosen, evaluated }) =>
    differing.map((figure) => ({ readings: chosen, figure, amountOre: evaluated.figures[figure] })),
  );
  return {
    figures: figuresOf((name) => !differing.includes(name), one.figures),
    lines: linesInCommon(one.lines, { others, differing }),
    findings: differing.length === 0 ? findings : [...findings, openFinding([...unset], { parameters })],
    consulted,
    variants,
  };
};

/**
 * Evaluates a case, and where a reading that matters is not chosen, evaluates every option of it. A figure that
 * comes out the same is determined; another is left to a person with its variants.
 */
export const determine = (value: Case, parameters: Parameters): Determined =>
  determineFrom(evaluate(value, { parameters, choices: parameters.choices }), { value, parameters });

/** The same from the evaluation by the choices there are, where that is made already. */
export const determineFrom = (
  first: Evaluated,
  { value, parameters }: { readonly value: Case; readonly parameters: Parameters },
): Determined => {
  if (first.open.length === 0) return { ...first, variants: [] };
  const leaves = leavesOf(value, { parameters, first });
  if (leaves !== undefined) return combine(first, { leaves, parameters });
  return {
    ...first,
    figures: noFigures,
    lines: [],
    findings: [...first.findings, openFinding(first.open, { parameters })],
    variants: [],
  };
};
