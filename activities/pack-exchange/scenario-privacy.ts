import type { Case } from "../../contracts/case.js";
import { costTypes } from "../../contracts/codes/costs.js";
import { incomeTypes } from "../../contracts/codes/incomes.js";
import { sources } from "../../contracts/codes/sources.js";
import { flagsSchema } from "../../contracts/case-circumstances.js";
import { normCellKeys } from "../../contracts/rule-pack.js";
import type { Scenario } from "../../contracts/rule-scenario.js";
import { personsIn, type ProseProblem } from "./prose-privacy.js";

/** Why a scenario is not handed on, and where in it. Never what stood there. */
export type PrivacyProblem = {
  readonly path: string;
  readonly code: ProseProblem | "free-text" | "identifying-id" | "exact-birth-date" | "exact-amount";
};

/** How each is said to the one who exports. */
export const privacyProblemTexts: Readonly<Record<PrivacyProblem["code"], string>> = {
  "personal-number": "Texten ser ut att innehålla ett personnummer.",
  "case-number": "Texten ser ut att innehålla ett ärendenummer.",
  "long-number": "Texten innehåller ett långt nummer.",
  contact: "Texten ser ut att innehålla en kontaktuppgift.",
  address: "Texten ser ut att innehålla en adress.",
  name: "Texten ser ut att innehålla ett namn.",
  "free-text": "Fältet är fri text från en källa och följer inte med i ett exempel.",
  "identifying-id": "Beteckningen ska vara kort och opersonlig, som a, c1, k2 eller i-salary.",
  "exact-birth-date": "Födelsedatum i ett exempel är den 1:a eller 15:e i en månad, eller en skottdag.",
  "exact-amount": "Belopp ur ett verkligt ärende ändras till hela femtiotal kronor.",
};

/** The only other municipality that a scenario names. */
export const anotherMunicipality = "Annan kommun";

const codes = new Set<string>([
  ...Object.keys(costTypes),
  ...Object.keys(incomeTypes),
  ...Object.keys(sources),
  ...Object.keys(flagsSchema.shape),
  ...normCellKeys,
]);

/** One or two letters and a short number, or a kind of line as in `k-rent`: nothing a person can be called or numbered by. */
const isPlainId = (id: string): boolean => {
  if (/^[a-z]{1,2}\d{0,2}$/.test(id) || codes.has(id)) return true;
  const [, kind = ""] = /^[ik]-(.+)$/.exec(id) ?? [];
  return codes.has(kind) || /^[a-z]\d?$/.test(kind);
};

/**
 * About a hundred thousand are born in Sweden in a year; two days a month leave twenty-four dates, so that each is
 * shared by some four thousand. The middle of the month is one of them, since the age at the day of change is a point
 * that the rules have to be tried on, and so is 29 February, which no other day can stand in for.
 */
const isCoarseBirthDate = (date: string): boolean => /-(?:01|15)$|-02-29$/.test(date);

const coarseOre = 5_000;

type Leaf = { readonly path: string; readonly key: string; readonly value: unknown };

const leavesOf = (value: unknown, path = "", key = ""): readonly Leaf[] => {
  if (Array.isArray(value))
    return value.flatMap((each: unknown, index) => leavesOf(each, `${path}.${String(index)}`, key));
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([name, each]) =>
      leavesOf(each, path === "" ? name : `${path}.${name}`, name),
    );
  return [{ path, key, value }];
};

/** Fields of a case that name something within it. */
const idKeys = new Set(["id", "memberId", "factId"]);

const leafProblem = ({ path, key, value }: Leaf): PrivacyProblem["code"] | undefined => {
  if (typeof value !== "string") return undefined;
  if (idKeys.has(key)) return isPlainId(value) ? undefined : "identifying-id";
  if (key === "birthDate") return isCoarseBirthDate(value) ? undefined : "exact-birth-date";
  if (key === "printedAs") return "free-text";
  if (key === "municipality") return value === anotherMunicipality ? undefined : "free-text";
  if (path.startsWith("previous.lines.") && key === "type") return codes.has(value) ? undefined : "free-text";
  if (key === "citation") return personsIn(value)[0];
  return undefined;
};

/** Fields of a case that hold text of any kind; a test compares them with the schema, so that none is forgotten. */
export const freeTextFields: readonly string[] = [
  "costs.id",
  "costs.memberId",
  "incomes.id",
  "incomes.memberId",
  "incomes.printedAs",
  "household.members.id",
  "history.memberId",
  "history.municipality",
  "previous.lines.type",
  "previous.lines.memberId",
  "earnings.memberId",
  "planning.memberId",
  "assets.id",
  "documents.id",
  "linkedApplications.id",
  "settled.factId",
  "manualNorm.citation",
];

const caseProblems = (value: Case, origin: Scenario["origin"]): readonly PrivacyProblem[] =>
  leavesOf(value).flatMap((leaf): readonly PrivacyProblem[] => {
    const path = `case.${leaf.path}`;
    const code = leafProblem(leaf);
    if (code !== undefined) return [{ path, code }];
    const isExact = typeof leaf.value === "number" && leaf.key.endsWith("Ore") && leaf.value % coarseOre !== 0;
    return origin === "perturbed" && isExact ? [{ path, code: "exact-amount" }] : [];
  });

/**
 * What keeps a scenario from being handed on because it could point at a real household. The schema has already
 * refused what a case has no place for. The same strict rules whatever the origin says: it is only what somebody wrote.
 */
export const privacyProblems = ({ id, title, source, case: value, origin }: Scenario): readonly PrivacyProblem[] => [
  ...[...new Set([...personsIn(id), ...personsIn(id.replaceAll("-", " "))])].map((code) => ({ path: "id", code })),
  ...personsIn(title).map((code) => ({ path: "title", code })),
  ...(source === undefined ? [] : personsIn(source).map((code) => ({ path: "source", code }))),
  ...caseProblems(value, origin),
];
