import { dateInWords } from "../../contracts/dates.js";
import { formatKronor } from "../../contracts/money.js";
import { decisionOutcomeSchema, type DelegationItem } from "../../contracts/rule-pack.js";
import { findAssessment } from "../../store/assessments.js";
import { listDelegatedDecisions, type DelegatedDecision } from "../../store/delegated-decisions.js";
import { rolesHeldAt } from "../../store/staff.js";
import type { StoreTransaction } from "../../store/transaction.js";
import type { RulesPort } from "../deps.js";
import type { RawRow } from "./raw-row.js";
import { wordsOf } from "./log-entry.js";

type Rules = Pick<RulesPort, "mandateFor" | "refusedOre" | "packs">;

/** What a decision refused, counted as when it was judged; unknown where its assessment is gone. */
const refusedBy = async (
  tx: StoreTransaction,
  { caseId, sequence, outcome, amountOre }: DelegatedDecision,
  rules: Rules,
): Promise<number | "unknown"> => {
  // Writing off and discretionary aid refuse nothing that the calculation gives.
  if (sequence === null || outcome === "discretionary") return 0;
  const known = decisionOutcomeSchema.safeParse(outcome);
  const assessment = await findAssessment(tx, caseId, { sequence });
  return known.success && assessment !== undefined
    ? rules.refusedOre({ outcome: known.data, amountOre }, assessment)
    : "unknown";
};

/** The item of the order that lets one who held the decider's roles decide so on that day: what the approve button reads. */
const itemByOrder = async (
  tx: StoreTransaction,
  decision: DelegatedDecision,
  rules: Rules,
): Promise<string | undefined> => {
  const { outcome, amountOre, by, on, recordedAt } = decision;
  const known = decisionOutcomeSchema.safeParse(outcome);
  if (!known.success) return undefined;
  const roles = await rolesHeldAt(tx, by, recordedAt);
  const refusedOre = await refusedBy(tx, decision, rules);
  return rules.mandateFor({ roles, outcome: known.data, amountOre, refusedOre, on })?.item;
};

const isRowOf =
  ({ item, on }: DelegatedDecision) =>
  (row: DelegationItem): boolean =>
    row.item === item && row.from <= on && (row.to === undefined || on <= row.to);

const verdict = (decision: DelegatedDecision, byOrder: string | undefined, row: DelegationItem | undefined): string => {
  if (byOrder === undefined) return "nej, ingen punkt gäller";
  if (byOrder !== decision.item) return `nej, punkt ${byOrder} gäller`;
  return row === undefined ? "ja" : `ja, antagen ${row.boardMinute}`;
};

/**
 * The board's report of what was decided on its behalf (KL 6 kap. 40 §): each decision with its item, and whether the
 * delegation order of the day gives the decider that item. It reads the order that the approve button reads.
 */
export const delegatedDecisions = async (
  tx: StoreTransaction,
  scope: Parameters<typeof listDelegatedDecisions>[1],
  rules: Rules,
): Promise<RawRow[]> => {
  const rows: RawRow[] = [];
  for (const decision of await listDelegatedDecisions(tx, scope)) {
    const { id, caseId, item, outcome, amountOre, by, on } = decision;
    const byOrder = await itemByOrder(tx, decision, rules);
    const row = rules.packs.municipal?.delegation.find(isRowOf(decision));
    rows.push({
      key: id,
      caseId,
      stands: byOrder !== item,
      cells: [
        item,
        row?.title ?? "punkten finns inte i ordningen",
        { ofCase: true },
        dateInWords(on),
        { personal: wordsOf(outcome) },
        { personal: formatKronor(amountOre) },
        { staff: by },
        verdict(decision, byOrder, row),
      ],
    });
  }
  return rows;
};
