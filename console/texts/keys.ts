/**
 * The keyboard map. `press` names a shortcut as `useShortcuts` registers it; a line without one is what the browser or a
 * list does by itself. A test opens every page and compares.
 */
type KeyLine = { readonly press?: string; readonly keys: string; readonly does: string };

/** The pages that have shortcuts of their own. */
export type KeyPage = "queue" | "case" | "decide" | "audit" | "rules" | "workshop" | "change";

type KeyGroup = { readonly name: string; readonly page?: KeyPage; readonly lines: readonly KeyLine[] };

/** Every shortcut of the console, as it is shown on `?`. */
export const keysTexts = {
  title: "Kortkommandon",
  note: "Bokstäver gäller när du inte skriver i ett fält. Allt går också att nå med Tab och knapparna.",
} as const;

/** The way between the rules in force and the workshop, for those who see both. */
const ruleKeys: readonly KeyLine[] = [
  { press: "1", keys: "1", does: "Gällande regler" },
  { press: "2", keys: "2", does: "Ändringar" },
  { press: "3", keys: "3", does: "Exempel" },
  { press: "4", keys: "4", does: "Tolkningar" },
];

/** The groups in the order they are shown. Without a page: everywhere. */
export const keyGroups: readonly KeyGroup[] = [
  {
    name: "Överallt",
    lines: [
      { press: "?", keys: "?", does: "Visa den här listan" },
      { press: "/", keys: "/", does: "Sök ett ärende" },
      { press: "g a", keys: "g a", does: "Ärenden" },
      { press: "g m", keys: "g m", does: "Månaden" },
      { press: "g r", keys: "g r", does: "Regler" },
      { press: "g g", keys: "g g", does: "Granskning" },
      { keys: "Esc", does: "Stäng det som är öppet" },
    ],
  },
  {
    name: "I listor, tidslinjer och beräkningen",
    lines: [
      { keys: "↑ ↓", does: "Föregående och nästa rad" },
      { keys: "Home End", does: "Första och sista raden" },
      { keys: "Enter", does: "Öppna ärendet, underlaget eller händelsen" },
    ],
  },
  {
    name: "I ärendelistan",
    page: "queue",
    lines: [{ press: "ArrowDown", keys: "↓", does: "Till den första raden" }],
  },
  {
    name: "I ett ärende",
    page: "case",
    lines: [
      { press: "Ctrl+Enter", keys: "Ctrl Enter", does: "Bevilja (bekräftas i nästa steg)" },
      { press: "b", keys: "b", does: "Skriv beslut" },
      { press: "u", keys: "u", does: "Utred vidare" },
      { press: "j", keys: "j", does: "Intyga att du inte är jävig" },
    ],
  },
  {
    name: "När du skriver ett beslut",
    page: "decide",
    lines: [{ press: "Ctrl+Enter", keys: "Ctrl Enter", does: "Till bekräftelsen" }],
  },
  {
    name: "I granskningen",
    page: "audit",
    lines: [
      { press: "1", keys: "1", does: "Ärenden" },
      { press: "2", keys: "2", does: "Sök i loggen" },
      { press: "3", keys: "3", does: "Frågor" },
      { press: "4", keys: "4", does: "Stickprov" },
    ],
  },
  {
    name: "I reglerna",
    page: "rules",
    lines: [
      { press: "n", keys: "n", does: "Nästa månad" },
      { press: "p", keys: "p", does: "Föregående månad" },
      ...ruleKeys,
    ],
  },
  { name: "I reglernas verkstad", page: "workshop", lines: ruleKeys },
  {
    name: "När du ändrar regler",
    page: "change",
    lines: [
      { press: "Ctrl+Enter", keys: "Ctrl Enter", does: "Nästa steg: spara, pröva, repetera, skicka, godkänn" },
      { keys: "Enter", does: "Ändra cellen, och bekräfta den" },
      { keys: "Delete", does: "Töm cellen: raden tas bort" },
    ],
  },
];
