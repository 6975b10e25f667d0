import { caseLimits, type Case, type Income } from "../contracts/case.js";
import { addMonths, month, monthOf } from "../contracts/dates.js";
import type { Facts, Row } from "./facts.js";
import { cannotTell, met, notMet } from "./findings.js";
import type { Context, Provision } from "./provision.js";

/** What the law asks that no rule expresses, when it comes up, and what happens instead. */
type NotCodified = {
  readonly id: string;
  readonly title: string;
  /** Why it is not a rule, and who acts instead. */
  readonly why: string;
  /** `absent`: it positively does not come up. `present` and `unknown` send the case to a person. */
  readonly trigger: (facts: Facts, context: Context) => "absent" | "present" | "unknown";
};

type Outcomes = readonly NonNullable<Case["history"]>[number]["outcome"][];

const supported: Outcomes = ["granted", "partly-granted"];
/** Whether a month of emergency aid only is a month with aid is in no source that has been read. */
const supportedOrEmergency: Outcomes = [...supported, "emergency"];

/** Months in a row with aid, the last of them the one before the benefit month; undefined where the history is unknown. */
const monthsInARow = (
  facts: Facts,
  { context: { calendar }, aid }: { readonly context: Context; readonly aid: Outcomes },
): number | undefined => {
  const granted = facts
    .history()
    ?.filter((row) => aid.includes(row.get("outcome")))
    .map((row) => row.get("month"));
  if (granted === undefined) return undefined;
  const withAid = new Set(granted);
  let count = 0;
  while (withAid.has(addMonths(calendar.controlMonth, -count))) count += 1;
  return count;
};

/** A payment of a month before the control month that the applicant has not told of and last month's calculation lacks. */
const isEarlierUntold = (income: Row<Income>, { facts, context }: { facts: Facts; context: Context }): boolean => {
  const { controlMonth } = context.calendar;
  const paidOn = income.get("paidOn");
  const to = income.get("to");
  if (income.get("declared") !== false || income.get("assessed") !== undefined || paidOn === undefined) return false;
  if (monthOf(paidOn) >= controlMonth || (to !== undefined && monthOf(to) >= controlMonth)) return false;
  const type = income.get("type");
  if (context.parameters.incomeTreatment(type)?.treatment === "does-not-count") return false;
  const counted = facts
    .previous()
    ?.lines.some(
      (line) =>
        line.get("kind") === "income" &&
        line.get("type") === type &&
        (line.get("memberId") ?? income.get("memberId")) === income.get("memberId"),
    );
  return counted !== true;
};

/**
 * Whether last month left a surplus, by its balance. Without a balance, a month that was granted in full left none, and
 * neither did one that nobody worked out, as before a first application; of any other month nobody knows.
 */
const surplusLastMonth = (facts: Facts, { calendar }: Context): "absent" | "present" | "unknown" => {
  const previous = facts.previous();
  const balanceOre = previous?.head.get("balanceOre");
  if (balanceOre !== undefined) return balanceOre > 0 ? "present" : "absent";
  if (facts.root.get("kind") === "first") return "absent";
  const outcomes = facts
    .history()
    ?.filter((row) => row.get("month") === calendar.controlMonth)
    .map((row) => row.get("outcome"));
  if (outcomes === undefined) return "unknown";
  if (outcomes.length === 0) return previous?.head.get("month") === calendar.controlMonth ? "unknown" : "absent";
  return outcomes.every((outcome) => outcome === "granted" || outcome === "not-applied") ? "absent" : "unknown";
};

/** Prop. 2025/26:207, by secondary sources: so many months in a row with support, and the board asks for participation. */
const monthsBeforeActivity = 3;

