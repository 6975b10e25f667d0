import type { Reason } from "./reasons.js";

/**
 * What has to be true of a reason that stands when a person decides for themselves, rather than grants exactly what was
 * computed.
 *
 * - `stands`: the decision itself is the answer to it.
 * - `answered-for-cost`: the decision must name the cost, with an amount and reasons of its own, unless all is granted.
 * - `needs-discretionary`: the cost must be tried under 12 kap. 2 § SoL too.
 * - `after-time-limit`: it may stand once the applicant has been asked and the time has run out.
 * - `must-be-closed`: a fact, or somebody's answer, is missing; no decision rests on that.
 */
export type StandingAtOwnDecision =
  "stands" | "answered-for-cost" | "needs-discretionary" | "after-time-limit" | "must-be-closed";

type Entry = { readonly standing: StandingAtOwnDecision; readonly why: string };

const stands = (why: string): Entry => ({ standing: "stands", why });
const forCost = (why: string): Entry => ({ standing: "answered-for-cost", why });
const closed = (why: string): Entry => ({ standing: "must-be-closed", why });

/** For every reason: whether a person's own decision may be made while it stands, and why. */
export const standingAtOwnDecision: Readonly<Record<Reason, Entry>> = {
  "first-application": stands("Den första bedömningen är just personens."),
  supplement: stands("Tillägget prövas i det här beslutet."),
  surplus: stands("Beslutet säger vad överskottet leder till; ett avslag kräver kommunicering och nödprövning."),
  "reading-open": stands("Personen väljer tolkning med beloppet, och skriver varför."),
  "norm-deviates": stands("Personen avgör själv om det finns särskilda skäl, och skriver dem."),
  "rule-stopped": stands("Personen prövar själv det som den stoppade regeln gäller, och skriver varför."),
  "completion-overdue": {
    standing: "after-time-limit",
    why: "Den sökande har frågats och påmints; har brevet nått fram och tiden löpt ut avgörs ärendet på det som finns.",
  },
  "completion-insufficient": stands("Den sökande har frågats och svarat; ärendet avgörs på det som finns."),
  "protected-identity": stands("Avgörs av den som har behörighet till skyddade ärenden, vilket prövas för sig."),

  "cost-changed": forCost("Beslutet tar ställning till kostnaden."),
  "cost-new": forCost("Beslutet tar ställning till kostnaden."),
  "cost-above-guideline": forCost("Beslutet tar ställning till kostnaden."),
  "cost-not-assessed": forCost("Beslutet tar ställning till kostnaden."),
  "grace-period": forCost("Beslutet säger om rådrummet fortsätter."),

  "discretionary-aid": { standing: "needs-discretionary", why: "12 kap. 1 § prövas först, sedan 12 kap. 2 §." },
  "signature-missing": {
    standing: "after-time-limit",
    why: "En saknad underskrift hindrar inte beslutet för alltid: ansökan finns, och ska till slut avgöras.",
  },

  "source-waiting": closed("Systemet frågar fortfarande; inget svar är inte noll kronor."),
  "source-unavailable": closed("Uppgiften ska hämtas på annat sätt först."),
  "document-unreadable": closed("Ingen vet vad underlaget visar."),
  "statement-unclear": closed("Kontoutdraget ska läsas rad för rad."),
  "document-to-read": closed("Underlaget ska läsas; det kan ändra beräkningen."),
  "case-file-unread": closed("Akten ska läsas; månaden kan redan vara beslutad."),
  "completion-asked": closed("Den sökande har tid kvar att komplettera."),
  communicated: closed("Den sökande har tid kvar att yttra sig."),
  "second-application": closed("Den andra ansökan ska läsas; den kan vara ett anspråk för sig."),
  "month-decided": closed("En månad beslutas en gång; tillägg prövas som tillägg."),
  "decided-elsewhere": closed("Det ska vara klart vilken kommun som ansvarar."),
  "household-changed": closed("Normen beror på hushållet."),
  "register-changed": closed("Adress och hushåll ska vara klarlagda."),
  "undeclared-income": closed("Inkomsten ska räknas eller inte, efter att den sökande har hörts."),
  "deposit-to-assess": closed("Insättningen ska räknas eller inte."),
  "income-changed": closed("Inkomsten ska vara klarlagd."),
  "income-missing": closed("Inkomsten ska vara klarlagd."),
  "income-type-unlisted": closed("Inkomsten ska räknas eller inte."),
  "income-deduction": closed("Vilket belopp som räknas ska vara bestämt."),
  "income-period-differs": closed("Vilken månad inkomsten hör till ska vara bestämt."),
  "income-preliminary": closed("Utbetalningen är inte gjord."),
  "retroactive-benefit": closed("Vilken tid ersättningen gäller ska vara bestämt."),
  "document-mismatch": closed("Underlag och uppgift säger olika."),
  "assets-declared": closed("Tillgången ska vara bedömd."),
  "plan-not-valid": closed("Planeringen ska vara följd upp."),
  "account-changed": closed("Pengar betalas inte till ett konto som ingen har bekräftat."),
  "applicant-message": closed("Meddelandet ska vara läst."),
  "pupil-left-school": closed("Hushåll och försörjning ska vara bedömda."),
  "visiting-child": closed("Dagarna ska vara bestämda."),
  "shared-household": closed("Normen beror på hushållet."),
  "part-month": closed("Dagarna ska vara bestämda."),
  "no-verified-table": closed("Normen anges för hand med källa först."),
  "fact-missing": closed("Uppgiften ska tas reda på (FL 23 §)."),
  "not-codified": closed("Bestämmelsen ska vara prövad."),
  "history-unclear": closed("Historiken ska vara kompletterad."),
  "child-income": closed("Barnets pengar ska vara bedömda."),
  "write-unclear": closed("Det ska vara klart vad som står i verksamhetssystemet."),
  "letter-unclear": closed("Det ska vara klart att brevet har skickats."),
  "letter-by-hand": closed("Brevet ska vara skickat."),
  "person-mismatch": closed("Ingen vet vems uppgifterna är."),
  "portal-changed": closed("Uppgiften ska hämtas för hand först."),
};
