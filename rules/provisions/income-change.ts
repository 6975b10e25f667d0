import type { Income } from "../../contracts/case.js";
import { incomeTypes } from "../../contracts/codes/incomes.js";
import { addMonths, month } from "../../contracts/dates.js";
import { formatKronor } from "../../contracts/money.js";
import { incomesOfMonth, type MonthIncome } from "../counted-incomes.js";
import type { Facts, PreviousFacts, Row } from "../facts.js";
import { cannotTell, met, missing, notMet } from "../findings.js";
import { childrenOf } from "../household.js";
import type { Context, Found, Provision } from "../provision.js";

/** Payments of one kind to one person, compared together: a benefit may come in several payments. */
type Group = { readonly rows: readonly Row<Income>[]; readonly first: Row<Income>; readonly nowOre: number };

const grouped = (
  incomes: readonly MonthIncome[],
  { facts, context }: { facts: Facts; context: Context },
): readonly Group[] => {
  const children = new Set(childrenOf(facts).map(({ id }) => id));
  const groups = new Map<string, Row<Income>[]>();
  for (const { row } of incomes) {
    const isListed = context.parameters.incomeTreatment(row.get("type"))?.treatment === "counts";
    const isChildsWork = row.get("type") === "salary" && children.has(row.get("memberId"));
    if (!isListed || isChildsWork || row.get("declared") === false || row.get("assessed") !== undefined) continue;
    const key = `${row.get("memberId")} ${row.get("type")}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((rows) => {
    const [first] = rows;
    return first === undefined ? [] : [{ rows, first, nowOre: rows.reduce((sum, row) => sum + row.get("netOre"), 0) }];
  });
};

/** What the kind of income was counted to last month: by the rows themselves, else by last month's calculation. */
const beforeOf = ({ rows, first }: Group, previous: PreviousFacts | undefined): number | "new" | "unknown" => {
  const counted = rows.map((row) => row.get("lastCountedOre"));
  if (counted.every((amount) => amount !== undefined)) return counted.reduce((sum, amount) => sum + amount, 0);
  if (previous === undefined) return "unknown";
  const lines = previous.lines.filter((line) => {
    const memberId = line.get("memberId");
    return (
      line.get("kind") === "income" &&
      line.get("type") === first.get("type") &&
      (memberId === undefined || memberId === first.get("memberId"))
    );
  });
  return lines.length === 0 ? "new" : lines.reduce((sum, line) => sum + line.get("amountOre"), 0);
};

const changeFinding = (group: Group, { facts, context }: { facts: Facts; context: Context }): Found => {
  const mark = facts.mark();
  const { first, nowOre } = group;
  const { title } = incomeTypes[first.get("type")];
  const beforeOre = beforeOf(group, facts.previous());
  const factId = first.id;
  const read = facts.since(mark);
  if (beforeOre === "unknown")
    return missing("income-stable", read, { factId, what: `vad ${title} var förra månaden` });
  if (beforeOre === "new")
    return notMet("income-stable", read, {
      reason: "income-changed",
      factId,
      text: `${title}, ${formatKronor(nowOre)} kr, fanns inte förra månaden.`,
      amountOre: nowOre,
    });
  const differenceOre = nowOre - beforeOre;
  // Without a threshold of the municipality only an unchanged income is as last month.
  const percent = context.parameters.incomeChangePercent ?? 0;
  if (Math.abs(differenceOre) * 100 <= percent * beforeOre) return met("income-stable", read);
  return notMet("income-stable", read, {
    reason: "income-changed",
    factId,
    text: `${title} var ${formatKronor(beforeOre)} kr och är nu ${formatKronor(nowOre)} kr.`,
    amountOre: differenceOre,
  });
};

const continuesFindings = (
  incomes: readonly MonthIncome[],
  { facts, context }: { facts: Facts; context: Context },
): readonly Found[] => {
  const mark = facts.mark();
  const previous = facts.previous();
  if (previous === undefined)
    return [missing("income-continues", facts.since(mark), { factId: "previous", what: "förra månadens beräkning" })];
  if (previous.head.get("month") !== addMonths(context.calendar.month, -1))
    return [
      cannotTell("income-continues", facts.since(mark), {
        reason: "fact-missing",
        factId: "previous",
        text: "Den senaste beräkningen gäller inte månaden före.",
      }),
    ];
  const gone = previous.lines.filter((line) => {
    if (line.get("kind") !== "income" || line.get("amountOre") === 0) return false;
    const memberId = line.get("memberId");
    return !incomes.some(
      ({ row }) => row.get("type") === line.get("type") && (memberId === undefined || memberId === row.get("memberId")),
    );
  });
  const read = facts.since(mark);
  if (gone.length === 0) return [met("income-continues", read)];
  return gone.map((line) => {
    const type = line.get("type");
    const title = Object.entries(incomeTypes).find(([code]) => code === type)?.[1].title ?? type;
    const amountOre = line.get("amountOre");
    return notMet("income-continues", read, {
      reason: "income-missing",
      factId: [line.get("memberId"), type].filter((part) => part !== undefined).join("-"),
      text: `${title}, ${formatKronor(amountOre)} kr förra månaden, finns inte den här månaden.`,
      amountOre,
    });
  });
};

/** Incomes are compared with last month's calculation: a large change, a new one or one that is gone is a question. */
export const incomeChange: Provision = {
  id: "income-change",
  title: "Inkomster jämfört med förra månaden",
  basis: ["start-inquiry"],
  from: month("2011-01"),
  onlyRenewals: true,
  explanation:
    "Varje inkomst jämförs med förra månadens beräkning. Har den ändrats mer än kommunens gräns, är den ny eller är den borta frågas en person. Månadens eget belopp används i beräkningen.",
  evaluate: (facts, context) => {
    const incomes = incomesOfMonth(facts, context);
    return {
      findings: [
        ...grouped(incomes, { facts, context }).map((group) => changeFinding(group, { facts, context })),
        ...continuesFindings(incomes, { facts, context }),
      ],
    };
  },
};
