import { z } from "zod";
import { codesOf, type CodeEntry } from "./coded.js";

/** A reason why a case needs a person or has to wait, with who has to act and what closes it. */
export type ReasonEntry = CodeEntry & {
  /** `waiting`: the machine retries or the applicant must act. `referred`: staff must act. */
  readonly path: "waiting" | "referred";
  /** What the caseworker is asked to check, in plain Swedish. */
  readonly check: string;
};

/** Why a case is not prefilled. Several reasons may hold at once; all are shown. */
export const reasons = {
  "source-waiting": {
    title: "En källa har inte svarat",
    path: "waiting",
    check: "Systemet frågar igen. Inget svar räknas aldrig som noll kronor.",
  },
  "source-unavailable": {
    title: "En källa gick inte att läsa inom tiden",
    path: "referred",
    check: "Hämta uppgiften på annat sätt eller fråga den sökande.",
    basis: "FL 23 §",
  },
  "signature-missing": {
    title: "Medsökande har inte skrivit under",
    path: "waiting",
    check: "Ansökan är inkommen. Begär komplettering och hjälp till.",
    basis: "FL 19–22 §§",
  },
  "document-unreadable": {
    title: "Ett underlag gick inte att läsa",
    path: "waiting",
    check: "Begär en ny bild av underlaget.",
    basis: "FL 23 §",
  },
  "completion-asked": {
    title: "Komplettering är begärd",
    path: "waiting",
    check: "Den sökande ska lämna uppgiften senast på angiven dag.",
    basis: "FL 23 §",
  },
  "completion-overdue": {
    title: "Komplettering har inte kommit i tid",
    path: "referred",
    check: "Avgör ärendet på det som finns, eller hjälp den sökande att komplettera.",
    basis: "FL 20 och 23 §§",
  },
  "completion-insufficient": {
    title: "Kompletteringen räcker inte",
    path: "referred",
    check: "Läs vad den sökande har skickat, och hjälp till vidare.",
    basis: "FL 6, 20 och 23 §§",
  },
  communicated: {
    title: "Kommunicerad, väntar på yttrande",
    path: "waiting",
    check: "Den sökande får yttra sig, även muntligt, före beslutet.",
    basis: "FL 25 §, 14 kap. 8 § SoL (2025:400)",
  },
  "first-application": {
    title: "Första ansökan",
    path: "referred",
    check: "Första bedömningen görs alltid av en person.",
    basis: "14 kap. 2 § SoL (2025:400)",
  },
  supplement: {
    title: "Ansökan för en månad som redan är beslutad",
    path: "referred",
    check: "Pröva tilläggsansökan i ett eget beslut.",
  },
  "second-application": {
    title: "Ytterligare en ansökan för månaden",
    path: "referred",
    check: "Läs den andra ansökan. Den kan vara ett tillägg eller ett nytt anspråk och får aldrig läggas åt sidan.",
    basis: "FL 20 §, 14 kap. 2 § SoL (2025:400)",
  },
  "month-decided": {
    title: "Månaden är redan beslutad",
    path: "referred",
    check: "Kontrollera om det är ett tillägg eller en ny ansökan.",
  },
  "decided-elsewhere": {
    title: "Månaden är beslutad i en annan kommun",
    path: "referred",
    check: "Utred vilken kommun som ansvarar.",
    basis: "29 kap. SoL (2025:400)",
  },
  "protected-identity": {
    title: "Skyddade personuppgifter",
    path: "referred",
    check: "Handläggs manuellt av behörig personal.",
    basis: "OSL 26 kap. 1 §",
  },
  "household-changed": {
    title: "Hushållet har ändrats",
    path: "referred",
    check: "Jämför hushållet i ansökan med förra beslutet.",
    basis: "SoF (2025:468) 12 kap.",
  },
  "register-changed": {
    title: "Folkbokföringen har ändrats",
    path: "referred",
    check: "Kontrollera adress och hushåll.",
  },
  "undeclared-income": {
    title: "En inkomst som inte är uppgiven",
    path: "referred",
    check: "Kommunicera uppgiften innan den läggs till grund för beslutet.",
    basis: "FL 25 §, 14 kap. 8 § SoL (2025:400)",
  },
  "deposit-to-assess": {
    title: "En kontoinsättning eller Swish att ta ställning till",
    path: "referred",
    check: "Vad är pengarna för, och vems är de?",
    basis: "12 kap. 1 § SoL (2025:400)",
  },
  "income-changed": {
    title: "En inkomst har ändrats mer än gränsen",
    path: "referred",
    check: "Jämför med förra månaden och utbetalningens period.",
  },
  "income-missing": {
    title: "En inkomst från förra månaden saknas",
    path: "referred",
    check: "Har ersättningen upphört, eller betalas den senare?",
  },
  "income-type-unlisted": {
    title: "En inkomst av okänt slag",
    path: "referred",
    check: "Bedöm om inkomsten ska räknas.",
  },
  "income-deduction": {
    title: "Annat avdrag än skatt på en ersättning",
    path: "referred",
    check: "Bedöm om beloppet före eller efter avdraget ska räknas.",
  },
  "income-period-differs": {
    title: "Utbetalning och period ligger i olika månader",
    path: "referred",
    check: "Bedöm vilken månad inkomsten hör till.",
  },
  "income-preliminary": {
    title: "En utbetalning är inte klar",
    path: "waiting",
    check: "Systemet hämtar igen när utbetalningen är gjord.",
  },
  "retroactive-benefit": {
    title: "Retroaktiv ersättning",
    path: "referred",
    check: "Bedöm om ersättningen gäller samma tid som biståndet.",
    basis: "SFB 107 kap. 5 §",
  },
  "statement-unclear": {
    title: "Raderna i ett kontoutdrag går inte att lita på",
    path: "referred",
    check: "Läs kontoutdraget rad för rad, eller begär ett nytt.",
    basis: "FL 23 §",
  },
  "document-to-read": {
    title: "Ett underlag som en person läser",
    path: "referred",
    check: "Läs underlaget och se vad det hör till.",
    basis: "FL 23 §",
  },
  "document-mismatch": {
    title: "Underlag och uppgift stämmer inte överens",
    path: "referred",
    check: "Jämför underlaget med ansökan.",
  },
  "cost-changed": {
    title: "En kostnad har ändrats",
    path: "referred",
    check: "Jämför med förra månaden och underlaget.",
    basis: "12 kap. 7 § SoL (2025:400)",
  },
  "cost-new": {
    title: "En ny kostnad",
    path: "referred",
    check: "Pröva om kostnaden är skälig.",
    basis: "12 kap. 7 § SoL (2025:400)",
  },
  "cost-above-guideline": {
    title: "Kostnaden är högre än riktlinjen",
    path: "referred",
    check: "Pröva skälig kostnad i det enskilda fallet. Beloppet sänks aldrig automatiskt.",
    basis: "12 kap. 7 § SoL (2025:400)",
  },
  "grace-period": {
    title: "Rådrum pågår",
    path: "referred",
    check: "Ta ställning till kostnaden när rådrummet tar slut.",
  },
  "cost-not-assessed": {
    title: "En kostnad som ingen regel bedömer",
    path: "referred",
    check: "Pröva behovet individuellt.",
    basis: "12 kap. 1 § SoL (2025:400)",
  },
  "discretionary-aid": {
    title: "Kan behöva prövas enligt 12 kap. 2 §",
    path: "referred",
    check: "Pröva först 12 kap. 1 §, sedan 12 kap. 2 §. Beslutas alltid av en person.",
    basis: "12 kap. 1–2 §§ SoL (2025:400), KL 6 kap. 38 §",
  },
  surplus: {
    title: "Inkomsterna är högre än behovet",
    path: "referred",
    check: "Kommunicera och pröva akut behov före ett avslag.",
    basis: "12 kap. 1 § SoL (2025:400)",
  },
  "assets-declared": {
    title: "Tillgångar att ta ställning till",
    path: "referred",
    check: "Bedöm om tillgången kan användas till försörjningen.",
    basis: "12 kap. 1 § SoL (2025:400)",
  },
  "plan-not-valid": {
    title: "Planeringen gäller inte för månaden",
    path: "referred",
    check: "Följ upp planeringen.",
    basis: "12 kap. 3–4 §§ SoL (2025:400)",
  },
  "account-changed": {
    title: "Nytt bankkonto eller ny mottagare",
    path: "referred",
    check: "Bekräfta kontot med den sökande.",
  },
  "applicant-message": {
    title: "Meddelande från den sökande",
    path: "referred",
    check: "Läs meddelandet före beslutet.",
  },
  "pupil-left-school": {
    title: "En elev har slutat skolan",
    path: "referred",
    check: "Bedöm hushåll och försörjning.",
    basis: "FB 7 kap. 1 §",
  },
  "visiting-child": {
    title: "Barn på umgänge",
    path: "referred",
    check: "Kontrollera antal dagar och avtal.",
  },
  "shared-household": {
    title: "Hushållsgemenskap utan beslutad fördelning",
    path: "referred",
    check: "Utred hushållsgemenskapen.",
    basis: "SoF (2025:468) 12 kap. 3 §",
  },
  "part-month": {
    title: "Del av månad",
    path: "referred",
    check: "Ta ställning till antal dagar.",
  },
  "no-verified-table": {
    title: "Beloppet är inte verifierat för månaden",
    path: "referred",
    check: "Ange normen för hand med källa.",
  },
  "norm-deviates": {
    title: "Normen är angiven för hand trots att tabellen gäller",
    path: "referred",
    check: "Högre eller lägre norm kräver särskilda skäl i det enskilda fallet. Skriv beslutet och skälen själv.",
    basis: "12 kap. 7 § SoL (2025:400)",
  },
  "rule-stopped": {
    title: "En regel är stoppad",
    path: "referred",
    check: "Någon har sett att regeln kan räkna fel. Pröva det som regeln gäller själv och skriv vad du kom fram till.",
  },
  "reading-open": {
    title: "En öppen tolkning påverkar beloppet",
    path: "referred",
    check: "Välj mellan tolkningarna som visas.",
  },
  "fact-missing": {
    title: "En uppgift saknas",
    path: "referred",
    check: "Ta reda på uppgiften.",
    basis: "FL 23 §",
  },
  "not-codified": {
    title: "En bestämmelse som inte är uttryckt som regel",
    path: "referred",
    check: "Pröva bestämmelsen.",
  },
  "history-unclear": {
    title: "Beslutshistoriken räcker inte",
    path: "referred",
    check: "Komplettera historiken för jobbstimulans.",
    basis: "12 kap. 8 § SoL (2025:400)",
  },
  "child-income": {
    title: "Ett barns egna pengar",
    path: "referred",
    check: "Bedöm hur barnets pengar ska räknas.",
  },
  "case-file-unread": {
    title: "Akten i verksamhetssystemet gick inte att läsa",
    path: "referred",
    check: "Läs akten själv. Utan den går det inte att jämföra med förra månaden.",
    basis: "FL 23 §",
  },
  "write-unclear": {
    title: "Oklart om en uppgift sparades i verksamhetssystemet",
    path: "referred",
    check: "Titta i verksamhetssystemet. Systemet försöker inte igen.",
  },
  "letter-unclear": {
    title: "Oklart om ett brev skickades",
    path: "referred",
    check: "Se efter i kanalen. Finns brevet inte där, skicka det för hand. Systemet skickar det inte igen.",
    basis: "FL 33 §",
  },
  "letter-by-hand": {
    title: "Ett brev ska skickas för hand",
    path: "referred",
    check: "Skicka brevet, vid skyddade personuppgifter genom Skatteverkets förmedling, och skriv när och hur.",
    basis: "FL 33 §",
  },
  "person-mismatch": {
    title: "Personuppgifterna stämmer inte",
    path: "referred",
    check: "Kontrollera personnumret mot ansökan och register.",
  },
  "portal-changed": {
    title: "En källa ser annorlunda ut än väntat",
    path: "referred",
    check: "Hämta uppgiften för hand. Förvaltningen är larmad.",
  },
} as const satisfies Record<string, ReasonEntry>;

/** Code of a reason why a case is not prefilled. */
export const reasonSchema = z.enum(codesOf(reasons));
export type Reason = z.output<typeof reasonSchema>;
