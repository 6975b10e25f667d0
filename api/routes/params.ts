import { z } from "zod";
import { caseIdSchema, evidenceIdSchema } from "../../contracts/ids.js";

/** `/api/cases/:caseId` */
export const caseParams = z.strictObject({ caseId: caseIdSchema });

/** `/api/cases/:caseId/evidence/:evidenceId/pages/:page` */
export const pageParams = z.strictObject({
  caseId: caseIdSchema,
  evidenceId: evidenceIdSchema,
  page: z.coerce.number().int().min(1).max(500),
});

/** `/api/cases/:caseId/communications/:communicationId/answer` */
export const communicationParams = z.strictObject({ caseId: caseIdSchema, communicationId: z.uuid() });

/** `/api/payments/:messageId/file` */
export const fileParams = z.strictObject({ messageId: z.string().regex(/^[A-Z0-9a-z-]{1,35}$/) });

/** `/api/cases/:caseId/letters/:letterId` */
export const letterParams = z.strictObject({ caseId: caseIdSchema, letterId: z.uuid() });

/** `/api/cases/:caseId/evidence/:evidenceId` */
export const evidenceParams = z.strictObject({ caseId: caseIdSchema, evidenceId: evidenceIdSchema });
