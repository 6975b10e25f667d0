import type { PackProblem } from "../../contracts/pack-check.js";
import type { CostRule, DelegationItem, MunicipalPack, NationalPack, NormTable } from "../../contracts/rule-pack.js";
import { packSchema } from "../../contracts/rule-pack.js";
import { nationalPacks, samplePacks } from "../packs.js";
import { provePack } from "./prove-pack.js";

/** The sample overlay with some of its tables written anew. Every table passes through the schema, as a file would. */
export const overlayWith = (change: Partial<Record<keyof MunicipalPack, unknown>>): MunicipalPack => {
  const pack = packSchema.parse({ ...samplePacks.municipal, ...change });
  if (pack.layer !== "municipal") throw new Error("The overlay is no longer municipal.");
  return pack;
};

/** A shipped national pack with some of its tables written anew. */
export const nationalWith = (id: string, change: Partial<Record<keyof NationalPack, unknown>>): NationalPack => {
  const pack = packSchema.parse({ ...nationalPacks.find((one) => one.id === id), ...change });
  if (pack.layer !== "national") throw new Error("The pack is no longer national.");
  return pack;
};

/** The shipped table of a year with some cells written anew; null takes the cell away. Amounts in öre. */
export const normOf = (year: number, cells: Readonly<Record<string, number | null>>): NationalPack => {
  const id = `riksnorm-${String(year)}`;
  const table: NormTable | undefined = nationalPacks.find((one) => one.id === id)?.riksnorm[0];
  const changed: Record<string, unknown> = { ...table?.cells };
  for (const [key, amountOre] of Object.entries(cells)) {
    if (amountOre === null) Reflect.deleteProperty(changed, key);
    else changed[key] = { amountOre, confidence: "A", verified: true, source: "Ett annat belopp" };
  }
  return nationalWith(id, { riksnorm: [{ ...table, cells: changed }] });
};

const guideline = { class: "board-guideline", source: "Nämnden 2024-11-20 § 118" };

/** A guideline for rent with these rows, from January 2025. Amounts in kronor. */
export const rentOf = (
  caps: readonly { readonly maxAdults?: number; readonly maxChildren?: number; readonly cap: number }[],
  change: Partial<Record<keyof CostRule, unknown>> = {},
): Record<string, unknown> => ({
  ...guideline,
  type: "rent",
  from: "2025-01",
  caps: caps.map(({ cap, ...bounds }) => ({ ...bounds, capOre: cap * 100 })),
  changeOre: 0,
  declaredIsEnough: false,
  ...change,
});

/** An item of a delegation order from January 2025, limited in kronor where a limit is given. */
export const itemOf = (
  item: string,
  {
    role,
    outcomes,
    upTo,
    ...change
  }: { role: string; outcomes: readonly string[]; upTo?: number } & Partial<Record<keyof DelegationItem, unknown>>,
): Record<string, unknown> => ({
  ...guideline,
  from: "2025-01-01",
  item,
  title: "Beslut om bistånd",
  role,
  outcomes,
  ...(upTo === undefined ? {} : { upToOre: upTo * 100 }),
  boardMinute: "2024-11-20 § 121",
  ...change,
});

/** What the proofs say of a pack against the shipped law. */
export const problemsOf = (pack: MunicipalPack | NationalPack): readonly PackProblem[] =>
  provePack(pack, nationalPacks);

/** The codes and places of what the proofs say. */
export const placesOf = (pack: MunicipalPack | NationalPack): readonly string[] =>
  problemsOf(pack).map(({ code, row }) => `${code} ${row}`);
