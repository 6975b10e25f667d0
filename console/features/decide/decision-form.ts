import { z } from "zod";
import {
  decisionDraftSchema,
  draftOutcomeSchema,
  type DecisionDraft,
  type DraftOutcome,
} from "../../../contracts/decision-draft.js";
import type { CalculationRow } from "../../../contracts/api/case-view.js";
import type { Ore } from "../../../contracts/money.js";
import { parseKronor } from "../../components/parse-kronor.js";
import { decideTexts as text } from "../../texts/decide.js";

/** A decision as it is being written: text as it stands in its fields, not yet read. */
export const decisionFormSchema = z.object({
  outcome: draftOutcomeSchema.or(z.literal("")),
  amount: z.string(),
  /** Ticked by the decider; a form that was kept without it has not been ticked. */
  grantsAllApplied: z.boolean().catch(false),
  reasons: z.string(),
  costs: z.array(z.object({ costId: z.string(), approved: z.string(), why: z.string() })),
  emergency: z.object({ text: z.string(), granted: z.string() }),
  discretionary: z.object({
    isTried: z.boolean(),
    costId: z.string(),
    purpose: z.string(),
    applied: z.string(),
    amount: z.string(),
    reasons: z.string(),
  }),
  communicationUnneeded: z.string(),
  notForPlanning: z.boolean().catch(false),
  /** Names, one a line. */
  participants: z.string().catch(""),
  reservation: z.string().catch(""),
  dissent: z.object({ by: z.string(), text: z.string() }).catch({ by: "", text: "" }),
});
export type DecisionForm = z.output<typeof decisionFormSchema>;

/** Nothing is written, and nothing is chosen for the one who decides. */
export const emptyForm: DecisionForm = {
  outcome: "",
  amount: "",
  grantsAllApplied: false,
  reasons: "",
  costs: [],
  emergency: { text: "", granted: "" },
  discretionary: { isTried: false, costId: "", purpose: "", applied: "", amount: "", reasons: "" },
  communicationUnneeded: "",
  notForPlanning: false,
  participants: "",
  reservation: "",
  dissent: { by: "", text: "" },
};

/** What is wrong with a form, by the place it is wrong in: `reasons`, `reducedCosts.k1.why`. */
export type FormProblems = ReadonlyMap<string, string>;

/** A form as it was read: the draft where it holds, else what is missing. */
export type ReadForm = { readonly draft: DecisionDraft | undefined; readonly problems: FormProblems };

const written = (value: string): string | undefined => (value.trim() === "" ? undefined : value.trim());

/** Which parts an outcome has. What does not belong to it is left where it is and not sent. */
export const partsOf = (outcome: DraftOutcome | "") => ({
  amount: outcome === "partly-granted" || outcome === "granted",
  costs: outcome === "partly-granted",
  emergency: outcome === "refused" || outcome === "partly-granted",
});

const amountsIn = (form: DecisionForm): (readonly [string, string])[] => {
  const parts = partsOf(form.outcome);
  return [
    ...(parts.amount ? ([["amountOre", form.amount]] as const) : []),
    ...(parts.costs
      ? form.costs.map(({ costId, approved }) => [`reducedCosts.${costId}.approvedOre`, approved] as const)
      : []),
    ...(parts.emergency ? ([["emergency.grantedOre", form.emergency.granted]] as const) : []),
    ...(form.discretionary.isTried
      ? ([
          ["discretionary.appliedOre", form.discretionary.applied],
          ["discretionary.amountOre", form.discretionary.amount],
        ] as const)
      : []),
  ];
};

const unreadableAmounts = (form: DecisionForm): [string, string][] =>
  amountsIn(form)
    .filter(([, value]) => value.trim() !== "" && parseKronor(value) === undefined)
    .map(([path]) => [path, text.notAnAmount]);

/** Amounts that have to be written where their part is. */
const missingAmounts = (form: DecisionForm): [string, string][] =>
  amountsIn(form)
    .filter(([path, value]) => {
      if (value.trim() !== "" || path === "amountOre") return false;
      return path !== "emergency.grantedOre" || form.outcome === "refused" || form.emergency.text.trim() !== "";
    })
    .map(([path]) => [path, text.needsAmount]);

const optional = <Key extends string, Value>(key: Key, value: Value | undefined): Partial<Record<Key, Value>> => {
  const found: Partial<Record<Key, Value>> = {};
  if (value !== undefined) found[key] = value;
  return found;
};

