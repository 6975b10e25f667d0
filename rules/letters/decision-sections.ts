import { findings, type FindingCode } from "../../contracts/codes/findings.js";
import { sources } from "../../contracts/codes/sources.js";
import { dateInWords } from "../../contracts/dates.js";
import { Fault } from "../../contracts/faults.js";
import type { LetterParagraph, LetterSection } from "../../contracts/letter.js";
import { formatKronor, sumOre, type Ore } from "../../contracts/money.js";
import { costTitle, figure } from "./appendix.js";
import { citationsFor } from "./citations.js";
import type { DecisionLetterInput } from "./letter-input.js";
import type { Writer } from "./writer.js";

// Sections that every decision has, whatever its outcome.

/** What was asked for, and when. */
export const applicationSection = (
  { case: { appliedOn, costs } }: DecisionLetterInput,
  write: Writer,
): LetterSection[] => {
  const trace = { from: "event", event: "application" } as const;
  const words = { appliedOn: dateInWords(appliedOn) };
  if (costs.length === 0)
    return write.section("application", [write.paragraph("application.norm-only", trace, { words })]);
  const items = costs.map((cost) =>
    write.text("application.item", { cost: costTitle(cost), asked: formatKronor(cost.appliedOre) }),
  );
  return write.section("application", [write.paragraph("application.received", trace, { words, items })]);
};

/** Costs as they were approved: what the rulebook approved, less what a person took off. */
const approvedCosts = ({ receipt, decision }: DecisionLetterInput): Ore => {
  const takenOff = (decision.reducedCosts ?? []).map(({ costId, approvedOre }) => {
    const byRule = receipt.lines.filter(
      (line) => line.kind === "cost" && line.facts.some((fact) => fact.startsWith(`costs.${costId}.`)),
    );
    return sumOre(byRule.map((line) => line.amountOre)) - approvedOre;
  });
  return figure(receipt, "costsOre") - sumOre(takenOff);
};

/** Need less means, with the costs that were approved. Negative is a surplus. */
export const decidedDifference = (input: DecisionLetterInput): Ore =>
  figure(input.receipt, "normOre") + approvedCosts(input) - figure(input.receipt, "countedIncomeOre");

const meansParagraph = (meansOre: Ore, write: Writer): LetterParagraph => {
  const trace = { from: "figure", figure: "countedIncomeOre" } as const;
  return meansOre === 0
    ? write.paragraph("reasons.no-means", trace)
    : write.paragraph("reasons.means", trace, { words: { means: formatKronor(meansOre) } });
};

const differenceParagraph = (differenceOre: Ore, write: Writer): LetterParagraph => {
  const trace = { from: "finding", code: "need-exceeds-means" } as const;
  if (differenceOre === 0) return write.paragraph("reasons.even", trace);
  return differenceOre < 0
    ? write.paragraph("reasons.surplus", trace, { words: { surplus: formatKronor(-differenceOre) } })
    : write.paragraph("reasons.difference", trace, { words: { amount: formatKronor(differenceOre) } });
};

/** How need and means came out, and on which paragraphs the arithmetic rests. */
export const arithmetic = (input: DecisionLetterInput, write: Writer): LetterParagraph[] => {
  const { receipt } = input;
  const cite = citationsFor(input.case.benefitMonth);
  const normOre = figure(receipt, "normOre");
  const costsOre = approvedCosts(input);
  const disregardOre = sumOre(receipt.lines.filter((line) => line.kind === "disregard").map((line) => line.amountOre));
  const need = { norm: formatKronor(normOre), costs: formatKronor(costsOre), need: formatKronor(normOre + costsOre) };
  const disregard = () => ({ disregard: formatKronor(disregardOre), stimulus: cite("job-stimulus") });
  return [
    write.paragraph("reasons.need", { from: "figure", figure: "normOre, costsOre" }, { words: need }),
    meansParagraph(figure(receipt, "countedIncomeOre"), write),
    ...(disregardOre === 0
      ? []
      : [write.paragraph("reasons.stimulus", { from: "figure", figure: "disregard" }, { words: disregard() })]),
    differenceParagraph(decidedDifference(input), write),
    write.paragraph(
      "reasons.calculation",
      { from: "law", provision: cite("calculation") },
      { words: { calculation: cite("calculation"), normTable: cite("norm-table") } },
    ),
  ];
};

const isFindingCode = (code: string): code is FindingCode => code in findings;

