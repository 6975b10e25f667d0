import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { caseSchema } from "../../contracts/case.js";
import { reasonSchema, reasons } from "../../contracts/codes/reasons.js";
import { formatKronor } from "../../contracts/money.js";
import { assessedSchema, type Assessed } from "../../contracts/receipt.js";
import { assess } from "../../rules/index.js";
import { nationalLawAlone, samplePacks } from "../../rules/packs.js";
import { markdownTable } from "./markdown.js";

const folder = join(import.meta.dirname, "..", "..", "docs", "examples");

const acceptanceCaseSchema = z.strictObject({
  id: z.string(),
  class: z.enum(["OFFICIAL", "SYSTEM", "SECONDARY", "RULE"]),
  source: z.string(),
  confidence: z.string(),
  note: z.string().optional(),
  case: caseSchema,
  overlay: z.literal("none").optional(),
  expected: assessedSchema
    .pick({
      personalOre: true,
      commonOre: true,
      normOre: true,
      costsOre: true,
      countedIncomeOre: true,
      shortfallOre: true,
      grantOre: true,
      outcome: true,
    })
    .extend({ reasons: z.array(reasonSchema) })
    .partial(),
});

/** A case whose outcome can be read in a source, with that outcome in our terms. Amounts in öre. */
export type AcceptanceCase = z.output<typeof acceptanceCaseSchema>;

/** The acceptance cases in `docs/examples`, by their numbers. Throws where one is not written as it should be. */
export const acceptanceCases = (): readonly AcceptanceCase[] =>
  readdirSync(folder)
    .filter((name) => /^AC-\d\d[a-z]?\.json$/.test(name))
    .toSorted()
    .map((name) => acceptanceCaseSchema.parse(JSON.parse(readFileSync(join(folder, name), "utf8"))));

/** What the rules make of one, with the sample municipality's overlay unless its source has none. */
export const assessedCase = ({ case: value, overlay }: AcceptanceCase): Assessed =>
  assess(value, overlay === "none" ? nationalLawAlone : samplePacks);

const classes: Readonly<Record<AcceptanceCase["class"], string>> = {
  OFFICIAL: "myndighet eller domstol",
  SYSTEM: "ett verksamhetssystem",
  SECONDARY: "annan källa",
  RULE: "regeln själv, påhittade uppgifter",
};

const outcomes: Readonly<Record<Assessed["outcome"], string>> = {
  prefilled: "förberett för beslut",
  referred: "till en person",
  waiting: "väntar",
};

type Expected = AcceptanceCase["expected"];

const amount = (amountOre: number | null | undefined): string | undefined => {
  if (amountOre === undefined) return undefined;
  return amountOre === null ? "inget belopp" : `${formatKronor(amountOre)} kr`;
};

/** What can be compared, in words; undefined where the source says nothing of it. */
const compared: readonly (readonly [string, (of: Expected) => string | undefined])[] = [
  ["Personliga kostnader", ({ personalOre }) => amount(personalOre)],
  ["Gemensamma kostnader", ({ commonOre }) => amount(commonOre)],
  ["Norm", ({ normOre }) => amount(normOre)],
  ["Kostnader utanför normen", ({ costsOre }) => amount(costsOre)],
  ["Räknade inkomster", ({ countedIncomeOre }) => amount(countedIncomeOre)],
  ["Underskott", ({ shortfallOre }) => amount(shortfallOre)],
  ["Förslag till bistånd", ({ grantOre }) => amount(grantOre)],
  ["Väg", ({ outcome }) => (outcome === undefined ? undefined : outcomes[outcome])],
  [
    "Skäl",
    ({ reasons: found }) =>
      found === undefined || found.length === 0 ? undefined : found.map((reason) => reasons[reason].title).join("; "),
  ],
];

const rowsOf = (one: AcceptanceCase): string[][] => {
  const computed = assessedCase(one);
  return compared.flatMap(([label, of]) => {
    const expected = of(one.expected);
    return expected === undefined
      ? []
      : [[`[${one.id}](../examples/${one.id}.json)`, label, expected, of(computed) ?? "–"]];
  });
};

/** The page of cases with a known answer: where each comes from, and what was expected and computed. */
export const acceptancePage = (): string => {
  const cases = acceptanceCases();
  return [
    "# Fall med känt svar",
    "",
    "Varje fall har ett svar som går att läsa i en källa. Siffrorna till höger räknas fram av reglerna när sidan skapas, och testerna jämför dem med de väntade. Fullständiga officiella fall med hyra, inkomster och beviljat belopp har inte funnits i källorna.",
    "",
    "## Källor",
    "",
    ...markdownTable(
      ["Fall", "Svaret kommer från", "Säkerhet", "Källa", "Anmärkning"],
      cases.map(({ id, class: kind, confidence, source, note }) => [id, classes[kind], confidence, source, note ?? ""]),
    ),
    "",
    "## Väntat och framräknat",
    "",
    ...markdownTable(["Fall", "Vad", "Väntat", "Framräknat"], cases.flatMap(rowsOf)),
    "",
  ].join("\n");
};
