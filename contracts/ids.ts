import { z } from "zod";

const uuid = <Brand extends string>() =>
  z.uuid().transform((text) => text as string & { readonly __brand: Brand });

/** A case: one household's benefit month in one municipality. Random, and therefore safe in workflow ids and logs. */
export const caseIdSchema = uuid<"CaseId">();
export type CaseId = z.output<typeof caseIdSchema>;

/** One stored piece of evidence: a screenshot, a page, a document as it came. */
export const evidenceIdSchema = uuid<"EvidenceId">();
export type EvidenceId = z.output<typeof evidenceIdSchema>;

/** One run of the rulebook over one case, with its receipt. */
export const assessmentIdSchema = uuid<"AssessmentId">();
export type AssessmentId = z.output<typeof assessmentIdSchema>;

/** What a person has asked to decide, stored before the workflow is told of it. */
export const decisionRequestIdSchema = uuid<"DecisionRequestId">();
export type DecisionRequestId = z.output<typeof decisionRequestIdSchema>;

/** A member inside one case: `a`, `b`, `c1`. Means nothing outside the case. */
export type MemberId = string;

/** SHA-256 in lower-case hexadecimal. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
export type Sha256 = string;
