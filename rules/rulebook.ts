import type { Provision } from "./provision.js";
import { accountUnchanged } from "./provisions/account-unchanged.js";
import { activityPlan } from "./provisions/activity-plan.js";
import { applicantMessage } from "./provisions/applicant-message.js";
import { applicationKind } from "./provisions/application-kind.js";
import { assets } from "./provisions/assets.js";
import { commonCosts } from "./provisions/common-costs.js";
import { communicated } from "./provisions/communicated.js";
import { completion } from "./provisions/completion.js";
import { costElectricity } from "./provisions/cost-electricity.js";
import { costHomeInsurance } from "./provisions/cost-home-insurance.js";
import { costIndividual } from "./provisions/cost-individual.js";
import { costInternet } from "./provisions/cost-internet.js";
import { costMedicine } from "./provisions/cost-medicine.js";
import { costRent } from "./provisions/cost-rent.js";
import { costUnemploymentFund } from "./provisions/cost-unemployment-fund.js";
import { costUnionFee } from "./provisions/cost-union-fee.js";
import { costWorkTravel } from "./provisions/cost-work-travel.js";
import { countableIncome } from "./provisions/countable-income.js";
import { declaredIncome } from "./provisions/declared-income.js";
import { declaredProof } from "./provisions/declared-proof.js";
import { caseFileRead } from "./provisions/case-file-read.js";
import { childIncome } from "./provisions/child-income.js";
import { childMoneyAtParents } from "./provisions/child-money-at-parents.js";
import { householdUnchanged } from "./provisions/household-unchanged.js";
import { incomeChange } from "./provisions/income-change.js";
import { incomeDeductions } from "./provisions/income-deductions.js";
import { incomeKinds } from "./provisions/income-kinds.js";
import { jobStimulus } from "./provisions/job-stimulus.js";
import { lawInForce } from "./provisions/law-in-force.js";
import { lawfulResidence } from "./provisions/lawful-residence.js";
import { manualNorm } from "./provisions/manual-norm.js";
import { medicalCertificate } from "./provisions/medical-certificate.js";
import { monthUndecided } from "./provisions/month-undecided.js";
import { oneApplication } from "./provisions/one-application.js";
import { otherDocuments } from "./provisions/other-documents.js";
import { paidIncome } from "./provisions/paid-income.js";
import { pendingBenefits } from "./provisions/pending-benefits.js";
import { personalCosts } from "./provisions/personal-costs.js";
import { protectedIdentity } from "./provisions/protected-identity.js";
import { registerUnchanged } from "./provisions/register-unchanged.js";
import { rentContinues } from "./provisions/rent-continues.js";
import { responsibleMunicipality } from "./provisions/responsible-municipality.js";
import { retroactiveIncome } from "./provisions/retroactive-income.js";
import { signedByAll } from "./provisions/signed-by-all.js";
import { sourceAnswers } from "./provisions/source-answers.js";
import { specialCosts } from "./provisions/special-costs.js";
import { visitingChildren } from "./provisions/visiting-children.js";
import { wholeMonth } from "./provisions/whole-month.js";
import { uncodified } from "./not-codified.js";

/** Version of the provisions. Raised with every change that can alter an assessment. */
export const rulebookVersion = "1.2.0";

/**
 * Every provision, in the order the tests are made: responsibility and residence, identity, signatures, household,
 * planning, the month, the sources, and only then norm, costs and incomes. All are evaluated, so that a person sees
 * every reason at once.
 */
export const provisions: readonly Provision[] = [
  lawInForce,
  responsibleMunicipality,
  lawfulResidence,
  protectedIdentity,
  applicationKind,
  signedByAll,
  householdUnchanged,
  registerUnchanged,
  visitingChildren,
  wholeMonth,
  activityPlan,
  medicalCertificate,
  monthUndecided,
  oneApplication,
  sourceAnswers,
  caseFileRead,
  otherDocuments,
  assets,
  pendingBenefits,
  applicantMessage,
  completion,
  communicated,
  accountUnchanged,
  uncodified,
  personalCosts,
  commonCosts,
  manualNorm,
  costRent,
  costElectricity,
  costHomeInsurance,
  costWorkTravel,
  costUnionFee,
  costUnemploymentFund,
  costInternet,
  costMedicine,
  costIndividual,
  rentContinues,
  incomeKinds,
  declaredIncome,
  declaredProof,
  paidIncome,
  incomeDeductions,
  retroactiveIncome,
  countableIncome,
  jobStimulus,
  childIncome,
  childMoneyAtParents,
  incomeChange,
  specialCosts,
];
