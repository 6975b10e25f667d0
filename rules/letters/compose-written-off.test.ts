import { describe, expect, it } from "vitest";
import { localDate } from "../../contracts/dates.js";
import { letterContentSchema, type LetterContent } from "../../contracts/letter.js";
import { composeWrittenOff } from "./compose-written-off.js";
import { singleInput } from "./test-support/household.js";

const textOf = (letter: LetterContent): string =>
  [...letter.sections, letter.appeal]
    .flatMap((section) => section?.paragraphs ?? [])
    .flatMap(({ text, items }) => [text, ...(items ?? [])])
    .join("\n");

describe("the letter of an application that is written off", () => {
  const writtenOff = {
    ...singleInput,
    decision: {
      decidedOn: localDate("2025-11-03"),
      decidedBy: { name: "Karin Ek", title: "socialsekreterare" },
      delegationItem: "3.5",
    },
  };
  const withdrawn = composeWrittenOff({
    ...writtenOff,
    ground: { kind: "withdrawn", on: localDate("2025-10-31") },
  });

  it("says that it was withdrawn and when, and that one may apply again", () => {
    expect(() => letterContentSchema.parse(withdrawn)).not.toThrow();
    expect(withdrawn.kind).toBe("written-off");
    expect(withdrawn.sections[0]?.paragraphs.map(({ text }) => text)).toEqual([
      "Socialnämnden avskriver din ansökan om ekonomiskt bistånd för november 2025, eftersom du tog tillbaka ansökan den 31 oktober 2025.",
      "Du kan när som helst ansöka igen.",
    ]);
  });

  it("names the decision in which the application is tried already", () => {
    const letter = composeWrittenOff({
      ...writtenOff,
      ground: { kind: "decided-elsewhere", reference: "2025-00009", on: localDate("2025-10-30") },
    });
    expect(letter.sections[0]?.paragraphs[0]?.text).toContain(
      "eftersom ansökan redan är prövad genom beslutet 2025-00009 den 30 oktober 2025.",
    );
    expect(textOf(letter)).not.toContain("tog tillbaka");
  });

  it("names who decided it on which item, and how it is appealed: no calculation, no section on the right to aid", () => {
    const text = textOf(withdrawn);
    expect(text).toContain("Karin Ek, socialsekreterare, har fattat beslutet för socialnämnden enligt punkt 3.5");
    expect(text).toContain("beslutet den 3 november 2025 att avskriva ansökan, i ärende 2025-00017");
    expect(text).toContain("inom tre veckor från den dag du fick del av beslutet");
    expect(text).not.toContain("12 kap. 1 §");
    expect(withdrawn).not.toHaveProperty("appendix");
  });
});
