import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import { householdSchema, type Household, type Person } from "./household.js";

const folder = new URL(".", import.meta.url);

/** Ids of every household file, in order: `01` … `24`. */
export const householdIds = (): readonly string[] =>
  readdirSync(folder)
    .filter((name) => /^\d\d\.json$/.test(name))
    .map((name) => name.slice(0, 2))
    .sort();

/** Reads one household file. Throws with the file's name where it does not follow the schema. */
export const loadHousehold = (id: string): Household => {
  const result = householdSchema.safeParse(JSON.parse(readFileSync(new URL(`${id}.json`, folder), "utf8")));
  if (!result.success) throw new Error(`Household ${id}: ${z.prettifyError(result.error)}`);
  return result.data;
};

/** Reads several household files, or all. A household that is given instead of its id is taken as it is. */
export const loadHouseholds = (wanted: readonly (string | Household)[] | "all"): readonly Household[] =>
  (wanted === "all" ? householdIds() : wanted).map((one) => (typeof one === "string" ? loadHousehold(one) : one));

/** The person behind a key. Throws where the file names nobody by it. */
export const personOf = (household: Household, key: string): Person => {
  const person = household.persons.find((candidate) => candidate.key === key);
  if (person === undefined) throw new Error(`Household ${household.id} has no person ${key}.`);
  return person;
};
