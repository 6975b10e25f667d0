import type { MunicipalPack, NationalPack, Packs, RulePack } from "../contracts/rule-pack.js";
import { packSchema } from "../contracts/rule-pack.js";
import riksnorm2011 from "./packs/national/riksnorm-2011.json" with { type: "json" };
import riksnorm2012 from "./packs/national/riksnorm-2012.json" with { type: "json" };
import riksnorm2013 from "./packs/national/riksnorm-2013.json" with { type: "json" };
import riksnorm2014 from "./packs/national/riksnorm-2014.json" with { type: "json" };
import riksnorm2015 from "./packs/national/riksnorm-2015.json" with { type: "json" };
import riksnorm2016 from "./packs/national/riksnorm-2016.json" with { type: "json" };
import riksnorm2017 from "./packs/national/riksnorm-2017.json" with { type: "json" };
import riksnorm2018 from "./packs/national/riksnorm-2018.json" with { type: "json" };
import riksnorm2019 from "./packs/national/riksnorm-2019.json" with { type: "json" };
import riksnorm2020 from "./packs/national/riksnorm-2020.json" with { type: "json" };
import riksnorm2021 from "./packs/national/riksnorm-2021.json" with { type: "json" };
import riksnorm2022 from "./packs/national/riksnorm-2022.json" with { type: "json" };
import riksnorm2023 from "./packs/national/riksnorm-2023.json" with { type: "json" };
import riksnorm2024 from "./packs/national/riksnorm-2024.json" with { type: "json" };
import riksnorm2025 from "./packs/national/riksnorm-2025.json" with { type: "json" };
import riksnorm2026 from "./packs/national/riksnorm-2026.json" with { type: "json" };
import law from "./packs/national/law.json" with { type: "json" };
import exempelkoping from "./packs/municipal/exempelkoping.json" with { type: "json" };
import pahittsberg from "./packs/municipal/pahittsberg.json" with { type: "json" };

/** What is wrong with a pack, as `input refused` prints it. */
export type PackError = { readonly path: string; readonly code: string; readonly message: string };
/** A pack that may be used, or everything that keeps it from being used. */
export type ParsedPack =
  { readonly ok: true; readonly pack: RulePack } | { readonly ok: false; readonly errors: readonly PackError[] };

/** Validates a pack read from anywhere. Never throws. */
export const parsePack = (value: unknown): ParsedPack => {
  const parsed = packSchema.safeParse(value);
  if (parsed.success) return { ok: true, pack: parsed.data };
  return {
    ok: false,
    errors: parsed.error.issues.map(({ path, code, message }) => ({ path: path.join("."), code, message })),
  };
};

const nationalOf = (value: unknown): NationalPack => {
  const pack = packSchema.parse(value);
  if (pack.layer !== "national") throw new Error(`The pack ${pack.id} is not a national pack.`);
  return pack;
};

/** National law as shipped: the legal periods and the riksnorm from 2011 to 2026. */
export const nationalPacks: readonly NationalPack[] = [
  law,
  riksnorm2011,
  riksnorm2012,
  riksnorm2013,
  riksnorm2014,
  riksnorm2015,
  riksnorm2016,
  riksnorm2017,
  riksnorm2018,
  riksnorm2019,
  riksnorm2020,
  riksnorm2021,
  riksnorm2022,
  riksnorm2023,
  riksnorm2024,
  riksnorm2025,
  riksnorm2026,
].map(nationalOf);

const municipalOf = (value: unknown): MunicipalPack => {
  const pack = packSchema.parse(value);
  if (pack.layer !== "municipal") throw new Error(`The pack ${pack.id} is not a municipal pack.`);
  return pack;
};

/** National law with the overlay of the sample municipality, which is invented. */
export const samplePacks: Packs = { national: nationalPacks, municipal: municipalOf(exempelkoping) };
/** The overlay of another invented municipality, which has decided otherwise on several points. */
export const neighbourOverlay: MunicipalPack = municipalOf(pahittsberg);
/** National law alone: no guideline, and every open reading unset. */
export const nationalLawAlone: Packs = { national: nationalPacks, municipal: undefined };
