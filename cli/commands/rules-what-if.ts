import { createReadStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { packsInUse } from "../../activities/pack-hash.js";
import { replaced } from "../../activities/packs-in-force.js";
import { csvOf } from "../../api/views/csv.js";
import { caseSchema } from "../../contracts/case.js";
import { readingKeySchema } from "../../contracts/codes/open-readings.js";
import { addMonths, monthOf, monthSchema, type LocalDate, type Month } from "../../contracts/dates.js";
import type { Packs, RulePack } from "../../contracts/rule-pack.js";
import { comparePacks } from "../../rules/differences/compare-packs.js";
import { turnsOf } from "../../rules/differences/turns-of.js";
import { randomFrom } from "../../rules/examples/seeded-random.js";
import { predecessorOf } from "../../rules/predecessor.js";
import { asIfAlways } from "../../rules/rehearsal/as-if-always.js";
import { generateHouseholds } from "../../rules/rehearsal/households/generate.js";
import { rehearse } from "../../rules/rehearsal/rehearse.js";
import { rehearseReadings } from "../../rules/rehearsal/rehearse-readings.js";
import type { RehearsalCase } from "../../rules/rehearsal/rehearsal-case.js";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { inputErrorsOf, refuse } from "../input-error.js";
import { readDocuments, type JsonDocument } from "../json-documents.js";
import { packIn } from "../pack-file.js";
import { packsWith } from "../packs-with.js";
import { readableFile } from "../readable-file.js";
import { rehearsalRows } from "../rehearsal-csv.js";
import { readingInWords, rehearsalInWords } from "../rehearsal-report.js";
import type { Terminal } from "../terminal.js";

/** What is asked: a pack, and the months to try it on. Without `cases` the households are made up. */
export type WhatIfAsked = {
  readonly file: string;
  readonly json: boolean;
  readonly overlay?: string;
  readonly cases?: string;
  readonly households?: string;
  readonly months?: string;
  readonly seed?: string;
  readonly from?: string;
  readonly csv?: string;
  readonly reading?: string;
  readonly asIfAlways?: boolean;
};

/** The first month in which everything in the pack holds that ever starts in it. */
const wholeFrom = (pack: RulePack): Month => {
  const rows =
    pack.layer === "national"
      ? [...pack.riksnorm, ...pack.priceBaseAmounts, ...pack.incomeRules, ...pack.legalPeriods]
      : [...pack.costRules, ...pack.readings, ...pack.incomeRules, ...pack.incomeChange];
  const last = rows
    .map(({ from }) => from)
    .toSorted()
    .at(-1);
  if (last === undefined) throw refuse("PACK", "nothing-to-try", "Paketet har inga rader som påverkar beräkningen.");
  return last;
};

const count = (name: string, value: string | undefined, { unset, most }: { unset: number; most: number }): number => {
  const number = value === undefined ? unset : Number(value);
  if (Number.isSafeInteger(number) && number >= 1 && number <= most) return number;
  throw refuse(name, "not-a-count", `Ange ett heltal från 1 till ${String(most)}.`);
};

const monthIn = (text: string): Month => {
  const parsed = monthSchema.safeParse(text);
  if (parsed.success) return parsed.data;
  throw refuse("--from", "not-a-month", "Ange en månad, som 2026-01.");
};

const caseIn = (document: JsonDocument): RehearsalCase => {
  const ref = `rad ${String(document.line ?? 1)}`;
  if (!document.ok) return { ref, unreadable: "Raden är inte giltig JSON." };
  const parsed = caseSchema.safeParse(document.value);
  if (parsed.success) return { ref, case: parsed.data };
  const [first] = inputErrorsOf(parsed.error);
  return { ref, unreadable: `Raden är inget ärende: ${first?.path ?? ""} (${first?.code ?? ""}).` };
};

/** The cases of a file, one a line. A line that is no case is kept as one that cannot be read. */
const casesIn = async (file: string): Promise<readonly RehearsalCase[]> => {
  const cases: RehearsalCase[] = [];
  for await (const document of readDocuments(createReadStream(await readableFile(file)))) cases.push(caseIn(document));
  return cases;
};

const monthsOf = ({ months }: WhatIfAsked): number => count("--months", months, { unset: 12, most: 12 });

const madeUp = (asked: WhatIfAsked, { first, packs }: { first: Month; packs: Packs }): readonly RehearsalCase[] => {
  const months = monthsOf(asked);
  return generateHouseholds({
    households: count("--households", asked.households, { unset: 400, most: 20_000 }),
    months,
    last: addMonths(first, months - 1),
    packs,
    random: randomFrom(count("--seed", asked.seed, { unset: 1, most: 2 ** 31 })),
  });
};

/** The months that are tried, and the packs after: `turn` is the day whose rules are tried as if they always held. */
type Trial = { readonly cases: readonly RehearsalCase[]; readonly after: Packs; readonly turn?: LocalDate };

const firstOf = (cases: readonly RehearsalCase[]): Month | undefined =>
  cases.flatMap((one) => ("case" in one ? [one.case.benefitMonth] : [])).toSorted()[0];

/** The pack as if what is new in it had held all the while: on the cases, or on the months before it begins. */
const triedAsIfAlways = async (
  asked: WhatIfAsked,
  { before, pack }: { before: Packs; pack: RulePack },
): Promise<Trial> => {
  const base = packsInUse(before).find(({ id }) => id === pack.id) ?? predecessorOf(before, pack);
  const turns = turnsOf(comparePacks(base, pack));
  const [turn] = turns;
  if (turns.length > 1)
    throw refuse(
      "PACK",
      "several-turns",
      `Paketet ändrar vid flera tidpunkter (${turns.join(", ")}). Dela det, och pröva en åt gången.`,
    );
  if (turn === undefined) throw refuse("PACK", "nothing-to-try", "Paketet säger detsamma som det som gäller.");
  const earlier = asked.from === undefined ? addMonths(monthOf(turn), -monthsOf(asked)) : monthIn(asked.from);
  const cases =
    asked.cases === undefined ? madeUp(asked, { first: earlier, packs: before }) : await casesIn(asked.cases);
  const first = firstOf(cases) ?? earlier;
  return { cases, turn, after: asIfAlways(before, { draft: pack, base, turn, first }) };
};

const triedInItsMonths = async (
  asked: WhatIfAsked,
  { before, pack, after }: { before: Packs; pack: RulePack; after: Packs },
): Promise<Trial> => {
  const first = asked.from === undefined ? wholeFrom(pack) : monthIn(asked.from);
  return {
    cases: asked.cases === undefined ? madeUp(asked, { first, packs: before }) : await casesIn(asked.cases),
    after,
  };
};

/** The packs with one in its place: another of its id, or beside the others where it is a new national one. */
const inPlace = (packs: Packs, pack: RulePack): Packs => {
  const after = replaced(packs, [pack]);
  if (pack.layer === "municipal" && after.municipal !== pack)
    throw refuse(
      "id",
      "other-municipality",
      "Paketet är en annan kommuns än den det jämförs med. Ange den med --overlay.",
    );
  return after;
};

const write = async (file: string, text: string): Promise<void> => {
  try {
    // Rows of cases: for whoever runs the command, and nobody else on the machine.
    await writeFile(file, text, { mode: 0o600 });
  } catch {
    throw refuse(file, "unwritable-file", "Filen går inte att skriva.");
  }
};

const readingOf = (text: string) => {
  const parsed = readingKeySchema.safeParse(text);
  if (parsed.success) return parsed.data;
  throw refuse("--reading", "no-such-reading", `Tolkningarna är: ${readingKeySchema.options.join(", ")}.`);
};

/**
 * `skalig rules what-if PACK`: what a pack would change if it took the place of the one of its id, or came beside the
 * others: whom it touches, by how many kronor and why (`skalig.rehearsal.v1`). Tried on made-up households from the month
 * in which the whole pack holds, or on the cases of a JSON Lines file, whose unreadable lines are listed and make the
 * exit code 2. `--as-if-always` tries what is new in the pack on months before it begins, as the workshop
 * does: what begins on one day only, which the report names. `--reading` tells instead what each option of an open reading would come to with the pack in its place.
 *
 * @throws InputRefused where the pack or an option cannot be used.
 */
export const rulesWhatIf = async (terminal: Terminal, asked: WhatIfAsked): Promise<ExitCode> => {
  const pack = await packIn(asked.file);
  const before = await packsWith(asked.overlay);
  const inItsPlace = inPlace(before, pack);
  const { cases, after, turn } = await (asked.asIfAlways === true
    ? triedAsIfAlways(asked, { before, pack })
    : triedInItsMonths(asked, { before, pack, after: inItsPlace }));
  const isMadeUp = asked.cases === undefined;
  if (asked.reading !== undefined) {
    const result = rehearseReadings({ cases, packs: after, key: readingOf(asked.reading) });
    await terminal.out(
      asked.json ? `${JSON.stringify(result)}\n` : `${readingInWords(result, { isMadeUp }).join("\n")}\n`,
    );
    return result.errors.length === 0 ? exitCodes.ok : exitCodes.refused;
  }
  const result = rehearse({ cases, before, after });
  if (asked.csv !== undefined) await write(asked.csv, csvOf(rehearsalRows(result)));
  await terminal.out(
    asked.json
      ? `${JSON.stringify(result)}\n`
      : `${rehearsalInWords(result, { isMadeUp, ...(turn !== undefined && { turn }) }).join("\n")}\n`,
  );
  return result.errors.length === 0 ? exitCodes.ok : exitCodes.refused;
};
