import type { AgencyKey } from "../households/household.js";

/** The agencies of the composite service, in the order they are shown. */
export const agencyNames = {
  FK: "Försäkringskassan och Pensionsmyndigheten (FK)",
  SO: "Arbetslöshetskassorna (SO)",
  CSN: "CSN (CSN)",
  AF: "Arbetsförmedlingen (AF)",
  SKV: "Skatteverket (SKV)",
  TNS: "Transportstyrelsen (TNS)",
  MIV: "Migrationsverket (MIV)",
} as const satisfies Record<AgencyKey, string>;

/** The agencies' keys, in order. */
export const agencyKeys = ["FK", "SO", "CSN", "AF", "SKV", "TNS", "MIV"] as const satisfies readonly AgencyKey[];

/** What an agency says when it has nothing about the person and period. */
export const nothingText = (agency: AgencyKey): string =>
  agency === "FK" || agency === "SO" || agency === "CSN"
    ? "Inga utbetalningar registrerade för perioden."
    : "Inga uppgifter registrerade för perioden.";
