import { expect, test } from "vitest";
import { caseOf, paid, renewal, standing } from "../../../rules/examples/cases.js";
import { scenarioSchema } from "../../../contracts/rule-scenario.js";
import {
  cellText,
  demandedCells,
  givenCells,
  scenarioIdOf,
  unreadableCells,
  writtenScenario,
} from "./scenario-cells.js";

const scenario = scenarioSchema.parse({
  id: "hyra-pa-riktlinjen",
  title: "Hyra på riktlinjen",
  origin: "official-example",
  source: "Socialstyrelsen, riksnormen 2026",
  case: caseOf(renewal({ costs: [standing("rent", 6_900)], incomes: [paid("salary", 5_000)] })),
  expected: { outcome: "referred", reasons: ["cost-above-guideline"], grantOre: 619_000 },
});
const texts = (cells: ReturnType<typeof givenCells>) =>
  Object.fromEntries(cells.map((one) => [one.name, cellText(one)]));
const written = {
  title: " Högre hyra ",
  outcome: "prefilled",
  given: { ...texts(givenCells(scenario.case)), "k-rent.appliedOre": "7 000,50" },
  demanded: { ...texts(demandedCells(scenario.expected)), grantOre: "", normOre: "5 180" },
} as const;

test("an official example is copied: ours is invented, and says what is written and nothing else", () => {
  const own = writtenScenario({ suite: "national", scenario }, written);
  expect(scenarioSchema.parse(own)).toEqual(own);
  expect(own).toMatchObject({ id: "hyra-pa-riktlinjen-egen", origin: "invented", title: "Högre hyra" });
  expect(own.source).toBeUndefined();
  expect(own.expected).toEqual({ outcome: "prefilled", normOre: 518_000 });
  expect(own.case.costs[0]).toMatchObject({ appliedOre: 700_050, lastApprovedOre: 690_000 });
  expect(own.case.incomes).toEqual(scenario.case.incomes);
});

test("one of our own keeps its name, and its reasons where the outcome is the same", () => {
  const own = writtenScenario({ suite: "local", scenario }, { ...written, outcome: "referred" });
  expect(own).toMatchObject({ id: scenario.id, expected: { reasons: ["cost-above-guideline"] } });
});

test("a given amount cannot be empty, a demanded one can; neither can be guessed", () => {
  const given = { ...written.given, "i-salary.netOre": "" };
  expect(unreadableCells({ ...written, given })).toEqual(["i-salary.netOre"]);
  expect(unreadableCells({ ...written, demanded: { grantOre: "ca 6000", normOre: " " } })).toEqual(["grantOre"]);
});

test("a title gives a name that the suites take, whatever it is written with", () => {
  const named = scenarioIdOf(" Hyra över riktlinjen, två vuxna & ett barn! ");
  expect(named).toBe("hyra-over-riktlinjen-tva-vuxna-ett-barn");
  expect(scenarioSchema.shape.id.parse(scenarioIdOf("Å".repeat(100)))).toHaveLength(60);
});
