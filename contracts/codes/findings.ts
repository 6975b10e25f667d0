import { z } from "zod";
import { codesOf, type CodeEntry } from "./coded.js";

/** What is looked at, written as the statement that holds when the finding is `met`. */
export const findings = {
  "law-codified": { title: "Månadens lag finns uttryckt som regler" },
  "municipality-responsible": { title: "Kommunen ansvarar för månaden" },
  "residence-settled": { title: "Rätten att vistas i landet är klarlagd" },
  "identity-open": { title: "Inga skyddade personuppgifter" },
  "renewal-application": { title: "Ansökan är en återansökan" },
  "signed-by-all": { title: "Alla vuxna har skrivit under" },
  "household-unchanged": { title: "Hushållet är som i förra beslutet" },
  "register-unchanged": { title: "Folkbokföringen är oförändrad" },
  "account-unchanged": { title: "Kontot är oförändrat" },
  "community-settled": { title: "Det är klarlagt vilka som bor i hemmet" },
  "visits-agreed": { title: "Umgänget följer ett avtal som gäller" },
  "whole-month": { title: "Ansökan gäller hela månaden" },
  "plan-valid": { title: "Planeringen gäller hela månaden och följs" },
  "certificate-valid": { title: "Läkarintyget gäller hela månaden" },
  "month-undecided": { title: "Månaden är inte beslutad" },
  "source-answered": { title: "Källan har svarat" },
  "no-message": { title: "Inget oläst meddelande från den sökande" },
  "no-pending-benefit": { title: "Ingen ersättning väntar på beslut" },
  "no-assets": { title: "Inga tillgångar att ta ställning till" },
  "no-other-aid": { title: "Inget bistånd från en annan kommun" },
  "uncodified-absent": { title: "Ingen omständighet som saknar regel" },
  "income-listed": { title: "Inkomsten är av känt slag" },
  "income-declared": { title: "Inkomsten är uppgiven" },
  "income-paid": { title: "Utbetalningen är gjord" },
  "income-tax-only": { title: "Bara skatt är avdragen" },
  "income-in-month": { title: "Utbetalning och period ligger i samma månad" },
  "income-own-time": { title: "Ersättningen är inte retroaktiv" },
  "income-stable": { title: "Inkomsten är som förra månaden" },
  "income-continues": { title: "Förra månadens inkomst finns kvar" },
  "incomes-known": { title: "Alla som betalar ut ersättning har svarat" },
  "child-income-settled": { title: "Det är klart hur barnets pengar räknas" },
  "stimulus-settled": { title: "Det är klart om jobbstimulansen gäller" },
  "cost-codified": { title: "Kostnaden bedöms av en regel" },
  "cost-proved": { title: "Kostnaden är styrkt" },
  "cost-unchanged": { title: "Kostnaden är som förra månaden" },
  "cost-within-guideline": { title: "Kostnaden ryms i riktlinjen" },
  "cost-approved-in-full": { title: "Kostnaden är godkänd i sin helhet" },
  "no-grace": { title: "Inget rådrum pågår" },
  "rent-continues": { title: "Förra månadens boendekostnad finns kvar" },
  "norm-in-force": { title: "Normbeloppet är verifierat för månaden" },
  "norm-by-hand": { title: "Normen är angiven för hand med källa" },
  "member-placed": { title: "Personen har en rad i normen" },
  "reading-chosen": { title: "Tolkningen är vald eller saknar betydelse" },
  "need-exceeds-means": { title: "Behovet är större än inkomsterna" },
} as const satisfies Record<string, CodeEntry>;

/** Code of a finding. */
export const findingCodeSchema = z.enum(codesOf(findings));
export type FindingCode = z.output<typeof findingCodeSchema>;
