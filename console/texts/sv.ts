import { auditTexts } from "./audit.js";
import { caseTexts } from "./case.js";
import { decideTexts } from "./decide.js";
import { dialogsTexts } from "./dialogs.js";
import { findTexts } from "./find.js";
import { keysTexts } from "./keys.js";
import { monthTexts } from "./month.js";
import { queueTexts } from "./queue.js";
import { rulesTexts } from "./rules.js";
import { workshopTexts } from "./workshop.js";

/** Every fixed sentence of the console, in one folder so that a language reviewer can read it through. */
export const sv = {
  brand: "Skälig",
  skipToContent: "Till innehållet",
  signedInAs: "Inloggad",
  signOut: "Logga ut",
  shortcuts: "Kortkommandon",
  nav: { queue: "Ärenden", month: "Månaden", rules: "Regler", audit: "Granskning" },
  common: {
    close: "Stäng",
    cancel: "Avbryt",
    tryAgain: "Försök igen",
    loading: "Hämtar …",
    kr: "kr",
  },
  states: {
    errorTitle: "Det gick inte att visa sidan",
    notFoundTitle: "Sidan finns inte",
    notFound: "Adressen kan vara fel, eller så har ärendet flyttats.",
    toQueue: "Till ärendelistan",
  },
  session: {
    endingTitle: "Du loggas snart ut",
    ending: "Du har inte gjort något på en stund. Det du har skrivit finns kvar om du fortsätter.",
    stay: "Fortsätt arbeta",
    endedTitle: "Du har loggats ut",
    ended: "Det du har skrivit finns kvar på sidan. Logga in i en ny flik och kom tillbaka hit.",
    signInNewTab: "Logga in i ny flik",
    haveSignedIn: "Jag har loggat in",
  },
  find: findTexts,
  queue: queueTexts,
  case: caseTexts,
  decide: decideTexts,
  dialogs: dialogsTexts,
  month: monthTexts,
  rules: rulesTexts,
  workshop: workshopTexts,
  audit: auditTexts,
  keys: keysTexts,
  copy: {
    copy: "Kopiera",
    withSource: "Kopiera med källa",
    copied: "Kopierat:",
    source: "Källa",
    failed: "Det gick inte att kopiera.",
  },
  print: "Skriv ut",
} as const;
