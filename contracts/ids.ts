import { z } from "zod";

type Branded<Brand extends string> = string & { readonly __brand: Brand };

/** A case: one household's benefit month in one municipality. Random, and therefore safe in workflow ids and logs. */
export const caseIdSchema = z.uuid().transform((text) => text as Branded<"CaseId">);
export type CaseId = z.output<typeof caseIdSchema>;

/** One stored piece of evidence: a screenshot, a page, a document as it came. */
export const evidenceIdSchema = z.uuid().transform((text) => text as Branded<"EvidenceId">);
export type EvidenceId = z.output<typeof evidenceIdSchema>;

/** One run of the rulebook over one case, with its receipt. */
export const assessmentIdSchema = z.uuid().transform((text) => text as Branded<"AssessmentId">);
export type AssessmentId = z.output<typeof assessmentIdSchema>;

/** What a person has asked to decide, stored before the workflow is told of it. */
export const decisionRequestIdSchema = z.uuid().transform((text) => text as Branded<"DecisionRequestId">);
export type DecisionRequestId = z.output<typeof decisionRequestIdSchema>;

/** A member inside one case: `a`, `b`, `c1`. Means nothing outside the case. */
export type MemberId = string;

/** SHA-256 in lower-case hexadecimal. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
export type Sha256 = string;
