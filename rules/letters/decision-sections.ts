import { sources } from "../../contracts/codes/sources.js";
import { dateInWords } from "../../contracts/dates.js";
import { Fault } from "../../contracts/faults.js";
import type { LetterParagraph, LetterSection } from "../../contracts/letter.js";
import { formatKronor } from "../../contracts/money.js";
import { citationsFor } from "./citations.js";
import { costOutcomes, costTitle } from "./cost-outcomes.js";
import type { DecisionLetterInput } from "./letter-input.js";
import { reckoningOf } from "./reckoning.js";
import { isSupplement } from "./supplement.js";
import { byPerson, type Writer } from "./writer.js";

// Sections that every decision has, whatever its outcome.

/** Under which section of law the month's decision is made. */
export const provisionParagraph = (input: DecisionLetterInput, write: Writer): LetterParagraph => {
  const right = citationsFor(input)("right-to-aid");
  return write.paragraph("decision.provision", { from: "law", provision: right }, { words: { right } });
};

/** What was asked for, and when. */
export const applicationSection = (input: DecisionLetterInput, write: Writer): LetterSection[] => {
  const { appliedOn, costs } = input.case;
  const trace = { from: "event", event: "application" } as const;
  const words = { appliedOn: dateInWords(appliedOn) };
  const isMore = isSupplement(input);
  if (costs.length === 0)
    return write.section("application", [
      isMore
        ? write.paragraph("application.supplement-whole", trace, { words })
        : write.paragraph("application.no-costs", trace, { words }),
    ]);
  const items = costs.map((cost) =>
    write.text("application.item", { cost: costTitle(cost), asked: formatKronor(cost.appliedOre) }),
  );
  return write.section("application", [
    isMore
      ? write.paragraph("application.supplement", trace, { words, items })
      : write.paragraph("application.received", trace, { words, items }),
  ]);
};

/**
 * The children's situation, in a person's words.
 * @throws Fault `InvariantBroken` where there are children and nobody has described it (3 kap. SoL).
 */
export const childrenSection = (
  { case: { household }, decision }: DecisionLetterInput,
  write: Writer,
): LetterSection[] => {
  const hasChildren = household.members.some(({ role }) => role === "child" || role === "visiting-child");
  if (!hasChildren) return [];
  if (decision.childPerspective === undefined)
    throw new Fault("InvariantBroken", "Barnens situation måste beskrivas i beslutet.");
  return write.section("children", write.own(decision.childPerspective));
};

/** Whether every figure of the appendix is the rulebook's: no norm by hand, no cost and no amount that a person set. */
const isAllComputed = (input: DecisionLetterInput): boolean => {
  const differenceOre = reckoningOf(input)?.differenceOre;
  return (
    differenceOre !== undefined &&
    input.case.manualNorm === undefined &&
    input.decision.amountOre === Math.max(differenceOre, 0) &&
    costOutcomes(input).every(({ ground }) => ground === "rule")
  );
};

/** What of the calculation a program has made. */
const rulesParagraph = (input: DecisionLetterInput, write: Writer): LetterParagraph => {
  const trace = { from: "event", event: "assessment" } as const;
  const words = { rulebook: input.receipt.rulebook.version };
  if (isSupplement(input) || input.receipt.lines.length === 0)
    return write.paragraph("made.rules-none", trace, { words });
  return isAllComputed(input)
    ? write.paragraph("made.rules", trace, { words })
    : write.paragraph("made.rules-partly", trace, { words });
};

/** Who decided, on what material, with which help of machines; and that the decision applies at once. */
export const madeSection = (input: DecisionLetterInput, write: Writer): LetterSection[] => {
  const { decision, sourcesRead } = input;
  const items = sourcesRead.map(({ source, readOn }) =>
    write.text("made.source-item", {
      source: sources[source].title,
      readOn: dateInWords(readOn),
      nothing: input.case.sources[source] === "nothing-registered" ? " (inget registrerat)" : "",
    }),
  );
  const trace = { from: "event", event: "decision" } as const;
  const right = citationsFor(input)("right-to-aid");
  return write.section("made", [
    items.length === 0 ? undefined : write.paragraph("made.sources", { from: "event", event: "readings" }, { items }),
    rulesParagraph(input, write),
    write.paragraph("made.decider", trace, {
      words: {
        decidedBy: decision.decidedBy.name,
        decidedByTitle: decision.decidedBy.title,
        delegationItem: decision.delegationItem,
      },
    }),
    decision.participants.length === 0
      ? undefined
      : write.paragraph("made.participants", trace, { words: { participants: decision.participants.join(", ") } }),
    write.paragraph("made.alone", trace),
    write.paragraph("made.applies", { from: "law", provision: "35 kap. 5 § SoL (2025:400)" }, { words: { right } }),
  ]);
};

/** How personal data were used, and what one may ask for: the information of articles 14 and 15. */
export const dataSection = ({ municipality, sourcesRead }: DecisionLetterInput, write: Writer): LetterSection[] => {
  const law = { from: "law", provision: "Dataskyddsförordningen art. 14 och 15" } as const;
  const { dataProtectionContact, court } = municipality;
  return write.section("data", [
    write.paragraph("data.use", law),
    sourcesRead.length === 0
      ? write.paragraph("data.recipients-court", law, { words: { court } })
      : write.paragraph("data.recipients", law, { words: { court } }),
    write.paragraph("data.rights", law, { words: { dataProtectionContact } }),
  ]);
};

/** What a person has added to the decision: a dissenting opinion, a reservation. */
export const addedSections = (
  { case: of, law, decision: { dissent, reservation } }: DecisionLetterInput,
  write: Writer,
): LetterSection[] => [
  ...write.section(
    "dissent",
    dissent === undefined
      ? []
      : [write.paragraph("dissent.by", byPerson(dissent), { words: { by: dissent.by } }), ...write.own(dissent)],
  ),
  ...write.section(
    "reservation",
    reservation === undefined
      ? []
      : [
          write.paragraph(
            "reservation.law",
            { from: "law", provision: "37 § FL (2017:900)" },
            { words: { right: citationsFor({ case: of, law })("right-to-aid") } },
          ),
          ...write.own(reservation),
        ],
  ),
];

/** The duty to tell of changes. */
export const dutiesSection = (write: Writer): LetterSection[] =>
  write.section("duties", [
    write.paragraph("duties.changes", { from: "law", provision: "33 kap. 1 § SoL (2025:400)" }),
  ]);

/** Whom to ask. */
export const helpSection = (
  { municipality }: Pick<DecisionLetterInput, "municipality">,
  write: Writer,
): LetterSection[] =>
  write.section("help", [
    write.paragraph(
      "help.contact",
      { from: "law", provision: "6 och 13 §§ FL (2017:900)" },
      { words: { phone: municipality.phone } },
    ),
  ]);

/** When and where the money comes, apart from the decision. Undefined where nothing is paid. */
export const paymentSection = (
  { payment, decision: { amountOre, discretionary } }: DecisionLetterInput,
  write: Writer,
): LetterSection | undefined => {
  if (payment === undefined || amountOre + (discretionary?.amountOre ?? 0) === 0) return undefined;
  const trace = { from: "event", event: "payment" } as const;
  const [section] = write.section("payment", [
    payment === "held"
      ? write.paragraph("payment.held", trace)
      : write.paragraph("payment.on", trace, {
          words: { payOn: dateInWords(payment.payOn), account: payment.account },
        }),
  ]);
  return section;
};
