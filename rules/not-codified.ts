import { month } from "../contracts/dates.js";
import type { Facts } from "./facts.js";
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

/** Consecutive months with aid up to the one before the benefit month, or undefined where the history is unknown. */
const monthsInARow = (facts: Facts, { calendar }: Context): number | undefined => {
  const granted = facts
    .history()
    ?.filter((row) => row.get("outcome") === "granted" || row.get("outcome") === "partly-granted")
    .map((row) => row.get("month"));
  if (granted === undefined) return undefined;
  return new Set(granted.filter((value) => value < calendar.month)).size;
};

/** The gaps, on purpose. */
export const notCodified: readonly NotCodified[] = [
  {
    id: "activity-requirement",
    title: "Aktivitetskrav från oktober 2026",
    why: "Lagtexten är inte läst. Efter tre månader med bistånd prövar en person kravet på aktivitet.",
    trigger: (facts, context) => {
      if (context.calendar.month < "2026-10") return "absent";
      const months = monthsInARow(facts, context);
      if (months === undefined) return "unknown";
      return months >= 3 ? "present" : "absent";
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
    trigger: (facts) => {
      const balance = facts.previous()?.head.get("balanceOre");
      return balance !== undefined && balance > 0 ? "present" : "absent";
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
