import { agencies } from "../../contracts/agencies.js";
import { localDate, month, type Instant, type LocalDate } from "../../contracts/dates.js";
import type { AgencyAnswer, Payment } from "../../contracts/readings/agency-answer.js";
import type { Application } from "../../contracts/readings/application.js";
import type { RegisterAnswer } from "../../contracts/readings/register-answer.js";
import type { CaseMaterial } from "./material.js";
import { membersOf } from "./members.js";

/** Fictive persons of Skatteverket's published test series. */
export const applicantNumber = "198501169885";
const coApplicantNumber = "198503149885";

const address = { street: "Exempelgatan 1", postalCode: "123 45", city: "Exempelköping" };

export const aPayment = (parts: Partial<Payment> = {}): Payment => ({
  type: "activity-support",
  printedAs: "Aktivitetsstöd",
  from: localDate("2025-10-01"),
  to: localDate("2025-10-31"),
  paidOn: localDate("2025-10-24"),
  deductions: [],
  netOre: 520_000,
  preliminary: false,
  retroactive: false,
  ...parts,
});

export const aRegisterAnswer = (parts: Partial<RegisterAnswer> = {}): RegisterAnswer => ({
  personalNumber: applicantNumber,
  givenName: "Ada",
  familyName: "Ek",
  address,
  relations: [],
  protectedMark: false,
  municipality: "Exempelköping",
  ...parts,
});

/** Of a protected person: no address. */
export const aProtectedRegisterAnswer = (): RegisterAnswer => ({
  personalNumber: applicantNumber,
  givenName: "Ada",
  familyName: "Ek",
  relations: [],
  protectedMark: true,
  municipality: "Exempelköping",
});

const anApplication = (coApplicant: boolean): Application => ({
  reference: "EB-1",
  receivedAt: "2025-10-27T08:00:00.000Z" as Instant,
  kind: "renewal",
  month: month("2025-11"),
  persons: [
    {
      personalNumber: applicantNumber,
      givenName: "Ada",
      familyName: "Ek",
      role: "applicant",
      signedOn: localDate("2025-10-27"),
    },
    ...(coApplicant
      ? [{ personalNumber: coApplicantNumber, givenName: "Bo", familyName: "Ek", role: "co-applicant" as const }]
      : []),
  ],
  address,
  personsInHome: coApplicant ? 2 : 1,
  sharesHome: false,
  householdChanged: false,
  costs: [{ row: "k1", type: "rent", appliedOre: 520_000 }],
  declaredIncomes: [],
  declaredBenefits: ["activity-support"],
  pendingBenefits: false,
  hasAssets: false,
  staysInMunicipality: true,
  accountUnchanged: true,
  attachments: [],
});

type Wishes = Partial<CaseMaterial> & {
  readonly coApplicant?: boolean;
  readonly payments?: readonly Payment[];
  readonly rentApprovedUntil?: LocalDate;
};

/** A single adult whose renewal is as expected; say only what matters to the test. */
export const aMaterial = ({
  coApplicant = false,
  payments,
  rentApprovedUntil,
  ...parts
}: Wishes = {}): CaseMaterial => {
  const application = anApplication(coApplicant);
  const members = membersOf(application);
  const answers: AgencyAnswer[] = agencies.map((agency) =>
    agency === "FK"
      ? { agency, status: "read", payments: [...(payments ?? [aPayment()])], notes: [], protectedMark: false }
      : { agency, status: "nothing-registered", protectedMark: false },
  );
  return {
    today: localDate("2025-10-27"),
    municipality: "Exempelköping",
    application,
    members,
    caseFile: {
      persons: members.map(({ personalNumber, role }) => ({ personalNumber, role })),
      previous: {
        month: month("2025-10"),
        lines: [
          { kind: "cost", type: "rent", amountOre: 520_000 },
          { kind: "income", type: "activity-support", personalNumber: applicantNumber, amountOre: 520_000 },
        ],
      },
      standingCosts: [{ type: "rent", approvedOre: 520_000, until: rentApprovedUntil ?? localDate("2026-03-31") }],
      standingFacts: [],
      planning: [],
      history: [],
      earnings: [],
      account: { maskedNumber: "•••• 4417", unchangedSince: month("2025-03") },
    },
    agencyAnswers: new Map(members.map(({ id }) => [id, answers])),
    registerAnswers: new Map(members.map(({ id, personalNumber }) => [id, aRegisterAnswer({ personalNumber })])),
    documents: [],
    corrections: [],
    settled: [],
    communicated: undefined,
    completions: [],
    linkedApplications: [],
    manualNorm: undefined,
    ...parts,
  };
};
