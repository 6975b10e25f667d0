import { readingOwners } from "../../rules/own-readings/own-reading.js";
import { ownReadings } from "../../rules/own-readings/register.js";
import { markdownTable } from "./markdown.js";

/** The file name of the page. */
export const ownReadingsPageName = "own-readings.md";

/** "Våra tolkningar, inte lag": each point that the sources leave open, with what we do and what would change it. */
export const ownReadingsPage = (): string =>
  [
    "# Våra tolkningar, inte lag",
    "",
    "Här står varje punkt där källorna inte ger ett svar och regelverket, eller arbetssättet runt det, ändå gör något. En domstol kan läsa annorlunda. Varje punkt har en dag då någon ser på den igen. Att dagen har gått ändrar inget resultat.",
    "",
    "## I korthet",
    "",
    ...markdownTable(
      ["Punkt", "Ansvarar", "Ses över senast"],
      ownReadings.map(({ key, title, owner, reviewBy }) => [
        `[${title}](#${key})`,
        readingOwners[owner].title,
        reviewBy,
      ]),
    ),
    "",
    ...ownReadings.flatMap(({ key, title, does, why, lookedAt, otherwise, provisions, reading }) => [
      `<a id="${key}"></a>`,
      "",
      `## ${title}`,
      "",
      `- **Vad vi gör:** ${does}`,
      `- **Varför det är öppet:** ${why}`,
      `- **Läst:** ${lookedAt}`,
      `- **Om en domstol läser annorlunda:** ${otherwise}`,
      `- **Rör:** ${provisions.map((id) => `[${id}](${id}.md)`).join(", ")}`,
      ...(reading === undefined ? [] : [`- **Väljs av kommunen:** \`${reading}\``]),
      "",
    ]),
  ]
    .join("\n")
    .trimEnd()
    .concat("\n");
