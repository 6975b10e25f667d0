import { z } from "zod";
import { oreSchema } from "./money.js";

/** What a person writes in a decision: long enough to mean something to the reader of the letter. */
const ownText = z.string().trim().min(10, "Skriv minst tio tecken.").max(8000);

/** A cost that is not approved in full, with the reasons for it. Each is a partial refusal of its own (FL 32 §). */
export const reducedCostSchema = z.strictObject({ costId: z.string().max(40), approvedOre: oreSchema, why: ownText });

/**
 * Aid tried under 12 kap. 2 § SoL after 12 kap. 1 §. Always a person's, and a decision beside the month's own:
 * it is appealed by legality review, not to the administrative court on the merits.
 */
export const discretionaryAidSchema = z.strictObject({
  /** The cost of the application it is about. */
  costId: z.string().max(40).exactOptional(),
  purpose: z.string().trim().min(3).max(200),
  appliedOre: oreSchema,
  /** What is given; zero is a refusal under 12 kap. 2 §. */
  amountOre: oreSchema,
  reasons: ownText,
});

/** That acute need was looked at, and what was given for it under 12 kap. 1 § SoL. Zero is no aid. */
export const emergencyTestSchema = z.strictObject({ text: ownText, grantedOre: oreSchema });

/** The month's outcome under 12 kap. 1 § SoL, as a person may decide it. */
export const draftOutcomeSchema = z.enum(["granted", "partly-granted", "refused"]);
export type DraftOutcome = z.output<typeof draftOutcomeSchema>;

/** What a decision consists of, beside who decides and what was shown. */
export const decisionDraftFields = {
  outcome: draftOutcomeSchema,
  /**
   * The amount where it is not the computed one. Absent with `granted` = exactly what was computed. Needed for
   * `partly-granted`; a refusal has none.
   */
  amountOre: oreSchema.exactOptional(),
  /** The reasons in the decider's own words. Needed for everything but a grant of exactly what was computed. */
  reasons: ownText.exactOptional(),
  /**
   * The decider's word that everything applied for is granted, though the amount is less than norm and costs less
   * incomes as the file shows them, or those cannot be known.
   */
  grantsAllApplied: z.literal(true).exactOptional(),
  /**
   * The decider's word that nothing is refused or reduced for how a plan was followed: that is a decision under 12 kap.
   * 5 § SoL, which has no form here. Needed for all but a grant where a plan was found not to be valid or followed.
   */
  notForPlanning: z.literal(true).exactOptional(),
  reducedCosts: z.array(reducedCostSchema).max(60).exactOptional(),
  /** Needed for a refusal. */
  emergency: emergencyTestSchema.exactOptional(),
  discretionary: discretionaryAidSchema.exactOptional(),
  /** How the decision affects the children; needed where there are any (SoL 3 kap.). */
  childPerspective: ownText.exactOptional(),
  /** Why the material did not have to be communicated before a decision against the applicant (FL 25 §). */
  communicationUnneeded: ownText.exactOptional(),
  /** That the decision may be changed later, also to the applicant's disadvantage, and in which case (FL 37 §). */
  reservation: ownText.exactOptional(),
  /** Who took part in the final handling without deciding, by name (FL 31 §). Absent: nobody did. */
  participants: z.array(z.string().trim().min(3, "Skriv hela namnet.").max(120)).min(1).max(10).exactOptional(),
  /** A dissenting opinion of someone who took part in the final handling (FL 30 and 33 §§). */
  dissent: z.strictObject({ by: z.string().trim().min(3).max(120), text: ownText }).exactOptional(),
} as const;

/** What is missing or contradictory in a draft, one for each rule of what a decision must hold. */
const problemsOf = (draft: DraftFields): { path: string; message: string }[] => {
  const { outcome, amountOre, reasons, reducedCosts, emergency, grantsAllApplied, discretionary } = draft;
  const asComputed = outcome === "granted" && amountOre === undefined;
  const given = (emergency?.grantedOre ?? 0) > 0;
  return [
    ...(!asComputed && reasons === undefined ? [{ path: "reasons", message: "Skriv varför beslutet blir så." }] : []),
    ...(outcome === "partly-granted" && (amountOre ?? 0) <= 0
      ? [{ path: "amountOre", message: "Skriv beloppet som beviljas." }]
      : []),
    ...(outcome === "refused" && amountOre !== undefined
      ? [{ path: "amountOre", message: "Ett avslag har inget belopp." }]
      : []),
    ...(outcome === "refused" && emergency === undefined
      ? [{ path: "emergency", message: "Skriv hur behovet av akut hjälp har prövats." }]
      : []),
    ...(outcome === "refused" && given
      ? [{ path: "emergency", message: "Akut hjälp som beviljas är ett delvis bifall." }]
      : []),
    ...(outcome === "partly-granted" && amountOre !== undefined && (emergency?.grantedOre ?? 0) > amountOre
      ? [{ path: "emergency", message: "Den akuta hjälpen ingår i beloppet och kan inte vara större." }]
      : []),
    ...(new Set((reducedCosts ?? []).map(({ costId }) => costId)).size < (reducedCosts ?? []).length
      ? [{ path: "reducedCosts", message: "En kostnad står två gånger." }]
      : []),
    ...(discretionary !== undefined && discretionary.amountOre > discretionary.appliedOre
      ? [{ path: "discretionary.amountOre", message: "Det kan inte beviljas mer än vad som har sökts." }]
      : []),
    ...(outcome !== "granted" && grantsAllApplied === true
      ? [{ path: "grantsAllApplied", message: "Bara ett bifall beviljar allt som söks." }]
      : []),
    ...(outcome === "granted" && (reducedCosts ?? []).length > 0
      ? [{ path: "reducedCosts", message: "En kostnad som inte godkänns helt är ett delvis avslag." }]
      : []),
  ];
};
type DraftFields = z.output<z.ZodObject<typeof decisionDraftFields>>;

/** Checks that a draft holds what its outcome needs; for use in a schema that has the fields of a draft. */
export const checkDraft = (draft: DraftFields, context: z.RefinementCtx): void => {
  for (const { path, message } of problemsOf(draft))
    context.addIssue({ code: "custom", path: path.split("."), message });
};

/** A decision as a person has written it. Stored sealed with the request, and again in the log as content. */
export const decisionDraftSchema = z.strictObject(decisionDraftFields).superRefine(checkDraft);
export type DecisionDraft = z.output<typeof decisionDraftSchema>;
