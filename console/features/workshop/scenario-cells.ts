import type { Case } from "../../../contracts/case.js";
import { costTypes } from "../../../contracts/codes/costs.js";
import { incomeTypes } from "../../../contracts/codes/incomes.js";
import { formatKronor, type Ore } from "../../../contracts/money.js";
import type { Scenario, ScenarioExpectation } from "../../../contracts/rule-scenario.js";
import { parseKronor } from "../../components/parse-kronor.js";

/** An amount of a scenario: its place, what it is, and what it says; empty where nothing is said. */
export type ScenarioCell = { readonly name: string; readonly title: string; readonly ore: Ore | undefined };

const costAmounts = [
  ["appliedOre", "sökt"],
  ["documentOre", "enligt underlag"],
  ["lastApprovedOre", "godkänt förra månaden"],
] as const;
const incomeAmounts = [
  ["netOre", "utbetalt"],
  ["lastCountedOre", "räknat förra månaden"],
] as const;

/** The amounts that the household applies for and is paid. One that the scenario leaves out stays left out. */
export const givenCells = ({ costs, incomes }: Case): readonly ScenarioCell[] => [
  ...costs.flatMap((cost) =>
    costAmounts
      .filter(([key]) => cost[key] !== undefined)
      .map(([key, said]) => ({
        name: `${cost.id}.${key}`,
        title: `${costTypes[cost.type].title}, ${said}`,
        ore: cost[key],
      })),
  ),
  ...incomes.flatMap((income) =>
    incomeAmounts
      .filter(([key]) => income[key] !== undefined)
      .map(([key, said]) => ({
        name: `${income.id}.${key}`,
        title: `${incomeTypes[income.type].title}, ${said}`,
        ore: income[key],
      })),
  ),
];

const demandedAmounts = [
  ["normOre", "Norm"],
  ["costsOre", "Kostnader"],
  ["countedIncomeOre", "Inkomster"],
  ["shortfallOre", "Behov minus inkomster"],
  ["grantOre", "Bistånd"],
] as const;

/** The amounts that a scenario can demand; one without a figure may come out in any way. */
export const demandedCells = (expected: ScenarioExpectation): readonly ScenarioCell[] =>
  demandedAmounts.map(([name, title]) => ({ name, title, ore: expected[name] ?? undefined }));

/** A cell as it is written. */
export const cellText = ({ ore }: ScenarioCell): string => (ore === undefined ? "" : formatKronor(ore));

/** What is written for a scenario. */
export type WrittenScenario = {
  readonly title: string;
  readonly outcome: NonNullable<ScenarioExpectation["outcome"]> | "any";
  /** By the name of the cell, as it is written. */
  readonly given: Readonly<Record<string, string>>;
  readonly demanded: Readonly<Record<string, string>>;
};

/** Cells whose text is no amount. A given amount cannot be empty; a demanded one can. */
export const unreadableCells = ({ given, demanded }: WrittenScenario): readonly string[] => [
  ...Object.entries(given).flatMap(([name, text]) => (parseKronor(text) === undefined ? [name] : [])),
  ...Object.entries(demanded).flatMap(([name, text]) =>
    text.trim() !== "" && parseKronor(text) === undefined ? [name] : [],
  ),
];

const changed = <Line extends { readonly id: string }>(
  lines: readonly Line[],
  keys: readonly (readonly [string, string])[],
  given: WrittenScenario["given"],
): Line[] =>
  lines.map((line) => ({
    ...line,
    ...Object.fromEntries(
      keys.flatMap(([key]) => {
        const ore = parseKronor(given[`${line.id}.${key}`] ?? "");
        return ore === undefined ? [] : [[key, ore] as const];
      }),
    ),
  }));

const longestId = 60;
const ownId = "-egen";

/**
 * The municipality's own scenario from what is written. An official example keeps its words and its source: it is copied,
 * and invented from then on.
 */
export const writtenScenario = (
  { suite, scenario }: { readonly suite: "national" | "local"; readonly scenario: Scenario },
  { title, outcome, given, demanded }: WrittenScenario,
): Scenario => {
  const { reasons } = scenario.expected;
  const written = {
    title: title.trim(),
    case: {
      ...scenario.case,
      costs: changed(scenario.case.costs, costAmounts, given),
      incomes: changed(scenario.case.incomes, incomeAmounts, given),
    },
    expected: {
      ...(outcome !== "any" && { outcome }),
      // Other reasons for a person come with another outcome.
      ...(reasons !== undefined && outcome === (scenario.expected.outcome ?? "any") && { reasons }),
      ...Object.fromEntries(
        demandedAmounts.flatMap(([name]) => {
          const ore = parseKronor(demanded[name] ?? "");
          return ore === undefined ? [] : [[name, ore] as const];
        }),
      ),
    },
  };
  return suite === "local"
    ? { ...scenario, ...written }
    : { ...written, id: `${scenario.id.slice(0, longestId - ownId.length)}${ownId}`, origin: "invented" };
};

/** The name in the suites of a scenario that has a title only: "Hyra, två vuxna" is `hyra-tva-vuxna`. */
export const scenarioIdOf = (title: string): string =>
  title
    .trim()
    .toLocaleLowerCase("sv")
    .normalize("NFD")
    .replace(/[^a-z0-9]+/gu, (between) => (/^\p{M}+$/u.test(between) ? "" : "-"))
    .replace(/^-|-$/gu, "")
    .slice(0, longestId);
