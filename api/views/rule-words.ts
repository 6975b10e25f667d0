import type { ReadingKey } from "../../contracts/codes/open-readings.js";
import type { DecisionOutcome } from "../../contracts/rule-pack.js";

/** Who may change a row of a pack. */
export const whoDecides = {
  law: "Riksdag och regering",
  "board-guideline": "Nämnden",
  operational: "Enhetschefen",
} as const;

/** What a decision may come to, in the words of a delegation order. */
export const outcomeNames: Readonly<Record<DecisionOutcome, string>> = {
  granted: "bifall",
  "partly-granted": "delvis bifall",
  refused: "avslag",
  "written-off": "avskrivning",
  discretionary: "12 kap. 2 § SoL",
  reduced: "nedsatt",
  recovery: "återkrav",
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
