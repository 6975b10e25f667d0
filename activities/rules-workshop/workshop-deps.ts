import type { ChangeProblem } from "../../contracts/api/workshop.js";
import type { Actor } from "../../contracts/audit-event.js";
import type { Role } from "../../contracts/codes/roles.js";
import type { Instant, LocalDate, Month } from "../../contracts/dates.js";
import type { CaseId } from "../../contracts/ids.js";
import type { WorkshopRefusal } from "../../contracts/rule-change.js";
import type { Packs, RulePack } from "../../contracts/rule-pack.js";
import type { Scenario } from "../../contracts/rule-scenario.js";
import type { Store } from "../../store/open-store.js";
import type { StoreTransaction } from "../../store/transaction.js";
import type { PacksInForce } from "../packs-in-force.js";
import type { Rulebook } from "../sealed-receipt.js";

/** Scenarios that every draft is tried on. */
export type Suites = { readonly national: readonly Scenario[]; readonly local: readonly Scenario[] };

/** What the workshop works with. */
export type WorkshopDeps = {
  readonly store: Store;
  readonly rulebook: Rulebook;
  /** The rules that the program ships with: the first version of each pack. */
  readonly shipped: Packs;
  readonly packsInForce: PacksInForce;
  readonly today: (tx: StoreTransaction) => Promise<LocalDate>;
  /** The benefit month that is worked on. */
  readonly month: Month;
  /** Whether the municipality is invented: only there may a practice table be used. */
  readonly isInvented: boolean;
  /** What ships with the program for the packs; the municipality adds its own. */
  readonly suites: (packs: Packs) => Suites;
  /** Assesses an undecided case again through its process. False where the process would not, as of a decided one. */
  readonly reassess: (caseId: CaseId) => Promise<boolean>;
};

/** Who asks: a member of staff, with the roles held at this moment. */
export type Asking = { readonly id: string; readonly roles: readonly Role[] };

/** The one who asks, as the log names them. */
export const actorFor = ({ id, roles }: Asking, among: readonly Role[]): Actor => {
  const role = roles.find((held) => among.includes(held));
  return { kind: "staff", id, ...(role !== undefined && { role }) };
};

/** Theirs and the one's own, where somebody else saved in between. */
export type EditConflict = {
  readonly by: string;
  readonly at: Instant;
  readonly revision: number;
  readonly theirs: RulePack;
  readonly yours: RulePack;
};

/** What came of asking: done, or why nothing was. */
export type Done<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly refusal: WorkshopRefusal | "not-found";
      readonly problems?: readonly ChangeProblem[];
      readonly conflict?: EditConflict;
    };

/** Something was done. */
export const done = <T>(value: T): Done<T> => ({ ok: true, value });
/** Nothing was done, and why. */
export const refused = (
  refusal: WorkshopRefusal | "not-found",
  problems?: readonly ChangeProblem[],
): Extract<Done<never>, { ok: false }> => ({ ok: false, refusal, ...(problems !== undefined && { problems }) });
