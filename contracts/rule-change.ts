import { z } from "zod";
import { codesOf } from "./codes/coded.js";
import { localDateSchema } from "./dates.js";

/** Where a change of the rules stands. */
export const changeStates = {
  draft: { title: "Utkast" },
  submitted: { title: "Väntar på en annan person" },
  approved: { title: "Godkänd, inte publicerad" },
  published: { title: "Publicerad" },
  withdrawn: { title: "Tillbakadragen" },
} as const;
export const changeStateSchema = z.enum(["draft", "submitted", "approved", "published", "withdrawn"]);
export type ChangeState = z.output<typeof changeStateSchema>;

/**
 * What a change is for. `new-rule` holds from a month that has not begun and that nothing is decided in. A `correction`
 * says what already was the law or the board's decision and had been written down wrong: it may reach back, and months
 * that are decided stay as they were decided, listed for a person.
 */
export const changeKindSchema = z.enum(["new-rule", "correction"]);
export type ChangeKind = z.output<typeof changeKindSchema>;

/** What may be done with a change, in the order of its way to being in force. */
export const changeActions = {
  save: { title: "Spara" },
  rebase: { title: "Flytta till reglerna som gäller" },
  check: { title: "Pröva" },
  rehearse: { title: "Repetera på tolv månader" },
  submit: { title: "Skicka till fyra ögon" },
  approve: { title: "Godkänn" },
  return: { title: "Lämna tillbaka" },
  publish: { title: "Publicera" },
  withdraw: { title: "Dra tillbaka" },
} as const;
export const changeActionSchema = z.enum(codesOf(changeActions));
export type ChangeAction = z.output<typeof changeActionSchema>;

/** The board's minute that a guideline is adopted by. */
export const boardMinuteSchema = z.strictObject({
  /** The day of the meeting. */
  on: localDateSchema,
  /** "§ 118". */
  paragraph: z.string().regex(/^§ ?\d{1,4}[a-z]?$/, "paragrafen skrivs som § 118"),
});
export type BoardMinute = z.output<typeof boardMinuteSchema>;

/** Why the workshop does not do what was asked, in the words to show. Nothing was changed. */
export const workshopRefusals = {
  "edited-by-other":
    "Någon annan har sparat utkastet efter att du öppnade det. Inget av ditt är borta: jämför och spara igen.",
  "wrong-state": "Ändringen har kommit till ett annat läge. Läs in den igen.",
  "pack-unknown": "Det finns inget regelverk med den beteckningen.",
  "pack-known": "Det finns redan ett regelverk med den beteckningen. Ändra det i stället.",
  "second-overlay": "En kommun har ett regelverk, och det finns redan ett. Ändra det i stället för att lägga ett till.",
  "pack-head-changed": "Regelverkets beteckning, lager och kommun ändras inte i ett utkast.",
  "nothing-changed": "Utkastet säger detsamma som reglerna som gäller.",
  "base-not-in-force":
    "En annan version har publicerats sedan utkastet skrevs. Flytta utkastet till reglerna som gäller.",
  "rebase-conflict": "Samma rad har ändrats på båda hållen. En person väljer vilken som ska gälla.",
  "source-missing": "En ändrad rad saknar källa.",
  "row-before-effective": "En rad ändras för en månad före den som ändringen ska gälla från.",
  "nothing-at-effective":
    "Inget ändras i den månad som ändringen ska gälla från: den första raden som ändras börjar senare. Ange den månaden.",
  "several-turns": "Ändringen tar vid vid flera tidpunkter, och bara en kan repeteras. Dela ändringen i två.",
  backdated: "En rad ändras för en månad som redan är påbörjad eller beslutad. En regel gäller bara framåt.",
  "correction-not-allowed": "Bara lag, och riktlinjer som nämnden redan hade beslutat, kan rättas bakåt.",
  "class-lowered": "En rad byter inte beslutsfattare i ett utkast.",
  "citation-not-official":
    "Ett belopp blir verifierat bara med en officiell källa: SFS-nummer, proposition eller myndighetens föreskrift.",
  "practice-pack": "En övningstabell kan bara användas i den påhittade kommunen.",
  "proofs-fail": "Bevisen håller inte. Se vilket hushåll som faller emellan.",
  "not-checked": "Utkastet är inte prövat så som det ser ut nu.",
  "tests-fail": "Något exempel blir inte som det ska.",
  "not-rehearsed": "Utkastet är inte repeterat så som det ser ut nu.",
  "checked-on-other-rules": "Andra regler har börjat gälla sedan utkastet prövades och repeterades. Gör om det.",
  "checked-on-other-scenarios": "Exemplen har ändrats sedan utkastet prövades. Pröva det igen.",
  "rehearsed-on-other-months": "Repetitionen gjordes på andra månader än de senaste tolv. Repetera igen.",
  "not-as-submitted": "Ändringen är inte längre den som lämnades in. Läs in den igen.",
  "own-change": "Den som skrev ändringen kan inte själv godkänna den.",
  "minute-missing": "Nämnden beslutar riktlinjen. Ange protokollets dag och paragraf.",
  "minute-in-future": "Nämndens protokoll är daterat efter i dag.",
  "minute-after-effect":
    "Nämnden hade inte beslutat riktlinjen när den skulle börja gälla. Ange ett protokoll från senast den dagen.",
  "table-unknown": "Det finns ingen sådan tabell i regelverket.",
  "table-unreadable": "Filen gick inte att läsa som tabellen. Se vilken rad det gäller.",
  "provision-unknown": "Det finns ingen sådan regel.",
  "already-stopped": "Regeln är redan stoppad.",
  "own-stop": "Den som stoppade regeln kan inte själv granska stoppet.",
  "stop-not-standing": "Stoppet står inte längre.",
  "scenario-unknown": "Det finns inget sådant exempel.",
  "scenario-points-at-person": "Exemplet kan peka ut ett verkligt hushåll. Ändra uppgifterna.",
  "scenario-case-unknown": "Det finns inget bedömt ärende med det numret som kan bli ett exempel.",
  "scenario-path-differs": "Med ändrade belopp går ärendet en annan väg genom reglerna. Det kan inte bli ett exempel.",
  "scenario-not-perturbable":
    "Uppgifterna i ärendet går inte att ändra utan att något annat prövas. Det kan inte bli ett exempel.",
  "own-scenario": "En annan person kontrollerar exemplet.",
  "stage-out-of-order": "Räkna om ett ärende först, sedan några och sist alla.",
  "stage-under-way": "En omräkning pågår, eller har just gjorts av någon annan. Se hur den gick först.",
  "nothing-to-recompute": "Det finns inget ärende kvar att bedöma om.",
  "not-published": "Ändringen är inte publicerad.",
} as const;
export type WorkshopRefusal = keyof typeof workshopRefusals;

/** The stages in which undecided cases are reassessed after a publication: one, then at most ten, then the rest. */
export const recomputeStages = {
  one: { title: "Ett ärende" },
  few: { title: "Några, högst tio" },
  all: { title: "Alla som är kvar" },
} as const;
export const recomputeStageSchema = z.enum(codesOf(recomputeStages));
export type RecomputeStage = z.output<typeof recomputeStageSchema>;

/** How a stage stands. One that is still begun long after its last case has broken off. */
export const recomputeStates = {
  started: { title: "Påbörjad" },
  done: { title: "Klar" },
  stopped: { title: "Stoppad" },
} as const;
export const recomputeStateSchema = z.enum(codesOf(recomputeStates));
export type RecomputeState = z.output<typeof recomputeStateSchema>;
