import { findings } from "../../contracts/codes/findings.js";
import { reasons } from "../../contracts/codes/reasons.js";
import { formatKronor } from "../../contracts/money.js";
import type { CitationKey } from "../../contracts/rule-pack.js";
import { nationalPacks, provisions, rulebookVersion } from "../../rules/index.js";
import { needExceedsMeans } from "../../rules/provisions/need-exceeds-means.js";
import { acceptancePage } from "./acceptance-cases.js";
import { markdownTable } from "./markdown.js";
import { ownReadingsPage, ownReadingsPageName } from "./own-readings-page.js";
import { tablesFor } from "./tables.js";
import { workedExamples, type WorkedExample } from "./worked-examples.js";

type Page = {
  readonly id: string;
  readonly title: string;
  readonly basis: readonly CitationKey[];
  readonly from: string;
  readonly explanation: string;
  readonly code: string;
};

const openReadingsPage: Page = {
  id: "open-readings",
  title: "Öppna tolkningar",
  basis: ["calculation"],
  from: "2011-01",
  explanation:
    "Där rättskällorna lämnar ett val står valet i kommunens paket, med hänvisning. Är det inte gjort prövas alla möjligheter. Blir beloppet detsamma behövs inget val; annars går ärendet till en person med varianterna.",
  code: "rules/open-readings.ts",
};

const pages = (): readonly Page[] => [
  ...[...provisions, needExceedsMeans].map((provision) => ({
    ...provision,
    code: provision.id === "not-codified" ? "rules/not-codified.ts" : `rules/provisions/${provision.id}.ts`,
  })),
  openReadingsPage,
];

/** The law of a rule from the month the rule begins. A period whose acts nobody here has read says so. */
const basisTable = ({ basis, from }: Pick<Page, "basis" | "from">): string[] =>
  markdownTable(
    ["Från", "Till", "Lagrum"],
    nationalPacks
      .flatMap((pack) => pack.legalPeriods)
      .filter(({ to }) => to === undefined || to >= from)
      .flatMap((period) => {
        const cited = basis.flatMap((key) => period.citations[key] ?? []);
        if (cited.length === 0) return [];
        const unread = period.verified ? "" : " (periodens lagtext är inte läst: en person avgör)";
        const begins = period.from < from ? from : period.from;
        return [[begins, period.to ?? "tills vidare", `${cited.join("; ")}${unread}`]];
      }),
  );

/** A path with the id or number of a row left out: `incomes.*.netOre`. */
const generalised = (path: string): string =>
  path.replace(/^(household\.members|costs|incomes|assets|history|earnings|planning|previous\.lines)\.[^.]+/, "$1.*");

const factsRead = (id: string, examples: readonly WorkedExample[]): readonly string[] => {
  const read = examples.flatMap(({ receipt }) =>
    [...receipt.findings, ...receipt.lines]
      .filter(({ provision }) => provision === id)
      .flatMap(({ facts }) => facts ?? []),
  );
  return [...new Set(read.map(generalised))].toSorted();
};

const exampleLimit = 4;

const kronor = (amountOre: number): string => `${formatKronor(amountOre)} kr`;

const exampleLines = (id: string, { title, receipt }: WorkedExample): string[] => {
  const rows = receipt.lines
    .filter(({ provision }) => provision === id)
    .map(({ text, amountOre }) => `${text}: ${kronor(amountOre)}`);
  const questions = receipt.findings
    .filter(({ provision, reason }) => provision === id && reason !== undefined)
    .map(
      ({ reason, text }) =>
        `${reason === undefined ? "" : reasons[reason].title} (\`${String(reason)}\`): ${text ?? ""}`,
    );
  return rows.length + questions.length === 0
    ? []
    : [`- ${title}`, ...[...rows, ...questions].map((row) => `  - ${row}`)];
};

const conditions = (id: string, examples: readonly WorkedExample[]): readonly string[] => {
  const codes = examples.flatMap(({ receipt }) =>
    receipt.findings.filter(({ provision }) => provision === id).map(({ code }) => code),
  );
  return [...new Set(codes)].toSorted().map((code) => `- ${findings[code].title} (\`${code}\`)`);
};

const section = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`## ${heading}`, "", ...lines, ""];

const pageText = (page: Page, examples: readonly WorkedExample[]): string =>
  [
    `# ${page.title}`,
    "",
    page.explanation,
    "",
    `Gäller från ${page.from}. Regelverk ${rulebookVersion}. Kod: [\`${page.code}\`](../../${page.code}).`,
    "",
    ...section("Lagrum", basisTable(page)),
    ...section("Vad som prövas", conditions(page.id, examples)),
    ...section("Belopp och gränser", tablesFor(page.id)),
    ...section(
      "Uppgifter som läses",
      factsRead(page.id, examples).map((path) => `- \`${path}\``),
    ),
    ...section(
      "Exempel",
      examples
        .map((example) => exampleLines(page.id, example))
        .filter((lines) => lines.length > 0)
        .slice(0, exampleLimit)
        .flat(),
    ),
  ]
    .join("\n")
    .trimEnd()
    .concat("\n");

const indexText = (all: readonly Page[], examples: number): string =>
  [
    "# Reglerna",
    "",
    `Regelverk ${rulebookVersion}. Sidorna skapas ur koden och jämförs med den i testerna. Proven görs i den här ordningen; alla görs, så att en person ser alla skäl på en gång.`,
    "",
    ...all.map(({ id, title }, index) => `${String(index + 1)}. [${title}](${id}.md)`),
    "",
    `${String(all.length)} sidor. Exemplen på dem är ${String(examples)} hela ärenden; de fall vars svar går att läsa i en källa står i [Fall med känt svar](${acceptancePageName}). Det som källorna inte avgör står i [Våra tolkningar, inte lag](${ownReadingsPageName}).`,
    "",
  ].join("\n");

const acceptancePageName = "acceptance-cases.md";

/** The pages of `docs/rules/` by file name: one for each provision, the cases with a known answer, our own readings, and an index. */
export const rulePages = (): ReadonlyMap<string, string> => {
  const examples = workedExamples();
  const all = pages();
  return new Map([
    ["README.md", indexText(all, examples.length)],
    [acceptancePageName, acceptancePage()],
    [ownReadingsPageName, ownReadingsPage()],
    ...all.map((page) => [`${page.id}.md`, pageText(page, examples)] as const),
  ]);
};
