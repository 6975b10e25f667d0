import type { CalculationRow } from "../../contracts/api/case-view.js";
import type { Case } from "../../contracts/case.js";
import { sumOre, type Ore } from "../../contracts/money.js";
import type { Receipt, ReceiptLine } from "../../contracts/receipt.js";
import type { CaseFacts } from "./case-facts.js";
import { factIdsOf, minus } from "./receipt-lines.js";

/** Whom a row concerns: everyone's role is looked at to tell what household it is, but only the row's own persons' days. */
const membersOf = (line: ReceiptLine): string[] =>
  line.facts.flatMap((fact) => /^household\.members\.([^.]+)\.days$/.exec(fact)?.[1] ?? []);

/** Last month's norm for the same members, or for nobody in particular where the row is common. */
const lastMonthOf = (line: ReceiptLine, input: Case): Ore | null => {
  const norm = input.previous?.lines.filter(({ kind }) => kind === "norm") ?? [];
  const members = line.provision === "common-costs" ? [] : membersOf(line);
  const same =
    members.length === 0
      ? norm.filter(({ memberId }) => memberId === undefined)
      : norm.filter(({ memberId }) => memberId !== undefined && members.includes(memberId));
  return same.length === 0 ? null : sumOre(same.map(({ amountOre }) => amountOre));
};

const nameOf = (
  line: ReceiptLine,
  { input, facts }: { readonly input: Case; readonly facts: Pick<CaseFacts, "members"> },
): string => {
  const [only, ...others] = membersOf(line);
  const member = facts.members.find(({ memberId }) => memberId === only);
  const isChild = member?.role === "child" || member?.role === "visiting-child";
  return isChild && others.length === 0 && input.household.members.length > 2
    ? `${line.text}, ${member.identity.givenName}`
    : line.text;
};

/** The norm's rows as the receipt has them. */
export const normRows = (
  input: Case,
  { receipt, facts }: { readonly receipt: Receipt; readonly facts: Pick<CaseFacts, "members"> },
): CalculationRow[] =>
  receipt.lines
    .filter(({ kind }) => kind === "norm")
    .map((line, index) => {
      const lastMonthOre = lastMonthOf(line, input);
      return {
        id: `norm-${String(index)}`,
        group: "norm",
        level: "line",
        label: nameOf(line, { input, facts }),
        askedOre: null,
        computedOre: line.amountOre,
        lastMonthOre,
        differenceOre: minus(line.amountOre, lastMonthOre),
        explanation: line.basis.at(-1) ?? "",
        parts: [],
        provisionIds: [line.provision],
        evidenceIds: [],
        factIds: factIdsOf(line),
        verified: line.verified,
        correctable: [],
      };
    });
