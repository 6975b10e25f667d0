import { z } from "zod";
import { caseIdSchema, evidenceIdSchema } from "../../contracts/ids.js";

/** `/api/cases/:caseId` */
export const caseParams = z.strictObject({ caseId: caseIdSchema });

/** `/api/cases/:caseId/evidence/:evidenceId` */
export const evidenceParams = z.strictObject({ caseId: caseIdSchema, evidenceId: evidenceIdSchema });
