import { z } from "zod";
import { codesOf, type CodeEntry } from "./coded.js";

const norm = "12 kap. 7 § SoL (2025:400), 12 kap. 2–3 §§ SoF (2025:468)";
const delegated = "6 kap. 37–38 §§ kommunallagen (2017:725)";

/** Holes and contradictions in the rows of a pack: what `rules check` proves the absence of. */
const proofs = {
  "cap-gap": { title: "Ett hushåll saknar riktlinje" },
  "cap-unreachable": { title: "En rad i riktlinjen används aldrig" },
  "cap-falls": { title: "Riktlinjen är lägre för ett större hushåll" },
  "change-above-cap": { title: "Ändringsgränsen är högre än riktlinjen" },
  "period-reversed": { title: "Raden slutar innan den börjar" },
  "rows-overlap": { title: "Två rader säger olika om samma månad" },
  "row-revives": { title: "En ersatt rad börjar gälla igen" },
  "month-gap": { title: "En månad saknar rad" },
  "month-without-law": { title: "En månad saknar laggrund", basis: "12 kap. SoL (2025:400), 4 kap. SoL (2001:453)" },
  "citation-missing": { title: "Ett lagrum saknas" },
  "act-not-in-force": { title: "En rad läses i en lag som inte gällde då", basis: "SoL (2025:400), SoL (2001:453)" },
  "norm-cell-missing": { title: "En rad i riksnormen saknas utan förklaring", basis: norm },
  "absence-contradicted": { title: "En rad sägs saknas men finns" },
  "common-cost-order": { title: "Gemensamma kostnader ökar inte med hushållet", basis: "12 kap. 3 § SoF (2025:468)" },
  "norm-extra-differs": {
    title: "Tillägget över sju personer är inte skillnaden mellan raderna för sju och sex",
    basis: "12 kap. 3 § första stycket SoF (2025:468)",
  },
  "lunch-order": { title: "Raden för barn som äter lunch i förskolan är högre", basis: "12 kap. 2 § SoF (2025:468)" },
  "couple-order": { title: "Två vuxna får inte mer än en", basis: "12 kap. 2 § SoF (2025:468)" },
  "not-whole-kronor": { title: "Beloppet är inte hela kronor", basis: "12 kap. 2–3 §§ SoF (2025:468)" },
  "unit-suspect": { title: "Beloppet tycks ha fel enhet" },
  "answer-time-too-short": { title: "Svarstiden är kortare än den som kommunen lovar" },
  "channel-twice": { title: "Samma väg för brev två gånger" },
  "outcome-without-mandate": { title: "Ett beslut som ingen får fatta", basis: delegated },
  "mandate-overlap": { title: "Två punkter i delegationsordningen säger samma sak", basis: delegated },
  "mandate-order": { title: "Enhetschefen får besluta mindre än handläggaren", basis: delegated },
  "automation-without-limit": { title: "En automatisk beslutsfunktion saknar beloppsgräns", basis: delegated },
  "mandate-before-minute": { title: "Rätten att besluta gäller före nämndens beslut", basis: delegated },
} as const satisfies Record<string, CodeEntry>;

/** What no pack may do, however it is written. A guardrail is refused, never overridden. */
const guardrails = {
  "norm-protected": { title: "En kommun kan inte ändra riksnormen eller lagen", basis: norm },
  "income-guard-lowered": {
    title: "En inkomst som en person ska bedöma kan inte göras till en regel",
    basis: "12 kap. 1 § SoL (2025:400)",
  },
  "income-treatment-turned": {
    title: "En kommun kan inte vända på om en inkomst räknas",
    basis: "12 kap. 1 § SoL (2025:400)",
  },
  "cost-weighed-by-person": {
    title: "En kostnad som en person ska pröva kan inte få en riktlinje",
    basis: "12 kap. 1 § SoL (2025:400)",
  },
  "threshold-never-asks": {
    title: "Gränsen är så vid att ingen ändring blir en fråga",
    basis: "14 kap. 2 § SoL (2025:400)",
  },
  "board-decides": { title: "Raden måste beslutas av nämnden", basis: "6 kap. 38 § kommunallagen (2017:725)" },
  "law-class": { title: "Bara riksdag och regering beslutar lag, och bara lag hör hemma i det nationella lagret" },
  "derived-verified": { title: "Ett härlett eller svagt belagt belopp kan inte vara verifierat" },
  "verified-without-source": { title: "Ett belopp blir verifierat bara med en ny källa" },
  "law-not-codified": {
    title: "Ett regelpaket kan inte säga att en lag är uttryckt som regler",
    basis: "Prop. 2025/26:201 (bidragstak): en ny regelversion krävs",
  },
  "automation-on": {
    title: "En automatisk beslutsfunktion kan beskrivas men inte slås på",
    basis: "6 kap. 37 § kommunallagen (2017:725)",
  },
  "automation-outcome": {
    title: "Ett beslut som bara en människa får fatta",
    basis: "6 kap. 37 § kommunallagen (2017:725), 35 kap. 1 § SoL (2025:400)",
  },
  "role-cannot-decide": {
    title: "Rollen kan inte besluta om bistånd",
    basis: "6 kap. 37–38 §§ kommunallagen (2017:725), 12 kap. SoL (2025:400)",
  },
} as const satisfies Record<string, CodeEntry>;

/** Everything that keeps a pack from being used. */
export const packProblems = { ...proofs, ...guardrails } as const satisfies Record<string, CodeEntry>;

/** Code of something wrong in a pack. */
export const packProblemCodeSchema = z.enum(codesOf(packProblems));
export type PackProblemCode = z.output<typeof packProblemCodeSchema>;

/** Whether a code is a guardrail: it guards the law itself, and is not a slip to mend by another row. */
export const isGuardrail = (code: PackProblemCode): boolean => Object.hasOwn(guardrails, code);