const emergencyIn = ({ outcome, emergency }: DecisionForm) => {
  if (!partsOf(outcome).emergency || (outcome !== "refused" && emergency.text.trim() === "")) return undefined;
  if (emergency.text.trim() === "" && emergency.granted.trim() === "") return undefined;
  return { text: emergency.text.trim(), grantedOre: parseKronor(emergency.granted) };
};

const discretionaryIn = ({ discretionary: { isTried, costId, purpose, applied, amount, reasons } }: DecisionForm) =>
  isTried
    ? {
        ...optional("costId", written(costId)),
        purpose: purpose.trim(),
        appliedOre: parseKronor(applied),
        amountOre: parseKronor(amount),
        reasons: reasons.trim(),
      }
    : undefined;

const costsIn = ({ outcome, costs }: DecisionForm) =>
  partsOf(outcome).costs && costs.length > 0
    ? costs.map(({ costId, approved, why }) => ({ costId, approvedOre: parseKronor(approved), why: why.trim() }))
    : undefined;

const namesIn = (lines: string): string[] | undefined => {
  const names = lines
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return names.length === 0 ? undefined : names;
};

const dissentIn = ({ dissent: { by, text: words } }: DecisionForm) =>
  by.trim() === "" && words.trim() === "" ? undefined : { by: by.trim(), text: words.trim() };

/** A list's places are numbers to the schema; on the page they are the costs. */
const placeOf = (path: readonly PropertyKey[], form: DecisionForm): string => {
  const [first, index, ...rest] = path.map(String);
  if (first === "participants") return first;
  if (first !== "reducedCosts" || index === undefined) return path.join(".");
  return [first, form.costs[Number(index)]?.costId ?? index, ...rest].join(".");
};

/** Reads a form. `childPerspective` is undefined where there are no children. */
export const readForm = (form: DecisionForm, childPerspective: string | undefined): ReadForm => {
  if (form.outcome === "") return { draft: undefined, problems: new Map([["outcome", text.needsOutcome]]) };
  const parsed = decisionDraftSchema.safeParse({
    outcome: form.outcome,
    ...optional("amountOre", partsOf(form.outcome).amount ? parseKronor(form.amount) : undefined),
    ...optional(
      "grantsAllApplied",
      form.outcome === "granted" && written(form.amount) !== undefined && form.grantsAllApplied ? true : undefined,
    ),
    ...optional("reasons", written(form.reasons)),
    ...optional("reducedCosts", costsIn(form)),
    ...optional("emergency", emergencyIn(form)),
    ...optional("discretionary", discretionaryIn(form)),
    ...optional("childPerspective", childPerspective === undefined ? undefined : written(childPerspective)),
    ...optional("notForPlanning", form.outcome !== "granted" && form.notForPlanning ? true : undefined),
    ...optional("communicationUnneeded", written(form.communicationUnneeded)),
    ...optional("participants", namesIn(form.participants)),
    ...optional("reservation", written(form.reservation)),
    ...optional("dissent", dissentIn(form)),
  });
  const problems = new Map<string, string>();
  if (!parsed.success)
    for (const { path, message, code } of parsed.error.issues)
      problems.set(placeOf(path, form), code === "invalid_type" ? text.needsAmount : message);
  for (const [path, message] of [...missingAmounts(form), ...unreadableAmounts(form)]) problems.set(path, message);
  if (childPerspective?.trim() === "") problems.set("childPerspective", text.needsChildren);
  return { draft: problems.size === 0 ? parsed.data : undefined, problems };
};

/** What is granted for the month by the form as it stands; undefined where it cannot be told. */
export const amountOf = (form: DecisionForm, computedOre: Ore | null): Ore | undefined => {
  switch (form.outcome) {
    case "":
      return undefined;
    case "refused":
      return 0;
    case "granted":
      return form.amount.trim() === "" ? (computedOre ?? undefined) : parseKronor(form.amount);
    case "partly-granted":
      return parseKronor(form.amount);
  }
};

/**
 * By how much the costs that are written down in the form fall below what was computed, for the person to check their
 * own amount against. Undefined where a cost has no computed amount, or its approved one cannot be read.
 */
export const reductionOf = (form: DecisionForm, rows: readonly CalculationRow[]): Ore | undefined => {
  let sum = 0;
  for (const { costId, approved } of form.costs) {
    const computedOre = rows.find(({ id }) => id === costId)?.computedOre ?? undefined;
    const approvedOre = parseKronor(approved);
    if (computedOre === undefined || approvedOre === undefined) return undefined;
    sum += computedOre - approvedOre;
  }
  return form.costs.length === 0 ? undefined : sum;
};
