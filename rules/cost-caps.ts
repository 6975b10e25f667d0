import type { DecisionTable } from "../contracts/decision-table.js";
import type { CostRule } from "../contracts/rule-pack.js";
import { compileTable, type CompiledTable } from "./tables/compile.js";
import { evaluateTable, traceTable, type Trace } from "./tables/evaluate.js";

/** Who lives in the home, as a guideline speaks of them. */
export type CapHousehold = { readonly adults: number; readonly children: number };

/** As many as a case may have. */
const mostMembers = 30;
const people = { kind: "integer", min: 0, max: mostMembers } as const;

const upTo = (most: number | undefined) =>
  most === undefined || most >= mostMembers ? ({ is: "any" } as const) : ({ is: "within", to: most } as const);

/** The guideline of a kind of cost as a decision table: by adults and children to öre. The first row that holds applies. */
export const capTableOf = ({ type, from, source, caps }: CostRule): DecisionTable<number> => ({
  schema: "skalig.table.v1",
  id: `cap-${type}`,
  title: "Riktlinje efter hushåll",
  hitPolicy: "first",
  inputs: [
    { name: "adults", title: "Vuxna", ...people },
    { name: "children", title: "Barn", ...people },
  ],
  rows: caps.map(({ maxAdults, maxChildren, capOre }, at) => ({
    id: `${type}.${String(at + 1)}`,
    source,
    from,
    when: [upTo(maxAdults), upTo(maxChildren)],
    result: capOre,
  })),
});

/** Rules never change once read, so each is compiled once. */
const compiled = new WeakMap<CostRule, CompiledTable<number>>();

const tableFor = (rule: CostRule): CompiledTable<number> => {
  const table = compiled.get(rule) ?? compileTable(capTableOf(rule), rule.from);
  compiled.set(rule, table);
  return table;
};

/** The guideline in öre for a household; undefined where the municipality has none for it. */
export const capFor = (rule: CostRule, household: CapHousehold): number | undefined => {
  const answer = evaluateTable(tableFor(rule), household);
  return answer.kind === "row" ? answer.value : undefined;
};

/** The row of the guideline that applies, and why each row above it does not. */
export const traceCap = (rule: CostRule, household: CapHousehold): Trace<number> =>
  traceTable(tableFor(rule), household);
