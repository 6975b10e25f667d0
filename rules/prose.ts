import type { Month } from "../contracts/dates.js";
import type { Packs } from "../contracts/rule-pack.js";
import { notCodified } from "./not-codified.js";
import { parametersFor } from "./parameters.js";
import { provisions } from "./rulebook.js";

/** A provision as people read it. Where it is not codified, a person decides whenever it comes up. */
export type ProvisionInProse = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly basis: string[];
  readonly codified: boolean;
};

/** Every provision in plain Swedish, with its paragraphs as they are numbered in the month, and what no rule expresses. */
export const provisionsInProse = (packs: Packs, month: Month): ProvisionInProse[] => {
  const parameters = parametersFor(packs, month);
  return [
    ...provisions
      .filter(({ from }) => from <= month)
      .map(({ id, title, explanation, basis }) => ({
        id,
        title,
        text: explanation,
        basis: parameters.cite(basis),
        codified: true,
      })),
    ...notCodified.map(({ id, title, why }) => ({ id, title, text: why, basis: [], codified: false })),
  ];
};