/** What the texts say of the findings of this case: those that held, and those a person has settled. Each is said once. */
export const findingParagraphs = ({ receipt }: DecisionLetterInput, write: Writer): LetterParagraph[] => {
  const said = new Map<string, LetterParagraph>();
  for (const finding of receipt.findings) {
    if (!isFindingCode(finding.code)) continue;
    const how = finding.settled === true ? "settled" : "met";
    if (how === "met" && finding.result !== "met") continue;
    const paragraph = write.finding(finding.code, how);
    if (paragraph !== undefined) said.set(paragraph.textId, paragraph);
  }
  return [...said.values()];
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
  return write.section("children", [write.own(decision.childPerspective)]);
};

/** That the applicant could answer before the decision, and what the answer was; or why it was not needed. */
export const heardSection = ({ communication }: DecisionLetterInput, write: Writer): LetterSection[] => {
  const trace = { from: "event", event: "communication" } as const;
  if (communication === undefined) return write.section("heard", [write.paragraph("heard.not-needed", trace)]);
  const { sentOn, answerBy, answer } = communication;
  return write.section("heard", [
    write.paragraph("heard.done", trace, { words: { sentOn: dateInWords(sentOn), answerBy: dateInWords(answerBy) } }),
    answer === undefined
      ? write.paragraph("heard.no-answer", trace)
      : write.paragraph("heard.answer", trace, {
          words: { answeredOn: dateInWords(answer.on), orally: answer.orally ? " muntligt" : "", answer: answer.text },
        }),
  ]);
};

/** Who decided, on what material, with which help of machines; and that the decision applies at once. */
export const madeSection = (input: DecisionLetterInput, write: Writer): LetterSection[] => {
  const { decision, receipt, sourcesRead } = input;
  const items = sourcesRead.map(({ source, readOn }) =>
    write.text("made.source-item", {
      source: sources[source].title,
      readOn: dateInWords(readOn),
      nothing: input.case.sources[source] === "nothing-registered" ? " (inget registrerat)" : "",
    }),
  );
  const trace = { from: "event", event: "decision" } as const;
  return write.section("made", [
    items.length === 0 ? undefined : write.paragraph("made.sources", { from: "event", event: "readings" }, { items }),
    write.paragraph(
      "made.rules",
      { from: "event", event: "assessment" },
      { words: { rulebook: receipt.rulebook.version } },
    ),
    write.paragraph("made.decider", trace, {
      words: {
        decidedBy: decision.decidedBy.name,
        decidedByTitle: decision.decidedBy.title,
        delegationItem: decision.delegationItem,
      },
    }),
    decision.participants.length === 0
      ? write.paragraph("made.alone", trace)
      : write.paragraph("made.participants", trace, { words: { participants: decision.participants.join(", ") } }),
    write.paragraph("made.applies", { from: "law", provision: "35 kap. 5 § SoL (2025:400)" }),
    write.paragraph(
      "made.data",
      { from: "law", provision: "Dataskyddsförordningen art. 13–15" },
      { words: { dataProtectionContact: input.municipality.dataProtectionContact } },
    ),
  ]);
};

/** What a person has added to the decision: a dissenting opinion, a reservation. */
export const addedSections = ({ decision }: DecisionLetterInput, write: Writer): LetterSection[] => [
  ...write.section("dissent", [decision.dissent && write.own(decision.dissent)]),
  ...write.section("reservation", [decision.reservation && write.own(decision.reservation)]),
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

/** How to appeal. Enclosed with every decision, also a full grant (FL 33 §). */
export const appealSection = (
  { municipality, decision, caseNumber }: DecisionLetterInput,
  write: Writer,
): LetterSection => {
  const law = (provision: string) => ({ from: "law", provision }) as const;
  const words = { court: municipality.court };
  const [section] = write.section("appeal", [
    write.paragraph("appeal.where", law("35 kap. 1 § SoL (2025:400), 43 § FL (2017:900)"), {
      words: { ...words, boardAddress: municipality.contactLines[0] ?? municipality.name },
    }),
    write.paragraph("appeal.when", law("44 § FL (2017:900)")),
    write.paragraph("appeal.what", law("43 § FL (2017:900)"), {
      items: [
        write.text("appeal.what-decision", { decidedOn: dateInWords(decision.decidedOn), caseNumber }),
        write.text("appeal.what-change"),
        write.text("appeal.what-contact"),
        write.text("appeal.what-proof"),
      ],
    }),
    write.paragraph("appeal.then", law("39 och 45–46 §§ FL (2017:900)"), { words }),
  ]);
  if (section === undefined) throw new Fault("InvariantBroken", "A decision must say how to appeal.");
  return section;
};

/** When and where the money comes, apart from the decision. */
export const paymentSection = ({ payment }: DecisionLetterInput, write: Writer): LetterSection | undefined =>
  payment === undefined
    ? undefined
    : write.section("payment", [
        write.paragraph(
          "payment.on",
          { from: "event", event: "payment" },
          { words: { payOn: dateInWords(payment.payOn), account: payment.account } },
        ),
      ])[0];
