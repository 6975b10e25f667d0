import { roles, type Role } from "../../contracts/codes/roles.js";
import { addDays, dateInWords, localDateSchema, type LocalDate } from "../../contracts/dates.js";
import type { PackProblemCode } from "../../contracts/codes/pack-problems.js";
import type { PackProblem } from "../../contracts/pack-check.js";
import { outcomeNames } from "../../contracts/pack-words.js";
import type { DecisionOutcome, DelegationItem, MunicipalPack } from "../../contracts/rule-pack.js";
import { isPersonal, mandateFor } from "../mandates.js";
import { kr } from "./row-words.js";

type Decision = {
  readonly on: LocalDate;
  readonly outcome: DecisionOutcome;
  readonly amountOre: number;
  readonly role?: Role;
  /** The name of an automated function in place of a role. */
  readonly automated?: string;
};
type Found = { readonly code: PackProblemCode; readonly message: string; readonly decision: Decision };

const byWhom = ({ role, automated }: Decision): string => {
  if (automated !== undefined) return `, av funktionen ”${automated}” utan någon människa`;
  return role === undefined ? "" : `, av ${roles[role].title.toLocaleLowerCase("sv")}`;
};

const decisionInWords = (decision: Decision): string => {
  const { on, outcome, amountOre } = decision;
  const by = byWhom(decision);
  const amount = amountOre === 0 ? "" : ` på ${kr(amountOre)}`;
  return `Beslut den ${dateInWords(on)}: ${outcomeNames[outcome]}${amount}${by}.`;
};

const asData = ({ on, outcome, amountOre, role }: Decision) => ({
  on,
  outcome,
  amountOre,
  ...(role !== undefined && { role }),
});

const problemOf = (
  { item, at }: { readonly item: DelegationItem; readonly at: number },
  { code, message, decision }: Found,
): PackProblem => {
  const title = `Delegationsordning, punkt ${item.item}`;
  return {
    code,
    table: "delegation",
    row: `delegation[${String(at)}]`,
    title,
    message: `${title}: ${message}`,
    counterexample: { kind: "decision", ...asData(decision), text: decisionInWords(decision) },
  };
};

const holdsOn = ({ from, to }: DelegationItem, on: LocalDate): boolean => from <= on && (to === undefined || on <= to);
const limitOf = ({ upToOre }: DelegationItem): number => upToOre ?? Number.POSITIVE_INFINITY;

const isReversed = ({ from, to }: DelegationItem): boolean => to !== undefined && to < from;

/** Roles that may decide about assistance; the others look after the system and audit it. */
const deciding: readonly Role[] = ["caseworker", "team-lead"];

/** The date of a minute, `2024-11-20 § 121`. */
const minuteDate = (text: string): LocalDate | undefined => {
  const date = /^(\d{4}-\d{2}-\d{2}) § \d+/.exec(text)?.[1];
  return localDateSchema.safeParse(date).data;
};

const ofItself = (item: DelegationItem): readonly Found[] => {
  const [outcome = "granted"] = item.outcomes;
  const { role } = item;
  const decision: Decision = { on: item.from, outcome, amountOre: 0, ...(role !== undefined && { role }) };
  const minute = minuteDate(item.boardMinute);
  const found: Found[] = [];
  if (isReversed(item))
    found.push({ code: "period-reversed", decision, message: "slutar innan den börjar och gäller aldrig." });
  if (role !== undefined && !deciding.includes(role))
    found.push({
      code: "role-cannot-decide",
      decision,
      message: `${roles[role].title.toLocaleLowerCase("sv")} får inte besluta om bistånd. Den som sköter eller granskar systemet beslutar inte i ärenden.`,
    });
  if (minute === undefined)
    found.push({
      code: "mandate-before-minute",
      decision,
      message: `nämndens protokoll anges inte med datum och paragraf: ${item.boardMinute}.`,
    });
  else if (item.from < minute)
    found.push({
      code: "mandate-before-minute",
      decision,
      message: `gäller från den ${dateInWords(item.from)}, men nämnden beslutade den ${dateInWords(minute)}.`,
    });
  return found;
};

/** All that a function without a human could ever be described to decide: a grant in full, as computed. */
const automatable: readonly DecisionOutcome[] = ["granted"];

/** What an item says of an automated function. It may be described; it is off, and no wording of it lets it decide. */
const ofFunction = (item: DelegationItem): readonly Found[] => {
  const { automated, from: on, outcomes, upToOre } = item;
  if (automated === undefined) return [];
  const { name } = automated;
  const decisionOn = (outcome: DecisionOutcome): Decision => ({
    on,
    outcome,
    amountOre: upToOre ?? 0,
    automated: name,
  });
  const excluded = outcomes.filter((outcome) => !automatable.includes(outcome));
  return [
    ...(automated.on
      ? [
          {
            code: "automation-on",
            decision: decisionOn(outcomes[0] ?? "granted"),
            message: `funktionen ”${name}” är påslagen. Varje beslut om bistånd fattas av en människa.`,
          } as const,
        ]
      : []),
    ...excluded.map(
      (outcome) =>
        ({
          code: "automation-outcome",
          decision: decisionOn(outcome),
          message: `funktionen ”${name}” beskrivs få besluta om ${outcomeNames[outcome]}. Det får bara en människa, också när funktionen är av.`,
        }) as const,
    ),
    ...(upToOre === undefined
      ? [
          {
            code: "automation-without-limit",
            decision: decisionOn("granted"),
            message: `funktionen ”${name}” beskrivs utan högsta belopp. Nämnden delegerar en viss grupp av ärenden.`,
          } as const,
        ]
      : []),
  ];
};

