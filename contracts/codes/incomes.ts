import { z } from "zod";
import { codesOf, type CodeEntry } from "./coded.js";

/** Kinds of income. `unknown-benefit` is a benefit printed under a name that is on no list: always a person. */
export const incomeTypes = {
  salary: { title: "Lön" },
  "holiday-pay": { title: "Semesterersättning" },
  "severance-pay": { title: "Avgångsvederlag" },
  "unemployment-benefit": { title: "Arbetslöshetsersättning (a-kassa)" },
  "activity-support": { title: "Aktivitetsstöd" },
  "development-allowance": { title: "Utvecklingsersättning" },
  "establishment-benefit": { title: "Etableringsersättning" },
  "sickness-benefit": { title: "Sjukpenning" },
  "rehabilitation-benefit": { title: "Rehabiliteringspenning" },
  "sickness-compensation": { title: "Sjukersättning" },
  "activity-compensation": { title: "Aktivitetsersättning" },
  annuity: { title: "Livränta" },
  "parental-benefit": { title: "Föräldrapenning" },
  "temporary-parental-benefit": { title: "Tillfällig föräldrapenning" },
  "child-allowance": { title: "Barnbidrag" },
  "study-allowance": { title: "Studiebidrag (studiehjälp)" },
  "study-extra-allowance": { title: "Extra tillägg till studiehjälp" },
  "student-aid": { title: "Studiemedel" },
  "maintenance-support": { title: "Underhållsstöd" },
  "maintenance-payment": { title: "Underhållsbidrag" },
  "housing-allowance": { title: "Bostadsbidrag" },
  "housing-supplement": { title: "Bostadstillägg" },
  pension: { title: "Pension" },
  "guarantee-pension": { title: "Garantipension" },
  "elderly-support": { title: "Äldreförsörjningsstöd" },
  "survivor-pension": { title: "Efterlevandepension och barnpension" },
  "occupational-pension": { title: "Tjänstepension" },
  "care-allowance": { title: "Omvårdnadsbidrag" },
  "additional-cost-compensation": { title: "Merkostnadsersättning" },
  "tax-refund": { title: "Skatteåterbäring" },
  "bank-deposit": { title: "Kontoinsättning" },
  swish: { title: "Swish" },
  "rent-share": { title: "Hyresdel från hemmavarande" },
  "capital-income": { title: "Kapitalinkomst" },
  "other-income": { title: "Annan inkomst" },
  "work-premium": { title: "Jobbpremie" },
  "unknown-benefit": { title: "Okänd ersättning" },
} as const satisfies Record<string, CodeEntry>;

/** Code of a kind of income. */
export const incomeTypeSchema = z.enum(codesOf(incomeTypes));
export type IncomeType = z.output<typeof incomeTypeSchema>;

/** Deductions an agency may make. Only `tax` is netted automatically (domain point 7b.11). */
export const deductionTypes = {
  tax: { title: "Preliminär skatt" },
  distraint: { title: "Utmätning (INF)" },
  "set-off": { title: "Kvittning (KVI)" },
  "state-claim": { title: "Statlig fordran (SKV)" },
  "social-deduction": { title: "Socialavdrag (SOC)" },
  "visitation-deduction": { title: "Umgängesavdrag (UMG)" },
  withheld: { title: "Innehållet belopp (INC/INM)" },
  "foreign-claim": { title: "Utländsk fordran (UTF)" },
  "salary-deduction": { title: "Avdrag på grund av lön (ALA)" },
  other: { title: "Annat avdrag" },
} as const satisfies Record<string, CodeEntry>;
export const deductionTypeSchema = z.enum(codesOf(deductionTypes));
export type DeductionType = z.output<typeof deductionTypeSchema>;
