import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { isFault } from "../../contracts/faults.js";
import { letterKindSchema, type LetterContent } from "../../contracts/letter.js";
import { composeGrant } from "../../rules/letters/compose-grant.js";
import { everyKind } from "../../rules/letters/test-support/every-kind.js";
import { singleInput } from "../../rules/letters/test-support/household.js";
import { readTextLayer } from "../read/pdf-text.js";
import { renderLetter } from "./render.js";

const letter = composeGrant(singleInput);

/** The words of a PDF, with every kind of space made one. */
const textOf = async (pdf: Uint8Array): Promise<string> => {
  const layer = await readTextLayer(pdf);
  if ("refusal" in layer) throw new Error(layer.refusal);
  return layer.pages.flatMap((page) => page.words.map((word) => word.text)).join(" ");
};

const rawOf = (pdf: Uint8Array): string => Buffer.from(pdf).toString("latin1");

describe("a rendered letter", () => {
  const pdf = renderLetter(letter);

  it("carries the text with å, ä, ö, no-break spaces, dashes and the minus sign", async () => {
    const text = await textOf(pdf);
    expect(text).toContain("Socialnämnden beviljar dig ekonomiskt bistånd för november 2025 med 6 190 kronor.");
    expect(text).toContain("Åsa Öberg Kvarnvägen 12 A 790 02 Låtsasvik");
    expect(text).toContain("2025-10-01 – 2025-10-31");
    expect(text).toContain("\u22125 200");
    expect(text).toContain("Ärendenummer 2025-00017");
  });

  it("says of itself that it is tagged PDF/A-2a in Swedish, with its title and the decision's date", () => {
    const raw = rawOf(pdf);
    expect(raw).toMatch(/<pdfaid:part>2<\/pdfaid:part>/);
    expect(raw).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/);
    expect(raw).toMatch(/\/MarkInfo/);
    expect(raw).toMatch(/\/StructTreeRoot/);
    expect(raw).toMatch(/\/Lang \(sv\)/);
    expect(raw).toMatch(/\/CreationDate \(D:20251028000000Z?\)/);
    expect(raw).toMatch(/<dc:title>/);
  });

  it("has headings and table headers that a screen reader finds", () => {
    const raw = rawOf(pdf);
    for (const tag of ["/H1", "/H2", "/H3", "/TH", "/TD", "/L", "/LBody"]) expect(raw).toContain(tag);
  });

  it("embeds every font", () => {
    const raw = rawOf(pdf);
    expect(raw.match(/\/FontDescriptor \d/g)?.length).toBe(raw.match(/\/FontFile3? ?\d|\/FontFile2 \d/g)?.length);
  });

  it("is the same to the byte when it is set again", () => {
    expect(Buffer.from(renderLetter(letter)).equals(Buffer.from(pdf))).toBe(true);
  });

  it("is the same to the byte when another process sets it", () => {
    const script = [
      `import { renderLetter } from ${JSON.stringify(new URL("render.ts", import.meta.url).href)};`,
      `process.stdout.write(Buffer.from(renderLetter(${JSON.stringify(letter)})));`,
    ].join("\n");
    const again = execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script]);
    expect(again.equals(Buffer.from(pdf))).toBe(true);
  });
});

describe("every kind of letter", () => {
  const kinds = Object.entries(everyKind);

  it("is there", () => {
    expect(new Set(kinds.map(([, { kind }]) => kind))).toEqual(new Set(letterKindSchema.options));
  });

  it.each(kinds)("%s is the same to the byte when it is set again, tagged and archivable", (_name, content) => {
    const pdf = renderLetter(content);
    expect(Buffer.from(renderLetter(structuredClone(content))).equals(Buffer.from(pdf))).toBe(true);
    const raw = rawOf(pdf);
    expect(raw).toMatch(/<pdfaid:part>2<\/pdfaid:part>[\s\S]*<pdfaid:conformance>A<\/pdfaid:conformance>/);
    expect(raw).toMatch(/\/StructTreeRoot/);
    expect(raw).toMatch(/\/OutputIntents? /);
    expect(raw).toMatch(/\/Lang \(sv\)/);
  });

  it.each(kinds)("%s prints hostile names as they are written", async (_name, content) => {
    const hostile = '<script>alert(1)</script> =HYPERLINK("http://x";"y") \u202egalsva\u202c';
    const long = "Namn".repeat(50);
    const text = await textOf(
      renderLetter({ ...content, recipientLines: [`${hostile}\nBeslut: avslag`, long, "790 02 Låtsasvik"] }),
    );
    // A line may break inside an address or a long word; nothing of it may be lost.
    const unbroken = text.replaceAll(/[ \u200b]/g, "");
    expect(unbroken).toContain('<script>alert(1)</script>=HYPERLINK("http://x";"y")galsvaBeslut:avslag');
    expect(unbroken).toContain(long);
  });

  it("keeps both ways of having a decision tried in the letter that needs both", async () => {
    const text = await textOf(renderLetter(everyKind["discretionary-aid"]));
    expect(text).toContain("Så överklagar du");
    expect(text).toContain("laglighetsprövning, 13 kap. kommunallagen");
    expect(await textOf(renderLetter(everyKind.refusal))).not.toContain("laglighetsprövning");
  });
});

const withName = (name: string): LetterContent => ({
  ...letter,
  recipientLines: [name, "Gatan 1", "790 02 Låtsasvik"],
});

describe("a name that looks like code", () => {
  it.each([
    "#pagebreak() Eriksson",
    '#read("/etc/passwd")',
    "$ sum_(k=0)^n k $",
    "<script>alert(1)</script>",
    '=HYPERLINK("http://x","y")',
    "*fet* _kursiv_ @ref <label> \\ ~ `kod` // bort /* bort */",
    '"; #panic("x")',
  ])("is printed letter by letter: %s", async (name) => {
    expect(await textOf(renderLetter(withName(name)))).toContain(name.replace(/\s+/g, " "));
  });

  it("keeps a name with line breaks on its line", async () => {
    expect(await textOf(renderLetter(withName("Anna\nBeslut: avslag\r\nEk")))).toContain("Anna Beslut: avslag Ek");
  });

  it("does not let a name turn the direction of writing", async () => {
    expect(await textOf(renderLetter(withName("Anna \u202egalsva\u202c Ek\u200b")))).toContain("Anna galsva Ek");
  });

  it("prints Greek, Cyrillic and letters with many accents", async () => {
    const text = await textOf(renderLetter(withName("Νίκος Иванов Łukasz Škvorecký Đặng")));
    expect(text).toContain("Νίκος Иванов Łukasz Škvorecký Đặng");
  });

  it("refuses a letter with a character that no font has, without quoting it", () => {
    let thrown: unknown;
    try {
      renderLetter(withName("Hemlig \u{13000}"));
    } catch (error) {
      thrown = error;
    }
    expect(isFault(thrown) && thrown.name).toBe("InvariantBroken");
    expect(isFault(thrown) && JSON.stringify([thrown.message, thrown.details])).not.toContain("Hemlig");
  });
});
