import { z } from "zod";
import { codesOf, type CodeEntry } from "./coded.js";

/** Who is asked. The seven agencies of the composite service, and the population register, which is a source of its own. */
export const sources = {
  FK: {
    title: "Försäkringskassan och Pensionsmyndigheten",
    basis: "15 kap. 10 § SoL (2025:400); förordning (2008:975) 3 och 7 §§",
  },
  SO: { title: "Arbetslöshetskassorna", basis: "15 kap. 10 § SoL (2025:400); förordning (2008:975) 4 §" },
  CSN: { title: "CSN", basis: "15 kap. 10 § SoL (2025:400); förordning (2008:975) 2 §" },
  AF: { title: "Arbetsförmedlingen", basis: "15 kap. 11 § SoL (2025:400); förordning (2008:975) 5 §" },
  SKV: { title: "Skatteverket", basis: "15 kap. 12 § SoL (2025:400); förordning (2008:975) 6 §" },
  TNS: { title: "Transportstyrelsen" },
  MIV: { title: "Migrationsverket" },
  population: { title: "Folkbokföringen" },
} as const satisfies Record<string, CodeEntry>;

/** Code of a source that is asked about a person. */
export const sourceSchema = z.enum(codesOf(sources));
export type Source = z.output<typeof sourceSchema>;

export { agencies, type Agency } from "../agencies.js";

/**
 * What came of asking. `nothing-registered` is an answer; `unavailable` is not: nobody knows, and it is never zero.
 */
export const sourceStatusSchema = z.enum(["read", "nothing-registered", "unavailable"]);
export type SourceStatus = z.output<typeof sourceStatusSchema>;

/** What came of asking, in words. */
export const sourceStatusNames: Readonly<Record<SourceStatus, string>> = {
  read: "svar",
  "nothing-registered": "inget registrerat",
  unavailable: "inget svar",
};
