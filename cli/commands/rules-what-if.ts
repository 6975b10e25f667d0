import { createReadStream } from "node:fs";
import { replaced } from "../../activities/packs-in-force.js";
import {
  rehearsalFigures,
  rehearseOne,
  type RehearsalFigures,
} from "../../activities/rules-workshop/rehearsal-figures.js";
import { caseSchema, type Case } from "../../contracts/case.js";
import { firstDayOf, addMonths, monthSchema, type Month } from "../../contracts/dates.js";
import { formatKronor } from "../../contracts/money.js";
import type { RulePack } from "../../contracts/rule-pack.js";
import { plausibleMonths } from "../../rules/examples/plausible-households.js";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { InputRefused, inputErrorsOf, refuse } from "../input-error.js";
import { readDocuments } from "../json-documents.js";
import { packIn } from "../pack-file.js";
import { packsWith } from "../packs-with.js";
import { readableFile } from "../readable-file.js";
import type { Terminal } from "../terminal.js";

/** What is asked: a pack, and the months to try it on. Without `cases` the households are made up. */
export type WhatIfAsked = {
  readonly file: string;
  readonly json: boolean;
  readonly overlay?: string;
  readonly cases?: string;
  readonly households?: string;
  readonly seed?: string;
  readonly from?: string;
};

/** The first month in which everything in the pack holds that ever starts in it. */
const wholeFrom = (pack: RulePack): Month => {
  const rows =
    pack.layer === "national"
      ? [...pack.riksnorm, ...pack.priceBaseAmounts, ...pack.incomeRules]
      : [...pack.costRules, ...pack.readings, ...pack.incomeRules, ...pack.incomeChange];
  const starts = rows.map(({ from }) => from).toSorted();
  const last = starts.at(-1);
  if (last === undefined) throw refuse("PACK", "nothing-to-try", "Paketet har inga rader som påverkar beräkningen.");
  return last;
};

const wholeNumber = (name: string, value: string | undefined, unset: number): number => {
  const number = value === undefined ? unset : Number(value);
  if (Number.isSafeInteger(number) && number >= 1 && number <= 100_000) return number;
  throw refuse(name, "not-a-count", "Ange ett heltal från 1 till 100000.");
};

const storedCases = async (file: string): Promise<Case[]> => {
  const cases: Case[] = [];
  for await (const document of readDocuments(createReadStream(await readableFile(file)))) {
    const parsed = document.ok ? caseSchema.safeParse(document.value) : undefined;
    if (parsed?.success === true) cases.push(parsed.data);
    else
      throw new InputRefused(
        parsed === undefined
          ? [{ path: `rad ${String(document.line ?? 1)}`, code: "invalid-json", message: "Raden är inte giltig JSON." }]
          : inputErrorsOf(parsed.error),
      );
  }
  return cases;
};

const madeUpCases = (asked: WhatIfAsked, first: Month): Case[] =>
  [
    ...plausibleMonths({
      households: wholeNumber("--households", asked.households, 400),
      months: 12,
      last: addMonths(first, 11),
      seed: wholeNumber("--seed", asked.seed, 1),
    }),
  ].map((input) => caseSchema.parse(input));

/**
 * `skalig rules what-if PACK`: what a pack would change if it took the place of the one of its id, or came beside the
 * others: whom it touches and by how many kronor, without naming anybody. Tried on twelve months of made-up households
 * from the month in which the whole pack holds, or on the cases of a JSON Lines file.
 */
export const rulesWhatIf = async (terminal: Terminal, asked: WhatIfAsked): Promise<ExitCode> => {
  const pack = await packIn(asked.file);
  const before = await packsWith(asked.overlay);
  const after = replaced(before, [pack]);
  if (pack.layer === "municipal" && after.municipal !== pack)
    throw refuse(
      "id",
      "other-municipality",
      "Paketet är en annan kommuns än den det jämförs med. Ange den med --overlay.",
    );
  const from = asked.from === undefined ? wholeFrom(pack) : monthIn(asked.from);
  const cases = asked.cases === undefined ? madeUpCases(asked, from) : await storedCases(asked.cases);
  const compared = { before, after, on: firstDayOf(from) };
  const figures = rehearsalFigures(cases.map((input) => rehearseOne({ input }, compared)));
  await terminal.out(
    asked.json
      ? `${JSON.stringify({ schema: "skalig.what-if.v1", pack: { id: pack.id, version: pack.version }, ...figures })}\n`
      : `${inWords(figures).join("\n")}\n`,
  );
  return exitCodes.ok;
};

const monthIn = (text: string): Month => {
  const parsed = monthSchema.safeParse(text);
  if (parsed.success) return parsed.data;
  throw refuse("--from", "not-a-month", "Ange en månad, som 2026-01.");
};

const signed = (amountOre: number): string => `${amountOre > 0 ? "+" : ""}${formatKronor(amountOre)} kr`;

const inWords = ({ groups, bars, children, ...all }: RehearsalFigures): string[] => [
  `${String(all.assessed)} bedömningar räknades om. ${String(all.affected)} blir annorlunda.`,
  `${String(all.more)} får mer, ${String(all.less)} får mindre, tillsammans ${signed(all.sumOre)}.`,
  `${String(all.newlyReferred)} går till en person som inte gjorde det förut, ${String(all.noLongerReferred)} slutar göra det.`,
  `${String(all.newlyRefused)} skulle inte längre få något, ${String(all.noLongerRefused)} skulle börja få något.`,
  `${String(all.letters)} brev och ${String(all.mandates)} beslutsmandat blir andra.`,
  children.text,
  "",
  "Hushåll                 bedömda  andra  mer  mindre  kronor",
  ...groups.map(({ title, assessed, affected, more, less, sumOre }) =>
    [
      title.padEnd(22),
      String(assessed).padStart(8),
      String(affected).padStart(6),
      String(more).padStart(4),
      String(less).padStart(7),
      ` ${signed(sumOre)}`,
    ].join(" "),
  ),
  ...(bars.length === 0 ? [] : ["", "Kronor i månaden, antal hushåll"]),
  ...bars.map(({ title, count }) => `${title.padEnd(22)} ${String(count).padStart(8)}`),
];
