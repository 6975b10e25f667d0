import { z } from "zod";
import { reasonSchema } from "../../contracts/codes/reasons.js";
import { listApplications } from "../../store/applications.js";
import { findAssessment } from "../../store/assessments.js";
import { listCases } from "../../store/cases.js";
import { findDecision } from "../../store/decisions.js";
import type { Store } from "../../store/open-store.js";
import type { CaseRow } from "../../store/schema.js";
import type { StoreTransaction } from "../../store/transaction.js";

/** Where one case stands: codes and amounts, and the e-service's references of its applications. Never a name or a number. */
export const caseProgressSchema = z.strictObject({
  caseId: z.string(),
  number: z.string(),
  references: z.array(z.string()),
  /** Those of them that are technical double submissions, merged with another. */
  duplicates: z.array(z.string()),
  state: z.string(),
  sequence: z.int(),
  outcome: z.enum(["prefilled", "referred", "waiting"]).nullable(),
  reasons: z.array(reasonSchema),
  amountOre: z.int().nullable(),
  normOre: z.int().nullable(),
  costsOre: z.int().nullable(),
  countedIncomeOre: z.int().nullable(),
  decided: z.string().nullable(),
});
export type CaseProgress = z.output<typeof caseProgressSchema>;

/** Where every case of the month stands, for the one who started the run on this machine. */
export const monthStatus = (store: Store): Promise<CaseProgress[]> =>
  store.read(async (tx) => {
    const rows = await listCases(tx, { includeProtected: true });
    const cases: CaseProgress[] = [];
    for (const row of rows) cases.push(await progressOf(tx, row));
    return cases;
  });

const progressOf = async (tx: StoreTransaction, row: CaseRow): Promise<CaseProgress> => {
  const assessment = await findAssessment(tx, row.id);
  const applications = await listApplications(tx, row.id);
  return {
    caseId: row.id,
    number: row.number,
    references: applications.map(({ application }) => application.reference),
    duplicates: applications.flatMap(({ linkedAs, application }) =>
      linkedAs === "duplicate" ? [application.reference] : [],
    ),
    state: row.state,
    sequence: assessment?.sequence ?? 0,
    outcome: row.outcome,
    reasons: [...row.reasons],
    amountOre: row.amountOre,
    normOre: assessment?.receipt.normOre ?? null,
    costsOre: assessment?.receipt.costsOre ?? null,
    countedIncomeOre: assessment?.receipt.countedIncomeOre ?? null,
    decided: (await findDecision(tx, row.id))?.outcome ?? null,
  };
};
