import { costTypes, type CostType } from "../../contracts/codes/costs.js";
import { incomeTypes, type IncomeType } from "../../contracts/codes/incomes.js";
import type { CaseFile } from "../../contracts/readings/case-system.js";
import type { WriteKind } from "../../contracts/write-kinds.js";
import { codeByWords } from "../core/coded-words.js";

const costWords: Readonly<Record<string, CostType>> = {
  El: "electricity",
  "A-kassa": "unemployment-fund",
  Fackförbund: "union-fee",
};
const incomeWords: Readonly<Record<string, IncomeType>> = {
  "A-kassa": "unemployment-benefit",
  Arbetslöshetsersättning: "unemployment-benefit",
  Studiebidrag: "study-allowance",
  Studiehjälp: "study-allowance",
  "Allmän pension": "pension",
};

/** Code of a cost as the case system words it; undefined for words we do not know. */
export const costCode = codeByWords(costTypes, costWords);
/** Code of an income as the case system words it; undefined for words we do not know. */
export const incomeCode = codeByWords(incomeTypes, incomeWords);

export const roles: Readonly<Record<string, CaseFile["persons"][number]["role"]>> = {
  SÖKANDE: "applicant",
  MEDSÖKANDE: "co-applicant",
  BARN: "child",
  UMGÄNGESBARN: "visiting-child",
};

export const lineKinds: Readonly<Record<string, "norm" | "cost" | "income">> = {
  NORM: "norm",
  KOSTNAD: "cost",
  INKOMST: "income",
};

export const standingFacts: Readonly<Record<string, CaseFile["standingFacts"][number]["code"]>> = {
  "DELAR BOSTAD": "shares-home",
  UMGÄNGESAVTAL: "visiting-agreement",
  FÖRSKOLELUNCH: "preschool-lunch",
};

/** Whether a visiting child is in the common costs, as a caseworker has decided. */
export const commonCosts: Readonly<Record<string, "counted" | "not-counted">> = {
  RÄKNAS: "counted",
  "RÄKNAS EJ": "not-counted",
};

export const plans: Readonly<Record<string, CaseFile["planning"][number]["kind"]>> = {
  Arbetssökande: "job-seeking",
  Arbete: "work",
  Etablering: "establishment",
  Etableringsprogram: "establishment",
  Sjukskrivning: "sick-leave",
  SFI: "sfi",
  Föräldraledighet: "parental-leave",
  Pension: "pension",
  Pensionär: "pension",
  Gymnasieelev: "pupil",
  Elev: "pupil",
  Annat: "other",
};

export const outcomes: Readonly<Record<string, CaseFile["history"][number]["outcome"]>> = {
  Bifall: "granted",
  "Delvis bifall": "partly-granted",
  Avslag: "refused",
  "Akut bistånd": "emergency",
  "Ej sökt": "not-applied",
};

/** Each kind of record: as lists print it, as the list's filter names it, its link on the file and its form's heading. */
export const kinds: Readonly<Record<WriteKind, { printed: string; filter: string; link: string; heading: string }>> = {
  calculation: { printed: "BERÄKNING", filter: "berakning", link: "Ny beräkning", heading: "NY BERÄKNING" },
  decision: { printed: "BESLUT", filter: "beslut", link: "Nytt beslut", heading: "NYTT BESLUT" },
  payment: { printed: "UTBETALNING", filter: "utbetalning", link: "Ny utbetalning", heading: "NY UTBETALNING" },
  journal: { printed: "JOURNAL", filter: "journal", link: "Ny journalanteckning", heading: "NY JOURNALANTECKNING" },
};
