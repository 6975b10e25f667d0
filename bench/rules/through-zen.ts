import { ZenEngine } from "@gorules/zen-engine";
import { z } from "zod";
import type { CellValue, Condition, DecisionTable } from "../../contracts/decision-table.js";
import { tablesOf } from "./case-tables.js";
import type { HouseholdCase } from "./household-case.js";
import type { Outcome } from "./steps.js";
import type { RuleVersion } from "./version.js";

const literal = (value: CellValue): string => JSON.stringify(value);

const cellOf = (condition: Condition): string => {
  switch (condition.is) {
    case "any":
      return "";
    case "equals":
      return literal(condition.value);
    case "in":
      return condition.values.map(literal).join(", ");
    case "within": {
      const { from, to } = condition;
      if (from !== undefined && to !== undefined) return `[${String(from)}..${String(to)}]`;
      if (from !== undefined) return `>= ${String(from)}`;
      return to === undefined ? "" : `<= ${String(to)}`;
    }
  }
};

/** A table of ours as a node of zen's graph. `renamed` says which fact a column reads where it has another name. */
const tableNode = (
  table: DecisionTable,
  { id, output, renamed = {} }: { id: string; output: string; renamed?: Readonly<Record<string, string>> },
) => ({
  id,
  name: id,
  type: "decisionTableNode",
  position: { x: 0, y: 0 },
  content: {
    hitPolicy: "first",
    passThrough: true,
    inputField: null,
    outputPath: null,
    executionMode: "single",
    inputs: table.inputs.map(({ name }) => ({ id: name, name, field: renamed[name] ?? name })),
    outputs: [{ id: "out", name: output, field: output }],
    rules: table.rows.map(({ id: row, when, result }) => ({
      _id: row,
      ...Object.fromEntries(table.inputs.map(({ name }, at) => [name, cellOf(when[at] ?? { is: "any" })])),
      out: literal(result),
    })),
  },
});

const workNode = (id: string, expressions: Readonly<Record<string, string>>) => ({
  id,
  name: id,
  type: "expressionNode",
  position: { x: 0, y: 0 },
  content: {
    passThrough: true,
    inputField: null,
    outputPath: null,
    executionMode: "single",
    expressions: Object.entries(expressions).map(([key, value]) => ({ id: `${id}-${key}`, key, value })),
  },
});

/** The case as one line of nodes. Routes are a positive list: see the table of routes. */
const graphOf = (version: RuleVersion) => {
  const { adults, child, common, cap, route } = tablesOf(version);
  const percent = String(version.incomeChangePercent);
  const nodes = [
    { id: "in", name: "in", type: "inputNode", position: { x: 0, y: 0 } },
    tableNode(adults, { id: "adults", output: "adultsOre" }),
    ...["1", "2", "3"].map((number) =>
      tableNode(child, { id: `child${number}`, output: `ore${number}`, renamed: { age: `child${number}Age` } }),
    ),
    tableNode(common, { id: "common", output: "commonOre", renamed: { size: "adults + children" } }),
    tableNode(cap, { id: "cap", output: "capOre" }),
    workNode("work", {
      childrenOre: "(children >= 1 ? ore1 : 0) + (children >= 2 ? ore2 : 0) + (children >= 3 ? ore3 : 0)",
      rentOverOre: "rentOre - capOre",
      rentChangeOre: "abs(rentOre - lastRentOre)",
      electricityChangeOre: "abs(electricityOre - lastElectricityOre)",
      incomeExcess: `abs(incomeOre - lastIncomeOre) * 100 - lastIncomeOre * ${percent}`,
      needOre: "adultsOre + $.childrenOre + commonOre + rentOre + electricityOre - incomeOre",
    }),
    tableNode(route, { id: "route", output: "route" }),
    { id: "out", name: "out", type: "outputNode", position: { x: 0, y: 0 } },
  ];
  const edges = nodes
    .slice(1)
    .map(({ id }, at) => ({ id: `edge-${String(at)}`, type: "edge", sourceId: nodes[at]?.id ?? "", targetId: id }));
  return { contentType: "application/vnd.gorules.decision", nodes, edges };
};

const answerSchema = z.object({ route: z.string(), needOre: z.int() });

/** The same case through zen-engine, without a trace: its fastest way. `dispose` gives its memory back. */
export const throughZen = (
  version: RuleVersion,
): { readonly assess: (value: HouseholdCase) => Promise<Outcome>; readonly dispose: () => void } => {
  const engine = new ZenEngine();
  const decision = engine.createDecision(graphOf(version));
  return {
    assess: async (value) => {
      const response = await decision.evaluate(value);
      const { route, needOre } = answerSchema.parse(response.result);
      return { route, needOre, grantOre: route === "prefilled" ? needOre : null };
    },
    dispose: () => {
      engine.dispose();
    },
  };
};
