import { dateInWords, type LocalDate } from "../../contracts/dates.js";
import { Fault } from "../../contracts/faults.js";
import type { LetterMunicipality, LetterSection } from "../../contracts/letter.js";
import { citationsFor } from "./citations.js";
import type { DecisionLetterInput, LetterInput } from "./letter-input.js";
import type { Writer } from "./writer.js";

const law = (provision: string) => ({ from: "law", provision }) as const;

const only = (sections: readonly LetterSection[]): LetterSection => {
  const [section] = sections;
  if (section === undefined) throw new Fault("InvariantBroken", "A decision must say how it can be tried.");
  return section;
};

type Appealed = Pick<LetterInput, "municipality" | "caseNumber"> & { readonly decidedOn: LocalDate };

const noticeOf = (
  { court, contactLines, name }: LetterMunicipality,
  { which, basis, write }: { readonly which: string; readonly basis: string; readonly write: Writer },
): LetterSection => {
  const what = [
    which,
    write.text("appeal.what-change"),
    write.text("appeal.what-contact"),
    write.text("appeal.what-proof"),
  ];
  return only(
    write.section("appeal", [
      write.paragraph("appeal.where", law(basis), { words: { court, boardAddress: contactLines[0] ?? name } }),
      write.paragraph("appeal.when", law("44 § FL (2017:900)")),
      write.paragraph("appeal.what", law("43 § FL (2017:900)"), { items: what }),
      write.paragraph("appeal.then", law("39 och 45–46 §§ FL (2017:900)"), { words: { court } }),
    ]),
  );
};

/**
 * How a decision under 12 kap. 1 § SoL is appealed to the administrative court. Enclosed with every decision, also a
 * full grant (FL 33 §).
 */
export const appealSection = (input: DecisionLetterInput, write: Writer): LetterSection => {
  const { municipality, decision, caseNumber } = input;
  const { decidedOn } = decision;
  const right = citationsFor(input)("right-to-aid");
  return noticeOf(municipality, {
    which: write.text("appeal.what-decision", { right, decidedOn: dateInWords(decidedOn), caseNumber }),
    basis: "35 kap. 1 § SoL (2025:400), 43 § FL (2017:900)",
    write,
  });
};

/** How it is appealed that an application was written off (FL 40–43 §§). */
export const writtenOffAppealSection = (appealed: Appealed, write: Writer): LetterSection => {
  const { decidedOn, caseNumber } = appealed;
  const which = write.text("appeal.what-written-off", { decidedOn: dateInWords(decidedOn), caseNumber });
  return noticeOf(appealed.municipality, { which, basis: "40–43 §§ FL (2017:900)", write });
};

/**
 * How the legality of a decision under 12 kap. 2 § SoL is tried: not on its merits, and by way of the Local Government
 * Act. Undefined where there is no such decision.
 */
export const legalitySection = (input: DecisionLetterInput, write: Writer): LetterSection | undefined => {
  const { discretionary } = input.decision;
  if (discretionary === undefined) return undefined;
  const section = citationsFor(input)("discretionary-aid");
  const { court } = input.municipality;
  const act = law("13 kap. kommunallagen (2017:725)");
  return only(
    write.section("legality", [
      write.paragraph("legality.who", act, { words: { purpose: discretionary.purpose, section } }),
      write.paragraph("legality.where", act, { words: { court } }),
      write.paragraph("legality.when", act),
    ]),
  );
};
