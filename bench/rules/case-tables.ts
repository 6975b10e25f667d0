import type { Condition, DecisionTable, TableInput } from "../../contracts/decision-table.js";
import { month } from "../../contracts/dates.js";
import type { NormCellKey } from "../../contracts/rule-pack.js";
import { compileTable, type CompiledTable } from "../../rules/tables/compile.js";
import { caseInputs } from "./household-case.js";
import { routes, routing, type Route } from "./steps.js";
import type { RuleVersion } from "./version.js";

const from = month("2025-01");
const any: Condition = { is: "any" };
const equals = (value: number | string | boolean): Condition => ({ is: "equals", value });
const upTo = (to: number): Condition => ({ is: "within", to });
const atLeast = (least: number): Condition => ({ is: "within", from: least });

const inputNamed = (name: (typeof caseInputs)[number]["name"]): TableInput => {
  const found = caseInputs.find((input) => input.name === name);
  if (found === undefined) throw new Error(`The case has no ${name}.`);
  return found;
};

const head = { schema: "skalig.table.v1", hitPolicy: "first" } as const;

/** Child rows: the band's last age, and whether lunch makes a difference. The last four have one row each. */
const bands = [
  [0, "child-0", "child-0-lunch-away"],
  [2, "child-1-2", "child-1-2-lunch-away"],
  [3, "child-3", "child-3-lunch-away"],
  [6, "child-4-6", "child-4-6-lunch-away"],
  [10, "child-7-10"],
  [14, "child-11-14"],
  [18, "child-15-18"],
  [20, "child-19-20"],
] as const;

const adultTable = ({ norm, normSource }: RuleVersion): DecisionTable<number> => ({
  ...head,
  id: "adults",
  title: "Vuxna",
  inputs: [inputNamed("adults")],
  rows: (["adult-single", "adult-couple"] as const).map((key, at) => ({
    id: key,
    source: normSource,
    from,
    when: [equals(at + 1)],
    result: norm[key],
  })),
});

const childTable = ({ norm, normSource }: RuleVersion): DecisionTable<number> => {
  const row = (key: NormCellKey, when: readonly Condition[]) => ({
    id: key,
    source: normSource,
    from,
    when,
    result: norm[key],
  });
  return {
    ...head,
    id: "child",
    title: "Barn",
    inputs: [{ name: "age", title: "Ålder", kind: "integer", min: 0, max: 20 }, inputNamed("lunchAway")],
    rows: bands.flatMap(([last, key, away]) =>
      away === undefined
        ? [row(key, [upTo(last), any])]
        : [row(key, [upTo(last), equals(false)]), row(away, [upTo(last), equals(true)])],
    ),
  };
};

const commonTable = ({ norm, normSource }: RuleVersion): DecisionTable<number> => ({
  ...head,
  id: "common",
  title: "Gemensamma kostnader",
  inputs: [{ name: "size", title: "Personer", kind: "integer", min: 1, max: 5 }],
  rows: (["common-1", "common-2", "common-3", "common-4", "common-5"] as const).map((key, at) => ({
    id: key,
    source: normSource,
    from,
    when: [equals(at + 1)],
    result: norm[key],
  })),
});

const capTable = ({ rentCaps, rentSource }: RuleVersion): DecisionTable<number> => ({
  ...head,
  id: "rent-cap",
  title: "Riktlinje för hyra",
  inputs: [inputNamed("adults"), inputNamed("children")],
  rows: rentCaps.map(({ maxAdults, maxChildren, capOre }, at) => ({
    id: `rent.${String(at + 1)}`,
    source: rentSource,
    from,
    when: [upTo(maxAdults), upTo(maxChildren)],
    result: capOre,
  })),
});

const most = 10 ** 13;
const difference = (name: string) => ({ name, title: name, kind: "ore", min: -most, max: most }) as const;

/**
 * Eleven rows, the first that holds. A case is prefilled only where every condition is met, row one; whatever is left
 * goes to a person, row eleven: a fault in a cell can only send more to a person.
 */
const routeTable = ({ electricityChangeOre }: RuleVersion): DecisionTable<Route> => {
  const met = [
    equals("renewal"),
    equals(true),
    equals(0),
    { is: "in", values: ["document", "standing"] },
    upTo(0),
    equals(0),
    upTo(electricityChangeOre),
    upTo(0),
    equals("followed"),
  ] as const satisfies readonly Condition[];
  const only = (at: number, condition: Condition): Condition[] =>
    Array.from({ length: met.length + 1 }, (_, column) => (column === at ? condition : any));
  const whens: Readonly<Record<Route, readonly Condition[]>> = {
    prefilled: [...met, atLeast(1)],
    "no-need": [...met, upTo(0)],
    "first-time": only(0, equals("first-time")),
    "source-silent": only(1, equals(false)),
    assets: only(2, atLeast(1)),
    "cost-unproved": only(3, { is: "in", values: ["declared", "none"] }),
    "rent-above-guideline": only(4, atLeast(1)),
    "rent-changed": only(5, atLeast(1)),
    "electricity-changed": only(6, atLeast(electricityChangeOre + 1)),
    "income-changed": only(7, atLeast(1)),
    person: only(-1, any),
  };
  return {
    ...head,
    id: "route",
    title: "Väg",
    inputs: [
      inputNamed("kind"),
      inputNamed("sourcesAnswered"),
      inputNamed("assetsOre"),
      inputNamed("proof"),
      difference("rentOverOre"),
      difference("rentChangeOre"),
      difference("electricityChangeOre"),
      difference("incomeExcess"),
      inputNamed("plan"),
      difference("needOre"),
    ],
    rows: routes.map((route) => ({ id: route, source: routing, from, when: whens[route], result: route })),
  };
};

/** The tables of a version, ready to be asked: the one source of the single evaluation, the batch and zen's graph. */
export type CaseTables = {
  readonly adults: CompiledTable<number>;
  readonly child: CompiledTable<number>;
  readonly common: CompiledTable<number>;
  readonly cap: CompiledTable<number>;
  readonly route: CompiledTable<Route>;
  readonly incomeChangePercent: number;
};

/** The tables of a version as data. */
export const tablesOf = (version: RuleVersion) => ({
  adults: adultTable(version),
  child: childTable(version),
  common: commonTable(version),
  cap: capTable(version),
  route: routeTable(version),
});

/** Compiles the tables of a version. */
export const compiledTables = (version: RuleVersion): CaseTables => {
  const { adults, child, common, cap, route } = tablesOf(version);
  return {
    adults: compileTable(adults, from),
    child: compileTable(child, from),
    common: compileTable(common, from),
    cap: compileTable(cap, from),
    route: compileTable(route, from),
    incomeChangePercent: version.incomeChangePercent,
  };
};
