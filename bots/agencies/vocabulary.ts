import type { DeductionType, IncomeType } from "../../contracts/codes/incomes.js";
import type { Agency } from "../../contracts/codes/sources.js";

/** Each agency as the service prints it, on the form and above its answer. */
export const printedAgencies: Readonly<Record<Agency, string>> = {
  FK: "Försäkringskassan och Pensionsmyndigheten (FK)",
  SO: "Arbetslöshetskassorna (SO)",
  CSN: "CSN (CSN)",
  AF: "Arbetsförmedlingen (AF)",
  SKV: "Skatteverket (SKV)",
  TNS: "Transportstyrelsen (TNS)",
  MIV: "Migrationsverket (MIV)",
};

/** The purpose every query states. */
export const purpose = "Prövning av ekonomiskt bistånd";

/** The statute every query rests on: the agencies' duty to hand over, and the ordinance that lists what. */
export const statute = "15 kap. 10–12 §§ SoL (2025:400), förordning (2008:975)";

/** Benefits by the name the agencies print. A name that is not here is an unknown benefit, never the nearest one. */
export const printedBenefits: Readonly<Record<string, IncomeType>> = {
  Aktivitetsstöd: "activity-support",
  Utvecklingsersättning: "development-allowance",
  Etableringsersättning: "establishment-benefit",
  Sjukpenning: "sickness-benefit",
  Rehabiliteringspenning: "rehabilitation-benefit",
  Sjukersättning: "sickness-compensation",
  Aktivitetsersättning: "activity-compensation",
  Livränta: "annuity",
  Föräldrapenning: "parental-benefit",
  "Tillfällig föräldrapenning": "temporary-parental-benefit",
  Barnbidrag: "child-allowance",
  Flerbarnstillägg: "child-allowance",
  Studiebidrag: "study-allowance",
  "Extra tillägg": "study-extra-allowance",
  Studiemedel: "student-aid",
  Underhållsstöd: "maintenance-support",
  Bostadsbidrag: "housing-allowance",
  Bostadstillägg: "housing-supplement",
  Inkomstpension: "pension",
  Tilläggspension: "pension",
  Premiepension: "pension",
  "Allmän pension": "pension",
  Garantipension: "guarantee-pension",
  Äldreförsörjningsstöd: "elderly-support",
  Efterlevandepension: "survivor-pension",
  Barnpension: "survivor-pension",
  Omvårdnadsbidrag: "care-allowance",
  Merkostnadsersättning: "additional-cost-compensation",
  Arbetslöshetsersättning: "unemployment-benefit",
  Skatteåterbäring: "tax-refund",
};

/** Deduction codes as the agencies print them. Any other code is a deduction that nobody has named. */
export const printedDeductions: Readonly<Record<string, DeductionType>> = {
  PS: "tax",
  SS: "tax",
  INF: "distraint",
  KVI: "set-off",
  SKV: "state-claim",
  SOC: "social-deduction",
  UMG: "visitation-deduction",
  INC: "withheld",
  INM: "withheld",
  UTF: "foreign-claim",
  ALA: "salary-deduction",
};