/** The days when what may be decided turns, up to the last day that any item speaks of. */
const turningDays = (items: readonly DelegationItem[]): readonly LocalDate[] => {
  const ends = items.map(({ to }) => to);
  const last = ends.includes(undefined)
    ? undefined
    : ends
        .flatMap((to) => to ?? [])
        .toSorted()
        .at(-1);
  const days = items.flatMap(({ from, to }) => (to === undefined ? [from] : [from, addDays(to, 1)]));
  return [...new Set(days)].filter((day) => last === undefined || day <= last).toSorted();
};

/** An application can always come to these; what is not delegated of the rest, the board decides itself. */
const everyday = ["granted", "partly-granted", "refused", "written-off"] as const satisfies readonly DecisionOutcome[];

const outcomesAlone = (pack: MunicipalPack): readonly PackProblem[] => {
  const items = pack.delegation.filter(isPersonal).filter((item) => !isReversed(item));
  const outcomes = [...new Set<DecisionOutcome>([...everyday, ...items.flatMap((item) => item.outcomes)])];
  return outcomes.flatMap((outcome) => {
    const isEveryday = everyday.some((one) => one === outcome);
    const first = items
      .filter((item) => item.outcomes.includes(outcome))
      .map(({ from }) => from)
      .toSorted()[0];
    const on = turningDays(items)
      .filter((day) => isEveryday || (first !== undefined && day >= first))
      .find((day) => mandateFor({ roles: deciding, outcome, amountOre: 0, on: day }, pack) === undefined);
    if (on === undefined) return [];
    const at = Math.max(
      0,
      pack.delegation.findLastIndex((item) => item.outcomes.includes(outcome)),
    );
    const item = pack.delegation[at];
    if (item === undefined) return [];
    const decision: Decision = { on, outcome, amountOre: 0 };
    return [
      problemOf(
        { item, at },
        {
          code: "outcome-without-mandate",
          decision,
          message: `ingen får besluta om ${outcomeNames[outcome]} den ${dateInWords(on)}.`,
        },
      ),
    ];
  });
};

/** Two items that let the same role decide the same thing up to the same amount on the same day. */
const overlaps = ({ delegation }: MunicipalPack): readonly PackProblem[] =>
  delegation.flatMap((item, at) =>
    delegation.slice(0, at).flatMap((earlier): readonly PackProblem[] => {
      if (!isPersonal(item) || !isPersonal(earlier)) return [];
      const on = item.from > earlier.from ? item.from : earlier.from;
      const outcome = item.outcomes.find((one) => earlier.outcomes.includes(one));
      if (outcome === undefined || item.role !== earlier.role || limitOf(item) !== limitOf(earlier)) return [];
      if (!holdsOn(item, on) || !holdsOn(earlier, on)) return [];
      const decision: Decision = { on, outcome, amountOre: item.upToOre ?? 0, role: item.role };
      return [
        problemOf(
          { item, at },
          {
            code: "mandate-overlap",
            decision,
            message: `säger samma sak som punkt ${earlier.item} om ${outcomeNames[outcome]}. Det går inte att säga vilken punkt beslutet fattas med stöd av.`,
          },
        ),
      ];
    }),
  );

/** A head of unit who may decide something may decide it up to what a caseworker may. */
const order = (pack: MunicipalPack): readonly PackProblem[] =>
  pack.delegation.flatMap((item, at): readonly PackProblem[] => {
    if (item.role !== "team-lead") return [];
    for (const outcome of item.outcomes)
      for (const on of turningDays(pack.delegation).filter((day) => holdsOn(item, day))) {
        const ofRole = (role: Role): number =>
          Math.max(
            -1,
            ...pack.delegation
              .filter((one) => one.role === role && one.outcomes.includes(outcome) && holdsOn(one, on))
              .map(limitOf),
          );
        const [lead, caseworker] = [ofRole("team-lead"), ofRole("caseworker")];
        if (lead >= caseworker || limitOf(item) !== lead) continue;
        const decision: Decision = { on, outcome, amountOre: lead + 100, role: "team-lead" };
        const message = `enhetschefen får besluta om ${outcomeNames[outcome]} på högst ${kr(lead)}, men handläggaren på ${caseworker === Number.POSITIVE_INFINITY ? "vilket belopp som helst" : `högst ${kr(caseworker)}`}.`;
        return [problemOf({ item, at }, { code: "mandate-order", decision, message })];
      }
    return [];
  });

/**
 * That every application can come to a decision on every day the delegation order holds, that it is clear by which item,
 * and that nobody decides before the board has said so.
 */
export const proveDelegation = (pack: MunicipalPack): readonly PackProblem[] => [
  ...pack.delegation.flatMap((item, at) =>
    [...ofItself(item), ...ofFunction(item)].map((found) => problemOf({ item, at }, found)),
  ),
  ...outcomesAlone(pack),
  ...overlaps(pack),
  ...order(pack),
];
