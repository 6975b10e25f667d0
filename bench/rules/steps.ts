import type { Asked } from "../../rules/tables/evaluate.js";
import { formatKronor } from "../../contracts/money.js";

/** One step of the explanation: which rule gave which amount, where it is read, and what it looked at. */
export type Step = {
  readonly rule: string;
  readonly source: string;
  readonly inputs: Asked;
  readonly value: number | string;
  /** For the eye, in Swedish. */
  readonly text: string;
};

/** What an engine says of a case. `grantOre` is null unless the route is `prefilled`. */
export type Outcome = { readonly route: string; readonly needOre: number; readonly grantOre: number | null };

/** An outcome with its explanation. */
export type Explained = Outcome & { readonly steps: readonly Step[] };

/** How a step is put in words. The two ways of evaluating are given the same. */
export type Tell = (title: string, value: number | string) => string;

/** As a receipt says it, with the amount in kronor. */
export const inKronor: Tell = (title, value) =>
  typeof value === "number" ? `${title}: ${formatKronor(value)} kr` : `${title}: ${value}`;

/** No words: the explanation as data alone. */
export const withoutWords: Tell = () => "";

/** The source of a step that is arithmetic only. */
export const arithmetic = "Uträkning";

/** The source of the rows that say which cases go to a person. */
export const routing = "Rutin för förifyllda ärenden (påhittad)";

/** How a case goes, in the order of the rows. */
export const routes = [
  "prefilled",
  "no-need",
  "first-time",
  "source-silent",
  "assets",
  "cost-unproved",
  "rent-above-guideline",
  "rent-changed",
  "electricity-changed",
  "income-changed",
  "person",
] as const;
export type Route = (typeof routes)[number];
