import type { Generated } from "kysely";
import type { Instant, LocalDate, Month } from "../contracts/dates.js";
import type { Sha256 } from "../contracts/ids.js";
import type { ChangeKind, ChangeState, RecomputeStage, RecomputeState } from "../contracts/rule-change.js";

/** The tables of the rules and of the workshop where they are changed, as Kysely sees them. */
export type RuleSchema = {
  rulePackVersion: {
    seq: Generated<number>;
    packId: string;
    version: string;
    hash: string;
    content: string;
    publishedBy: string;
    publishedAt: Instant;
  };
  ruleStop: {
    id: string;
    provision: string;
    reason: string;
    stoppedBy: string;
    stoppedOn: LocalDate;
    stoppedAt: Instant;
    reviewedBy: string | null;
    reviewedAt: Instant | null;
    review: string | null;
    lifted: boolean;
  };
  ruleChange: RuleChangeTable;
  ruleScenario: {
    id: string;
    scenarioId: string;
    content: string;
    addedBy: string;
    addedAt: Instant;
    needsCheck: boolean;
    checkedBy: string | null;
    checkedAt: Instant | null;
    /** Who wants it gone: another person takes it away. */
    removalAskedBy: string | null;
    removalAskedAt: Instant | null;
    removedBy: string | null;
    removedAt: Instant | null;
  };
  ruleRecompute: {
    id: string;
    changeId: string;
    stage: RecomputeStage;
    state: RecomputeState;
    reassessed: number;
    /** Decided, ended or assessed again before their turn came. */
    skipped: Generated<number>;
    stoppedBecause: string | null;
    madeBy: string;
    madeAt: Instant;
    /** When it last came a case further, or ended. */
    touchedAt: Instant;
    seq: Generated<number>;
  };
};

/** A change of the rules; `tests` and `rehearsal` are JSON as text. */
type RuleChangeTable = {
  id: string;
  seq: Generated<number>;
  number: string;
  packId: string;
  kind: ChangeKind;
  title: string;
  source: string;
  effectiveFrom: Month;
  baseHash: Sha256 | null;
  baseContent: string | null;
  content: string;
  contentHash: Sha256;
  revision: number;
  state: ChangeState;
  author: string;
  editors: readonly string[];
  editedBy: string;
  createdAt: Instant;
  updatedAt: Instant;
  tests: string | null;
  testsHash: Sha256 | null;
  testsContentHash: Sha256 | null;
  testsBasis: Sha256 | null;
  rehearsal: string | null;
  rehearsalHash: Sha256 | null;
  rehearsalContentHash: Sha256 | null;
  rehearsalBasis: Sha256 | null;
  submittedBy: string | null;
  submittedAt: Instant | null;
  approvedBy: string | null;
  approvedAt: Instant | null;
  needsMinute: boolean;
  minuteOn: LocalDate | null;
  minuteParagraph: string | null;
  publishedBy: string | null;
  publishedAt: Instant | null;
  publishedHash: Sha256 | null;
  note: string | null;
};
