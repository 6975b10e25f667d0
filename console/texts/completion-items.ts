import type { Reason } from "../../contracts/codes/reasons.js";

/** What the applicant can be asked for when a question is open, in the applicant's own words. Proposals: a person chooses and edits. */
export const completionItems: Readonly<Partial<Record<Reason, string>>> = {
  "signature-missing": "Din medsökande behöver också skriva under ansökan.",
  "document-unreadable": "Skicka en ny bild av underlaget där allt går att läsa.",
  "document-mismatch":
    "Förklara varför beloppet i ansökan inte är detsamma som på underlaget, eller skicka rätt underlag.",
  "undeclared-income": "Berätta om inkomsten som inte står i din ansökan, och skicka underlag om du har.",
  "deposit-to-assess": "Berätta vad insättningen på kontot gäller och vem pengarna är till.",
  "income-missing": "Berätta om ersättningen har upphört eller när den betalas ut, och skicka beslutet.",
  "income-changed": "Berätta varför inkomsten har ändrats, och skicka lönebesked eller beslut.",
  "income-type-unlisted": "Berätta vad inkomsten gäller, och skicka underlag.",
  "source-unavailable": "Skicka uppgift om dina ersättningar för månaden. Vi har inte kunnat hämta dem.",
  "household-changed": "Berätta vilka som bor i hemmet och från vilken dag.",
  "register-changed": "Berätta var du bor och från vilken dag.",
  "cost-new": "Skicka underlag för den nya kostnaden och berätta varför den behövs.",
  "cost-changed": "Skicka den senaste räkningen för kostnaden som har ändrats.",
  "cost-above-guideline": "Berätta varför kostnaden är så hög och om den kan bli lägre.",
  "cost-not-assessed": "Skicka underlag för kostnaden och berätta varför den behövs.",
  "assets-declared": "Berätta vad tillgången är och vad den är värd, och skicka underlag.",
  "account-changed": "Bekräfta vilket konto pengarna ska betalas till.",
  "visiting-child": "Berätta vilka dagar barnet bor hos dig, och skicka avtal eller dom om det finns.",
  "shared-household": "Berätta vilka vuxna som bor i hemmet och hur ni delar på kostnaderna.",
  "part-month": "Berätta vilka dagar under månaden du har varit i hemmet.",
  "plan-not-valid": "Skicka din planering från Arbetsförmedlingen eller ett nytt läkarintyg.",
  "pupil-left-school": "Berätta om studierna har upphört och från vilken dag.",
  "fact-missing": "Skicka uppgiften som saknas i ansökan.",
};
