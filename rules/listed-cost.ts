import type { Cost } from "../contracts/case.js";
import { costTypes, type CostType, type Proof } from "../contracts/codes/costs.js";
import { formatKronor } from "../contracts/money.js";
import type { CostRule } from "../contracts/rule-pack.js";
import { shownForMonth } from "./bill-of-several-months.js";
import { capFor } from "./cost-caps.js";
import type { Facts, Row } from "./facts.js";
import { cannotTell, met, missing, notMet } from "./findings.js";
import { adultsOf, childrenOf } from "./household.js";
import type { Context, Counted, Evaluation, Found } from "./provision.js";
import { isWholeKronor, roundOre } from "./rounding.js";

const kr = (amountOre: number): string => `${formatKronor(amountOre)} kr`;

/** What a cost is judged with. */
type Judged = { readonly cost: Row<Cost>; readonly rule: CostRule; readonly facts: Facts; readonly context: Context };

/** What the costs of one kind were together last month. Where two sources tell, both are compared with. */
const approvedBefore = (
  costs: readonly Row<Cost>[],
  { rule, facts }: Omit<Judged, "cost">,
): readonly number[] | "new" | "unknown" => {
  const each = costs.map((cost) => cost.get("lastApprovedOre"));
  const byRows = each.every((last) => last !== undefined) ? each.reduce((sum, last) => sum + last, 0) : undefined;
  if (byRows !== undefined && costs.length === 1) return [byRows];
  const previous = facts.previous();
  const lines = previous?.lines.filter((line) => line.get("kind") === "cost" && line.get("type") === rule.type) ?? [];
  const byLines = lines.length === 0 ? undefined : lines.reduce((sum, line) => sum + line.get("amountOre"), 0);
  const known = [byRows, byLines].filter((sum) => sum !== undefined);
  if (known.length > 0) return known;
  return previous === undefined ? "unknown" : "new";
};

/**
 * The costs of one kind together against last month, so that a cost split in two has one threshold and not two, and a
 * cost that is there twice is not compared with the same amount twice.
 */
const unchanged = (costs: readonly Row<Cost>[], judged: Omit<Judged, "cost">): readonly Found[] => {
  const { rule, facts } = judged;
  const mark = facts.mark();
  const [first] = costs;
  if (first === undefined) return [];
  const factId = first.id;
  const appliedOre = costs.reduce((sum, cost) => sum + cost.get("appliedOre"), 0);
  const before = approvedBefore(costs, judged);
  const read = facts.since(mark);
  const { title } = costTypes[rule.type];
  if (before === "unknown")
    return [missing("cost-unchanged", read, { factId, what: `vad ${title} var förra månaden` })];
  if (before === "new")
    return [
      notMet("cost-unchanged", read, {
        reason: "cost-new",
        factId,
        text: `${title}, ${kr(appliedOre)}, fanns inte förra månaden.`,
        amountOre: appliedOre,
      }),
    ];
  const changedFrom = before.find((sumOre) => Math.abs(appliedOre - sumOre) > rule.changeOre);
  if (changedFrom === undefined) return [met("cost-unchanged", read)];
  return [
    notMet("cost-unchanged", read, {
      reason: "cost-changed",
      factId,
      text: `${title} var ${kr(changedFrom)} och är nu ${kr(appliedOre)}.`,
      amountOre: appliedOre - changedFrom,
    }),
  ];
};

const proved = (judged: Judged): Found => {
  const { cost, rule, facts, context } = judged;
  const mark = facts.mark();
  const factId = cost.id;
  const { title } = costTypes[rule.type];
  const proof: Proof | undefined = cost.get("proof");
  switch (proof) {
    case "document": {
      const documentOre = cost.get("documentOre");
      const appliedOre = cost.get("appliedOre");
      if (documentOre === undefined)
        return missing("cost-proved", facts.since(mark), { factId, what: `beloppet på underlaget för ${title}` });
      const shown = shownForMonth(documentOre, { cost, context });
      const read = facts.since(mark);
      if (shown.kind === "unknown") return missing("cost-proved", read, { factId, what: `${shown.what} (${title})` });
      if (shown.kind === "not-this-month")
        return notMet("cost-proved", read, { reason: "document-mismatch", factId, text: `${title}: ${shown.text}` });
      if (shown.amountOre === appliedOre) return met("cost-proved", read);
      const share = shown.amountOre === documentOre ? "" : `, av räkningens ${kr(documentOre)}`;
      return notMet("cost-proved", read, {
        reason: "document-mismatch",
        factId,
        text: `${title}: sökt ${kr(appliedOre)}, underlaget visar ${kr(shown.amountOre)}${share}.`,
        amountOre: appliedOre - shown.amountOre,
      });
    }
    case "standing": {
      const until = cost.get("standingUntil");
      const read = facts.since(mark);
      if (until === undefined)
        return missing("cost-proved", read, { factId, what: `hur länge det stående godkännandet av ${title} gäller` });
      if (until >= context.calendar.lastDay) return met("cost-proved", read);
      return notMet("cost-proved", read, {
        reason: "cost-new",
        factId,
        text: `Det stående godkännandet av ${title} gäller inte hela månaden.`,
      });
    }
    case "declared":
      if (rule.declaredIsEnough) return met("cost-proved", facts.since(mark));
      return missing("cost-proved", facts.since(mark), { factId, what: `underlag för ${title}` });
    case "unreadable":
      return notMet("cost-proved", facts.since(mark), {
        reason: "document-unreadable",
        factId,
        text: `Underlaget för ${title} gick inte att läsa.`,
      });
    case "mismatch":
      return notMet("cost-proved", facts.since(mark), {
        reason: "document-mismatch",
        factId,
        text: `Underlaget för ${title} gäller någon annan eller något annat.`,
      });
    case undefined:
    case "none":
      return missing("cost-proved", facts.since(mark), { factId, what: `underlag för ${title}` });
  }
};

