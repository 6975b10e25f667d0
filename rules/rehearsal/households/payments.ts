import type { Case, Income } from "../../../contracts/case.js";
import type { Source } from "../../../contracts/codes/sources.js";
import { addDays, addMonths, firstDayOf, lastDayOf, type LocalDate, type Month } from "../../../contracts/dates.js";
import { scaled, type Draw } from "./draw.js";
import type { Standing } from "./livelihood.js";

/** A day of a month; every month has the first 28. */
export const dayOf = (month: Month, day: number): LocalDate => addDays(firstDayOf(month), day - 1);

/** How often something is otherwise with one payment, of all payments. Guesses, set so that about a third is uneventful. */
const otherwise = {
  gone: 0.012,
  changed: 0.025,
  undeclared: 0.012,
  preliminary: 0.006,
  retroactive: 0.005,
  deduction: 0.008,
  otherMonth: 0.012,
  overTwoMonths: 0.15,
  documentElse: 0.03,
  noDocument: 0.04,
};

const periodOfPayment = ({ type }: Standing, { control, draw }: { control: Month; draw: Draw }) => {
  if (draw.chance(otherwise.otherMonth)) {
    const earlier = addMonths(control, -1);
    return { from: firstDayOf(earlier), to: lastDayOf(earlier) };
  }
  if (type === "unemployment-benefit" && draw.chance(otherwise.overTwoMonths))
    return { from: dayOf(addMonths(control, -1), 20), to: dayOf(control, 19) };
  return { from: firstDayOf(control), to: lastDayOf(control) };
};

const proofOf = (netOre: number, draw: Draw): Pick<Income, "proof" | "documentOre"> => {
  if (draw.chance(otherwise.noDocument)) return { proof: "none" };
  return { proof: "document", documentOre: draw.chance(otherwise.documentElse) ? netOre + 10_000 : netOre };
};

const paymentOf = (standing: Standing, { at, control, draw }: { at: number; control: Month; draw: Draw }): Income => {
  const usual = 1 + draw.about(-standing.swing, standing.swing);
  const netOre = scaled(standing.amountOre, draw.chance(otherwise.changed) ? draw.about(0.4, 0.85) : usual);
  const isByWord = standing.source === "applicant";
  return {
    id: `i${String(at + 1)}`,
    memberId: standing.memberId,
    type: standing.type,
    source: standing.source,
    declared: isByWord || !draw.chance(otherwise.undeclared),
    ...periodOfPayment(standing, { control, draw }),
    paidOn: dayOf(control, draw.whole(20, 27)),
    netOre,
    deductions: draw.chance(otherwise.deduction) ? [{ type: "set-off", amountOre: 50_000 }] : [],
    preliminary: draw.chance(otherwise.preliminary),
    retroactive: draw.chance(otherwise.retroactive),
    ...(isByWord && proofOf(netOre, draw)),
  };
};

/** What was paid in the month before the benefit month: each standing payment, now and then otherwise than usual. */
export const paymentsFor = (
  standing: readonly Standing[],
  { month, draw }: { month: Month; draw: Draw },
): readonly Income[] => {
  const control = addMonths(month, -1);
  return standing
    .filter(() => !draw.chance(otherwise.gone))
    .map((payment, at) => paymentOf(payment, { at, control, draw }));
};

/** A deposit on the account that nobody has said anything about: about one application in twenty. A guess. */
export const depositsFor = (month: Month, draw: Draw): readonly Income[] =>
  draw.chance(0.05)
    ? [
        {
          id: "swish",
          memberId: "a",
          type: "swish",
          source: "document",
          declared: false,
          paidOn: dayOf(addMonths(month, -1), draw.whole(1, 27)),
          netOre: draw.kronor(100, 1500),
        },
      ]
    : [];

/** What the agencies have to say: an answer each, or one that does not answer in about one application in thirty (a guess). */
export const sourcesFor = (incomes: readonly Income[], draw: Draw): Case["sources"] => {
  const status = (source: Income["source"]) =>
    incomes.some((income) => income.source === source) ? ("read" as const) : ("nothing-registered" as const);
  const silent = draw.chance(0.03) ? draw.oneOf<Source>([4, "SO"], [3, "FK"], [2, "SKV"], [1, "CSN"]) : undefined;
  const answers: Case["sources"] = {
    FK: status("FK"),
    SO: status("SO"),
    CSN: status("CSN"),
    AF: "read",
    SKV: "nothing-registered",
    TNS: "nothing-registered",
    MIV: "nothing-registered",
    population: "read",
  };
  return silent === undefined ? answers : { ...answers, [silent]: "unavailable" };
};