/** The gaps, on purpose. */
export const notCodified: readonly NotCodified[] = [
  {
    id: "activity-requirement",
    title: "Aktivitetskrav från oktober 2026",
    why: "Lagtexten är inte läst. Efter tre månader i följd med bistånd prövar en person kravet på aktivitet. Om en månad med bara nödbistånd räknas i följden är inte klarlagt.",
    trigger: (facts, context) => {
      if (context.calendar.month < "2026-10") return "absent";
      const months = monthsInARow(facts, { context, aid: supported });
      const atMost = monthsInARow(facts, { context, aid: supportedOrEmergency });
      if (months === undefined || atMost === undefined) return "unknown";
      if (months >= monthsBeforeActivity) return "present";
      return atMost >= monthsBeforeActivity ? "unknown" : "absent";
    },
  },
  {
    id: "emergency-aid",
    title: "Nödbistånd",
    why: "Akut nöd prövas alltid av en person, först som rätt till bistånd och sedan utöver rätten.",
    trigger: (facts, { calendar }) => {
      const history = facts.history();
      if (history === undefined) return "unknown";
      const isRecent = history.some(
        (row) => row.get("month") >= calendar.controlMonth && row.get("outcome") === "emergency",
      );
      return isRecent ? "present" : "absent";
    },
  },
  {
    id: "refused-before",
    title: "Avslag månaden före",
    why: "Varför förra månaden avslogs kan ha betydelse för den här månaden. En person läser beslutet.",
    trigger: (facts, { calendar }) => {
      const history = facts.history();
      if (history === undefined) return "unknown";
      const isRecent = history.some(
        (row) => row.get("month") === calendar.controlMonth && row.get("outcome") === "refused",
      );
      return isRecent ? "present" : "absent";
    },
  },
  {
    id: "earlier-surplus",
    title: "Överskott från förra månaden",
    why: "Ett överskott förs aldrig över automatiskt. Bara en person kan besluta det, med ett eget beslut.",
    trigger: surplusLastMonth,
  },
  {
    id: "earlier-income",
    title: "Inkomst från en tidigare månad",
    why: "Om en inkomst från en tidigare månad, som ingen räknade då, får räknas nu är inte klarlagt. En person avgör det, och felaktigt bistånd räknas aldrig av.",
    trigger: (facts, context) =>
      facts.incomes.some((income) => isEarlierUntold(income, { facts, context })) ? "present" : "absent",
  },
  {
    id: "application-time",
    title: "Ansökan för en månad som har gått",
    why: "Om bistånd kan ges för tid som har gått när ansökan kom in avgör en person. Det gäller också en ansökan som är daterad efter i dag.",
    trigger: (facts, { calendar }) => {
      const appliedOn = facts.root.get("appliedOn");
      if (appliedOn > facts.root.get("today")) return "unknown";
      return appliedOn > calendar.lastDay ? "present" : "absent";
    },
  },
  {
    id: "list-full",
    title: "Fler uppgifter än ärendet rymmer",
    why: "Är hushållet, kostnaderna eller inkomsterna så många som ett ärende rymmer kan något ha fallit bort. En person jämför med ansökan.",
    trigger: (facts) => {
      const { members, costs, incomes } = caseLimits;
      const home = facts.household.get("sizeInHome") ?? 0;
      const isFull =
        facts.members.length >= members ||
        home >= members ||
        facts.costs.length >= costs ||
        facts.incomes.length >= incomes;
      return isFull ? "unknown" : "absent";
    },
  },
];

/** Everything the law asks that the rules do not express: where it comes up, or might, a person decides. */
export const uncodified: Provision = {
  id: "not-codified",
  title: "Det som saknar regel",
  basis: ["right-to-aid", "calculation", "reduction", "recovery"],
  from: month("2011-01"),
  explanation:
    "En del av lagen kräver en bedömning som ingen regel kan göra. Varje sådan punkt har ett kännetecken i uppgifterna. Finns kännetecknet inte har punkten ingen betydelse; finns det, eller är det okänt, prövar en person.",
  evaluate: (facts, context) => ({
    findings: notCodified.map(({ id, title, why, trigger }) => {
      const mark = facts.mark();
      const state = trigger(facts, context);
      const read = facts.since(mark);
      if (state === "absent") return met("uncodified-absent", read, title);
      const question = { reason: "not-codified", factId: id, text: `${title}. ${why}` } as const;
      return state === "present"
        ? notMet("uncodified-absent", read, question)
        : cannotTell("uncodified-absent", read, question);
    }),
  }),
};