/** The costs of one kind together against the guideline, so that a cost split in two is still one cost. */
const withinGuideline = (
  costs: readonly Row<Cost>[],
  { rule, facts, context }: Omit<Judged, "cost">,
): readonly Found[] => {
  const mark = facts.mark();
  const [first] = costs;
  if (first === undefined) return [];
  const appliedOre = costs.reduce((sum, cost) => sum + cost.get("appliedOre"), 0);
  const capOre = capFor(rule, { adults: adultsOf(facts).length, children: childrenOf(facts).length });
  const { title } = costTypes[rule.type];
  const graces = costs.map((cost) => cost.get("graceUntil"));
  const read = facts.since(mark);
  if (capOre !== undefined && appliedOre <= capOre) return [met("cost-within-guideline", read, rule.source)];
  const question = { factId: first.id, amountOre: appliedOre - (capOre ?? 0) };
  const above = notMet("cost-within-guideline", read, {
    ...question,
    reason: "cost-above-guideline",
    text:
      capOre === undefined
        ? `${title}: riktlinje saknas för hushållet.`
        : `${title}: ${kr(appliedOre)}, riktlinjen är ${kr(capOre)}.`,
  });
  const grace = graces.find((until) => until !== undefined && until >= context.calendar.firstDay);
  if (grace === undefined) return [above];
  return [
    above,
    notMet("no-grace", read, { reason: "grace-period", factId: first.id, text: `Rådrum för ${title} till ${grace}.` }),
  ];
};

const countedLine = (
  cost: Row<Cost>,
  { type, facts, context }: { type: CostType; facts: Facts; context: Context },
): Counted => {
  const mark = facts.mark();
  const amountOre = cost.get("assessedOre") ?? cost.get("appliedOre");
  return {
    kind: "cost",
    amountOre: isWholeKronor(amountOre) ? amountOre : roundOre(amountOre, context.reading("round-cost")),
    verified: true,
    text: costTypes[type].title,
    facts: facts.since(mark),
  };
};

const assessedFinding = (cost: Row<Cost>, facts: Facts): readonly Found[] => {
  const mark = facts.mark();
  const assessedOre = cost.get("assessedOre");
  if (assessedOre === undefined) return [];
  const appliedOre = cost.get("appliedOre");
  const read = facts.since(mark);
  if (assessedOre >= appliedOre) return [met("cost-approved-in-full", read)];
  return [
    {
      code: "cost-approved-in-full",
      result: "not-met",
      factId: cost.id,
      text: `${costTypes[cost.get("type")].title}: sökt ${kr(appliedOre)}, godkänt ${kr(assessedOre)}.`,
      amountOre: appliedOre - assessedOre,
      facts: read,
    },
  ];
};

/**
 * How a kind of cost is treated where the municipality has no rule for it. `never-ruled`: a person weighs it each time, and
 * what a municipality has written of it is not read.
 */
export type WithoutRule = "counted-as-applied" | "left-out" | "never-ruled";

/**
 * Judges the costs of one kind. The applied amount is what the calculation shows until a person has approved another:
 * a question is never turned into a cut.
 */
export const judgeCosts = (
  type: CostType,
  { facts, context, withoutRule }: { facts: Facts; context: Context; withoutRule: WithoutRule },
): Evaluation => {
  const costs = facts.costs.filter((cost) => cost.get("type") === type);
  if (costs.length === 0) return { findings: [] };
  const rule = withoutRule === "never-ruled" ? undefined : context.parameters.costRule(type);
  const isRenewal = facts.root.get("kind") === "renewal";
  const open = costs.filter((cost) => cost.get("assessedOre") === undefined);
  const counted =
    rule === undefined && withoutRule !== "counted-as-applied" ? costs.filter((cost) => !open.includes(cost)) : costs;
  const lines = counted.map((cost) => countedLine(cost, { type, facts, context }));
  const findings =
    rule === undefined
      ? open.map((cost) =>
          cannotTell("cost-codified", [`costs.${cost.id}.type`], {
            reason: "cost-not-assessed",
            factId: cost.id,
            text: `${costTypes[type].title}: kommunen har ingen riktlinje för månaden.`,
          }),
        )
      : [
          ...open.map((cost) => proved({ cost, rule, facts, context })),
          ...(isRenewal && open.length > 0 ? unchanged(costs, { rule, facts, context }) : []),
          ...(open.length === 0 ? [] : withinGuideline(costs, { rule, facts, context })),
        ];
  return {
    findings: [...costs.flatMap((cost) => assessedFinding(cost, facts)), ...findings],
    lines,
    parts: { cost: lines.reduce((sum, { amountOre }) => sum + amountOre, 0) },
  };
};
