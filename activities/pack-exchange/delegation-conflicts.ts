import { roles, roleSchema, type Role } from "../../contracts/codes/roles.js";
import { addDays, type LocalDate } from "../../contracts/dates.js";
import { formatKronor } from "../../contracts/money.js";
import { outcomeNames } from "../../contracts/pack-words.js";
import {
  decisionOutcomeSchema,
  type DecisionOutcome,
  type DelegationItem,
  type MunicipalPack,
} from "../../contracts/rule-pack.js";

/** Up to what amount a role may decide. Absent limit = any amount. */
type Mandate = { readonly items: readonly string[]; readonly limitOre?: number };

/** A power to decide that two delegation orders give otherwise. */
export type DelegationConflict = {
  readonly outcome: DecisionOutcome;
  readonly role: Role;
  readonly title: string;
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly mine: string;
  readonly theirs: string;
  /** Theirs less mine, where both have a limit in kronor. */
  readonly differenceOre: number | null;
};

const titleOf = (outcome: DecisionOutcome, role: Role): string => {
  const name = outcomeNames[outcome];
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}, ${roles[role].title.toLowerCase()}`;
};

const mandateOn = (
  { delegation }: MunicipalPack,
  { outcome, role, on }: { outcome: DecisionOutcome; role: Role; on: LocalDate },
): Mandate | undefined => {
  const items = delegation.filter(
    (item) =>
      item.role === role &&
      item.outcomes.includes(outcome) &&
      item.from <= on &&
      (item.to === undefined || on <= item.to),
  );
  if (items.length === 0) return undefined;
  const limits = items.map(({ upToOre }) => upToOre);
  const known = limits.filter((limit) => limit !== undefined);
  const isLimited = known.length === limits.length;
  return { items: items.map(({ item }) => item), ...(isLimited ? { limitOre: Math.max(...known) } : {}) };
};

const inWords = (mandate: Mandate | undefined): string => {
  if (mandate === undefined) return "får inte besluta";
  const limit = mandate.limitOre === undefined ? "utan beloppsgräns" : `till ${formatKronor(mandate.limitOre)} kr`;
  return `${limit} (punkt ${mandate.items.join(", ")})`;
};

const isSame = (one: Mandate | undefined, other: Mandate | undefined): boolean =>
  (one === undefined) === (other === undefined) && one?.limitOre === other?.limitOre;

const changesOf = (items: readonly DelegationItem[]): readonly LocalDate[] =>
  [...new Set(items.flatMap(({ from, to }) => [from, ...(to === undefined ? [] : [addDays(to, 1)])]))].toSorted();

/**
 * Where two delegation orders differ, by decision and role and by how many kronor. They are compared and never taken
 * over: who decides in a municipality is for its own board to say (6 kap. 37–38 §§ kommunallagen).
 */
export const delegationConflicts = (mine: MunicipalPack, theirs: MunicipalPack): readonly DelegationConflict[] => {
  const dates = changesOf([...mine.delegation, ...theirs.delegation]);
  return decisionOutcomeSchema.options.flatMap((outcome) =>
    roleSchema.options.flatMap((role) => {
      const found: DelegationConflict[] = [];
      dates.forEach((on, index) => {
        const own = mandateOn(mine, { outcome, role, on });
        const other = mandateOn(theirs, { outcome, role, on });
        if (isSame(own, other)) return;
        const next = dates[index + 1];
        const isFigure = own?.limitOre !== undefined && other?.limitOre !== undefined;
        found.push({
          outcome,
          role,
          title: titleOf(outcome, role),
          from: on,
          ...(next === undefined ? {} : { to: addDays(next, -1) }),
          mine: inWords(own),
          theirs: inWords(other),
          differenceOre: isFigure ? other.limitOre - own.limitOre : null,
        });
      });
      return found;
    }),
  );
};
