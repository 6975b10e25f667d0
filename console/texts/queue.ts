/** The sentences of the list of cases. */
export const queueTexts = {
  title: "Ärenden",
  caption: "Ärenden i den valda fliken",
  columns: {
    case: "Ärende",
    household: "Hushåll",
    amount: "Belopp, kr",
    difference: "Mot förra",
    reasons: "Varför",
    since: "Väntat sedan",
    due: "Svar senast",
    assigned: "Tilldelad",
  },
  me: "Du",
  nobody: "Ingen",
  empty: {
    ready: "Inget ärende är klart att besluta just nu. Nya dyker upp här av sig själva.",
    attention: "Inget ärende behöver dig just nu.",
    waiting: "Inget ärende väntar på svar.",
    mine: "Du har inga ärenden. Öppna ett ärende och välj Ta ärendet.",
    closed: "Inget ärende är avslutat den här månaden.",
  },
  changed: "Listan har ändrats medan du läste. Raderna står kvar tills du ordnar om dem.",
  reorder: "Ordna om",
  gone: "har lämnat listan",
  orderNote: "Ordnade efter när svaret behövs, sedan hushåll med barn, sedan när ansökan kom in.",
} as const;
