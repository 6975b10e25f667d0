import type { ReadingKey } from "./codes/open-readings.js";
import { roles } from "./codes/roles.js";
import type {
  CitationKey,
  CostRule,
  DecisionOutcome,
  DelegationItem,
  IncomeTreatment,
  NormCellKey,
} from "./rule-pack.js";

/** Who may change a row of a pack. */
export const whoDecides = {
  law: "Riksdag och regering",
  practice: "Praxis, inte lag",
  "board-guideline": "Nämnden",
  operational: "Enhetschefen",
} as const;

/** What a decision may come to, in the words of a delegation order. */
export const outcomeNames: Readonly<Record<DecisionOutcome, string>> = {
  granted: "bifall",
  "partly-granted": "delvis bifall",
  refused: "avslag",
  "written-off": "avskrivning",
  discretionary: "bistånd utöver rätten",
  reduced: "nedsatt",
  recovery: "återkrav",
};

/** For whom an item of the delegation order is: "handläggare", "funktionen ”Månadsbifall” (automatisk, av)". */
export const delegateName = ({ role, automated }: Pick<DelegationItem, "role" | "automated">): string => {
  if (automated !== undefined) return `funktionen ”${automated.name}” (automatisk, ${automated.on ? "på" : "av"})`;
  return role === undefined ? "ingen" : roles[role].title.toLocaleLowerCase("sv");
};

const rounding: Readonly<Record<string, string>> = {
  exact: "på öret, utan avrundning",
  "krona-half-up": "till närmaste krona, halva uppåt",
  "krona-down": "nedåt till hel krona",
  "krona-up": "uppåt till hel krona",
};

const options: Readonly<Record<ReadingKey, Readonly<Record<string, string>>>> = {
  "age-at": {
    "first-day": "åldern månadens första dag",
    "last-day": "åldern månadens sista dag",
    "month-after": "ny ålder från månaden efter",
    "pro-rata": "delas efter dagar",
  },
  "leap-birthday": { "1-march": "den 1 mars", "28-february": "den 28 februari" },
  "day-divisor": {
    "12/365-per-row": "12/365 av varje rad",
    "30": "en trettiondel",
    "30.4": "delat med 30,4",
    "actual-days": "delat med månadens dagar",
  },
  "part-time-child-common-cost": { counted: "barnet räknas", "not-counted": "barnet räknas inte" },
  "family-in-community": {
    "share-by-members": "delas efter antalet personer",
    "own-size": "efter den egna familjens storlek",
  },
  "round-norm-row": rounding,
  "round-stimulus": rounding,
  "round-income": rounding,
  "round-cost": rounding,
  "round-result": rounding,
  "income-month": { "payment-date": "månaden den betalas ut", period: "månaden den avser" },
  "period-over-two-months": {
    "payment-month": "månaden den betalas ut",
    "period-start": "månaden perioden börjar",
    "period-end": "månaden perioden slutar",
    "split-by-days": "delas efter dagar",
  },
  "stimulus-month": { "salary-month": "månaden lönen betalas", "benefit-month": "månaden biståndet avser" },
  "stimulus-scope": { "salary-only": "enbart lön", "all-employer-pay": "all ersättning från arbetsgivaren" },
  "stimulus-emergency": { breaks: "bryter de sex månaderna", counts: "räknas med" },
  "child-own-part": {
    personal: "barnets personliga kostnader",
    "personal-and-common": "även del av de gemensamma",
    "personal-common-and-costs": "även del av gemensamma och övriga kostnader",
  },
  "price-base-basis": { net: "inkomst efter skatt", gross: "inkomst före skatt" },
  "shared-invoice": { "month-due": "månaden den ska betalas", spread: "fördelas över månaderna" },
};

/** An option of an open reading in words; the code itself where it has none. */
export const readingInWords = (key: ReadingKey, option: string): string => options[key][option] ?? option;

/** The rows of the riksnorm table. */
export const normRowNames: Readonly<Record<NormCellKey, string>> = {
  "adult-single": "Ensamstående vuxen",
  "adult-couple": "Sambor, två vuxna",
  "child-0": "Barn under 1 år",
  "child-1-2": "Barn 1–2 år",
  "child-3": "Barn 3 år",
  "child-4-6": "Barn 4–6 år",
  "child-7-10": "Barn 7–10 år",
  "child-11-14": "Barn 11–14 år",
  "child-15-18": "Barn 15–18 år",
  "child-19-20": "Elev 19–20 år",
  "child-0-lunch-away": "Barn under 1 år, lunch i förskola",
  "child-1-2-lunch-away": "Barn 1–2 år, lunch i förskola",
  "child-3-lunch-away": "Barn 3 år, lunch i förskola",
  "child-4-6-lunch-away": "Barn 4–6 år, lunch i förskola",
  "common-1": "Gemensamt, 1 person",
  "common-2": "Gemensamt, 2 personer",
  "common-3": "Gemensamt, 3 personer",
  "common-4": "Gemensamt, 4 personer",
  "common-5": "Gemensamt, 5 personer",
  "common-6": "Gemensamt, 6 personer",
  "common-7": "Gemensamt, 7 personer",
  "common-extra": "Gemensamt, varje person till",
};

/** What is done with a kind of income. */
export const treatmentNames: Readonly<Record<IncomeTreatment, string>> = {
  counts: "Räknas",
  "does-not-count": "Räknas inte",
  deposit: "En person bedömer insättningen",
  person: "En person bedömer",
};

/** What a paragraph is cited for. */
export const citationNames: Readonly<Record<CitationKey, string>> = {
  "right-to-aid": "Rätt till bistånd",
  "discretionary-aid": "Bistånd utöver rätten",
  "available-for-work": "Stå till arbetsmarknadens förfogande",
  reduction: "Nedsättning",
  calculation: "Beräkning",
  "job-stimulus": "Jobbstimulans",
  "child-income": "Barns inkomster",
  "norm-table": "Riksnormens tabell",
  "norm-household": "Riksnorm för hushållet",
  "start-inquiry": "Utredning inleds",
  "hear-party": "Kommunicering",
  "responsible-municipality": "Ansvarig kommun",
  "asylum-law": "Asylsökande",
  "agency-data": "Uppgifter från myndigheter",
  recovery: "Återkrav",
  secrecy: "Sekretess",
};

/** The households of a row of a guideline that no row above it holds: "högst 1 vuxen, inga barn". */
export const householdOfCap = ({ maxAdults, maxChildren }: CostRule["caps"][number]): string => {
  if (maxAdults === undefined && maxChildren === undefined) return "Övriga";
  return [
    ...(maxAdults === undefined ? [] : [`högst ${String(maxAdults)} ${maxAdults === 1 ? "vuxen" : "vuxna"}`]),
    ...(maxChildren === undefined ? [] : [maxChildren === 0 ? "inga barn" : `högst ${String(maxChildren)} barn`]),
  ].join(", ");
};
