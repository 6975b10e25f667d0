import { z } from "zod";
import { expect, test } from "vitest";
import { caseSchema, type CaseInput } from "../../contracts/case.js";
import { scenarioSchema, type ScenarioInput } from "../../contracts/rule-scenario.js";
import { paid, renewal, standing } from "../../rules/examples/cases.js";
import { freeTextFields, privacyProblems } from "./scenario-privacy.js";
import { personsIn } from "./prose-privacy.js";
import { nationalScenarios, sampleScenarios } from "./shipped-scenarios.js";

const check = { reference: "3f0c1a52-6d0e-4f55-9d0c-0d7c3b1a9e11", on: "2026-11-20" };

const born = (birthDate: string): CaseInput["household"] => ({
  sizeInHome: 1,
  sharesHome: false,
  members: [{ id: "a", role: "applicant", birthDate }],
});

const scenario = (parts: Partial<CaseInput> = {}, differs: Partial<ScenarioInput> = {}): ScenarioInput => ({
  id: "ensam",
  title: "Ensam vuxen utan inkomst",
  origin: "invented",
  case: renewal({ household: born("1990-05-01"), ...parts }),
  expected: { outcome: "prefilled" },
  ...differs,
});
const problems = (parts: Partial<CaseInput> = {}, differs: Partial<ScenarioInput> = {}) =>
  privacyProblems(scenarioSchema.parse(scenario(parts, differs))).map(({ path, code }) => [path, code]);

test("the shipped scenarios, and one that says nothing of anybody, pass", () => {
  expect(problems()).toEqual([]);
  expect([...nationalScenarios, ...sampleScenarios].flatMap(privacyProblems)).toEqual([]);
});

test.each([
  ["199005021234", "personal-number"],
  ["Gäller 900502-1234", "personal-number"],
  ["född 1990-05-02-1234", "personal-number"],
  ["19900562+1234 är ett samordningsnummer", "personal-number"],
  ["900502-T123", "personal-number"],
  ["ärende EB-2025-00123", "case-number"],
  ["Dnr SN 2025/118", "case-number"],
  ["konto 8327 9 123 456", "long-number"],
  ["någon@exempel.se", "contact"],
  ["ring 070-123 45 67", "contact"],
  ["hyra på Storgatan 5", "address"],
  ["bor på 123 45 Ort", "address"],
  ["Anna har två barn", "name"],
  ["En hyra för familjen Öberg", "name"],
  ["en lön från svensson", "name"],
])("a title with %j is refused as %s", (title, code) => {
  expect(personsIn(title)).toContain(code);
  expect(problems({}, { title })).toContainEqual(["title", code]);
});

test.each([
  "Ensam vuxen, hyra 6 570 kr och rådrum till januari 2026",
  "Sambor med barn, 11 och 15 år. Barnet äter lunch i förskola.",
  "Aktivitetsstöd från Försäkringskassan och jobbstimulans enligt 12 kap. 8 § SoL (2025:400)",
  "HFD 2013 ref. 18 och SFS 2025:468",
])("a title that says what is tried passes: %j", (title) => {
  expect(personsIn(title)).toEqual([]);
});

test("a scenario's own id is looked at like its title", () => {
  expect(problems({}, { id: "anna-svensson" })).toEqual([["id", "name"]]);
  expect(problems({}, { id: "19900502-1234" })).toContainEqual(["id", "personal-number"]);
});

test("a birth date is the first or fifteenth of a month, or a leap day", () => {
  for (const [date, isFine] of [
    ["1990-05-01", true],
    ["1990-05-15", true],
    ["1992-02-29", true],
    ["1990-05-02", false],
    ["1990-05-31", false],
    ["1992-02-28", false],
  ] as const)
    expect([date, problems({ household: born(date) })]).toEqual([
      date,
      isFine ? [] : [["case.household.members.0.birthDate", "exact-birth-date"]],
    ]);
});

test("text that a source has printed, another municipality's name and a telling id do not come along", () => {
  const withLines = {
    incomes: [paid("activity-support", 5200, { printedAs: "Aktivitetsstöd" })],
    history: [{ month: "2025-10", outcome: "granted" as const, municipality: "Grannkommunen" }],
    previous: { month: "2025-10", lines: [{ kind: "cost" as const, type: "hyra Storgatan", amountOre: 1 }] },
    costs: [{ ...standing("rent", 5000), id: "anna-199005021234" }],
  };
  expect(problems(withLines)).toEqual(
    expect.arrayContaining([
      ["case.costs.0.id", "identifying-id"],
      ["case.incomes.0.printedAs", "free-text"],
      ["case.history.0.municipality", "free-text"],
      ["case.previous.lines.0.type", "free-text"],
    ]),
  );
  expect(problems({ history: [{ month: "2025-10", outcome: "granted", municipality: "Annan kommun" }] })).toEqual([]);
});

test("a changed case needs the second person's check and has its amounts in whole fifties", () => {
  expect(scenarioSchema.safeParse(scenario({}, { origin: "perturbed" })).error?.issues[0]?.path).toEqual(["check"]);
  const exact = { costs: [standing("rent", 5049)] };
  expect(problems(exact)).toEqual([]);
  expect(problems(exact, { origin: "perturbed", check })).toEqual([
    ["case.costs.0.appliedOre", "exact-amount"],
    ["case.costs.0.lastApprovedOre", "exact-amount"],
  ]);
  expect(problems({ costs: [standing("rent", 5050)] }, { origin: "perturbed", check })).toEqual([]);
});

test("anything that a case has no field for is refused, by its name", () => {
  const withMore = { ...scenario(), case: { ...scenario().case, personalNumber: "199005021234" } };
  expect(scenarioSchema.safeParse(withMore).error?.issues).toMatchObject([
    { code: "unrecognized_keys", keys: ["personalNumber"], path: ["case"] },
  ]);
});

/** Paths of the text fields of a JSON Schema that take any text: no fixed values, no date. */
const openTexts = (node: unknown, { path, defs }: { path: string; defs: Record<string, unknown> }): string[] => {
  if (typeof node !== "object" || node === null) return [];
  const schema = node as Record<string, unknown>;
  const below = (next: unknown, at: string): string[] => openTexts(next, { path: at, defs });
  if (typeof schema["$ref"] === "string") return below(defs[schema["$ref"].split("/").at(-1) ?? ""], path);
  const isOpen = schema["type"] === "string" && !("enum" in schema) && !("const" in schema);
  const isDate = schema["format"] === "date" || String(schema["pattern"]).startsWith("^(19|20|21)");
  const properties = Object.entries((schema["properties"] ?? {}) as Record<string, unknown>);
  return [
    ...(isOpen && !isDate ? [path] : []),
    ...properties.flatMap(([key, each]) => below(each, path === "" ? key : `${path}.${key}`)),
    ...below(schema["items"], path),
  ];
};

test("every field of a case that takes any text is one that the check knows", () => {
  const schema = z.toJSONSchema(caseSchema, { io: "input" }) as Record<string, unknown>;
  const defs = (schema["$defs"] ?? {}) as Record<string, unknown>;
  expect(openTexts(schema, { path: "", defs }).toSorted()).toEqual([...freeTextFields].toSorted());
});
