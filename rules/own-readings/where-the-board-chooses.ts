import { openReadings, readingKeySchema, type ReadingKey } from "../../contracts/codes/open-readings.js";
import { localDate } from "../../contracts/dates.js";
import type { OwnReading } from "./own-reading.js";

type Said = Pick<OwnReading, "does" | "why" | "lookedAt" | "provisions"> & { readonly otherwise?: string };

const norm = ["personal-costs", "common-costs"];
const rounded =
  "Valet görs i kommunens paket. Utan val prövas varje sätt att avrunda, och ger de olika belopp avgör en person.";
const noRounding = "Hur en kvot avrundas står inte i lag eller förordning.";
const normExamples = "SoF (2025:468) 12 kap. och Socialstyrelsens exempel, som råkar ge hela kronor";
const changeOption =
  "Nämnden väljer det andra alternativet, från den månad domen gäller. Inget i koden behöver ändras.";

/** The points of the closed list of choices: a record over every key, so that none can be forgotten. */
const said: Readonly<Record<ReadingKey, Said>> = {
  "age-at": {
    does: "Barnets rad i normen följer den dag som kommunen har valt: månadens första, månadens sista, månaden efter eller dag för dag.",
    why: "Normens rader går efter ålder, men ingen källa säger vilken dag i månaden som avgör.",
    lookedAt: "SoF (2025:468) 12 kap. 2–3 §§ och allmänna råd SOSFS 2013:1",
    provisions: ["personal-costs"],
  },
  "leap-birthday": {
    does: "Den som är född den 29 februari fyller år den dag som kommunen har valt de år dagen saknas.",
    why: "Frågan är inte reglerad för riksnormen.",
    lookedAt: "SoF (2025:468) 12 kap. och allmänna råd SOSFS 2013:1",
    provisions: ["personal-costs", "child-income"],
  },
  "day-divisor": {
    does: "Belopp per dag räknas med den delare som kommunen har valt, till exempel 12/365 av varje rad. För del av månad är beloppet bara ett förslag till en person.",
    why: "Allmänna råd säger att dagarna ska räknas hos båda föräldrarna, men inte hur en månad blir dagar.",
    lookedAt:
      "Allmänna råd SOSFS 2013:1; dagsbelopp i ett ärendesystem 2026 stämmer med 12/365 och inte med 30 eller 31",
    provisions: ["personal-costs", "whole-month", "visiting-children"],
  },
  "part-time-child-common-cost": {
    does: "Om ett barn på umgänge räknas bland dem som delar de gemensamma kostnaderna står i avtalet eller i kommunens val. Annars avgör en person.",
    why: "Allmänna råd talar om barnets dagar, inte om de gemensamma kostnaderna.",
    lookedAt: "Allmänna råd SOSFS 2013:1 och SoF (2025:468) 12 kap. 3 §",
    provisions: ["common-costs", "visiting-children"],
  },
  "family-in-community": {
    does: "En familj som delar bostad med andra får antingen sin andel av hela hemmets gemensamma kostnader eller beloppet för sin egen storlek, som kommunen har valt.",
    why: "Förordningen säger hur andelen räknas för en ensam vuxen, men inget om en familj.",
    lookedAt: "SoF (2025:468) 12 kap. 3 § andra stycket",
    provisions: ["common-costs"],
  },
  "round-norm-row": { does: rounded, why: noRounding, lookedAt: normExamples, provisions: norm },
  "round-stimulus": {
    does: rounded,
    why: "En fjärdedel av nettolönen blir sällan hela kronor, och lagen säger inget om avrundning.",
    lookedAt: "12 kap. 8 § SoL (2025:400) och Socialstyrelsens meddelandeblad 7/2013",
    provisions: ["job-stimulus"],
  },
  "round-income": { does: rounded, why: noRounding, lookedAt: normExamples, provisions: ["countable-income"] },
  "round-cost": {
    does: rounded,
    why: noRounding,
    lookedAt: "12 kap. 7 § SoL (2025:400)",
    provisions: ["cost-rent", "cost-electricity"],
  },
  "round-result": { does: rounded, why: noRounding, lookedAt: normExamples, provisions: ["need-exceeds-means"] },
  "income-month": {
    does: "En inkomst hör till den månad då den betalades eller den månad den avser, som kommunen har valt. Skiljer de sig åt frågas alltid en person.",
    why: "Att behovet i en månad möts av inkomsten månaden före är praxis, inte lagtext, och praxis säger inte vilket av de två som avgör.",
    lookedAt:
      "12 kap. 1 § SoL (2025:400); RÅ 1994 ref. 50 och RÅ 1997 ref. 2 så som de återges i en tidningsartikel 2020",
    provisions: ["paid-income", "countable-income"],
  },
  "period-over-two-months": {
    does: "En utbetalning för delar av två månader hör till den eller de månader som kommunen har valt.",
    why: "Ingen källa delar en sådan utbetalning.",
    lookedAt: "12 kap. 1 § SoL (2025:400) och allmänna råd SOSFS 2013:1",
    provisions: ["paid-income", "countable-income"],
  },
  "stimulus-month": {
    does: "Antingen lönens månad eller biståndets månad ska ligga inom de två åren, som kommunen har valt.",
    why: "Lagen anger två år men inte vilken av månaderna som räknas.",
    lookedAt: "12 kap. 8 § SoL (2025:400) och Socialstyrelsens meddelandeblad 7/2013",
    provisions: ["job-stimulus"],
  },
  "stimulus-scope": {
    does: "Jobbstimulansen räknas på lönen eller på allt som arbetsgivaren betalar, som kommunen har valt.",
    why: "Lagen talar om inkomst av anställning. Semesterersättning och avgångsvederlag nämns inte.",
    lookedAt: "12 kap. 8 § SoL (2025:400)",
    provisions: ["job-stimulus"],
  },
  "stimulus-emergency": {
    does: "En månad med enbart nödbistånd bryter de sex månaderna eller räknas in i dem, som kommunen har valt.",
    why: "Lagen kräver försörjningsstöd sex månader i följd och säger inget om nödbistånd.",
    lookedAt: "12 kap. 8 § SoL (2025:400)",
    provisions: ["job-stimulus"],
  },
  "child-own-part": {
    does: "Ett barns egna pengar räknas högst upp till barnets egen del av behovet. Hur mycket mer än den egna raden i normen som hör dit väljer kommunen.",
    why: "Att barnets pengar bara möter barnets behov är praxis. Hur långt behovet sträcker sig är inte klarlagt.",
    lookedAt: "12 kap. 1 § SoL (2025:400) och en kommuns publicerade riktlinjer",
    provisions: ["child-income", "child-money-at-parents"],
  },
  "price-base-basis": {
    does: "Prisbasbeloppet jämförs med inkomsten före eller efter skatt, som kommunen har valt.",
    why: "Lagen säger ett prisbasbelopp under kalenderåret, inte om det är före eller efter skatt.",
    lookedAt: "12 kap. 9 § SoL (2025:400)",
    provisions: ["child-income"],
  },
  "shared-invoice": {
    does: "En räkning som gäller mer än en månad styrker hela beloppet i månaden den ska betalas, eller en lika stor del i varje månad den gäller, som kommunen har valt. Är ett annat belopp sökt frågas en person; det sänks aldrig.",
    why: "Om en sådan kostnad hör till månaden den ska betalas eller sprids ut är inte klarlagt.",
    lookedAt: "12 kap. 7 § SoL (2025:400)",
    provisions: ["cost-electricity", "cost-unemployment-fund", "cost-union-fee"],
  },
};

/** Every open reading as a reading of our own. */
export const whereTheBoardChooses: readonly OwnReading[] = readingKeySchema.options.map((key) => ({
  otherwise: changeOption,
  ...said[key],
  key,
  title: openReadings[key].title,
  reviewBy: localDate("2027-06-01"),
  owner: "board",
  reading: key,
  set: ["readings"],
}));
