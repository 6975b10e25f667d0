import type { Agency } from "../../contracts/agencies.js";
import { applicationSchema, type Application } from "../../contracts/readings/application.js";
import { addMonths, localDate, month, type Instant, type LocalDate, type Month } from "../../contracts/dates.js";
import { Fault } from "../../contracts/faults.js";
import type { AgencyPortal, CaseSystemPortal, EServiceInbox, RegisterPortal } from "../../contracts/portals.js";
import type { AgencyAnswer } from "../../contracts/readings/agency-answer.js";
import type { CaseFile, CaseSystemRecord } from "../../contracts/readings/case-system.js";
import type { Provenance, Reading } from "../../contracts/readings/evidence.js";

/** Persons of Skatteverket's published test series; names are made up. */
export const ada = { personalNumber: "198501169885", givenName: "Ada", familyName: "Ek" } as const;
export const bo = { personalNumber: "198503149885", givenName: "Bo", familyName: "Ek" } as const;

const address = { street: "Exempelgatan 1", postalCode: "123 45", city: "Exempelköping" };
const signed = { signedOn: localDate("2025-10-27") };

/** A renewal by a single adult that is as last month; say only what differs. */
export const aRenewal = (differs: Partial<Record<keyof Application, unknown>> = {}): Application =>
  applicationSchema.parse({
    reference: "EB-2511-0001",
    receivedAt: "2025-10-27T08:00:00.000Z",
    kind: "renewal",
    month: "2025-11",
    persons: [{ ...ada, role: "applicant", ...signed }],
    address,
    personsInHome: 1,
    sharesHome: false,
    householdChanged: false,
    costs: [{ row: "k1", type: "rent", appliedOre: 520_000 }],
    declaredIncomes: [],
    declaredBenefits: [],
    pendingBenefits: false,
    hasAssets: false,
    staysInMunicipality: true,
    accountUnchanged: true,
    attachments: [],
    ...differs,
  });

/** The persons of a couple; the partner has not signed where it is said. */
export const couple = ({ partnerHasSigned }: { readonly partnerHasSigned: boolean }): object => ({
  persons: [
    { ...ada, role: "applicant", ...signed },
    { ...bo, role: "co-applicant", ...(partnerHasSigned && signed) },
  ],
  personsInHome: 2,
});

/** A lone parent with a pupil of eighteen, whose row in the norm of 2026 nobody has read in the ordinance. */
export const withChild: object = {
  persons: [
    { ...ada, role: "applicant", ...signed },
    {
      personalNumber: "200801012386",
      givenName: "Cia",
      familyName: "Ek",
      role: "child",
      daysInHome: 31,
      school: "upper-secondary",
    },
  ],
  personsInHome: 2,
};

/** A file that says the same of every month: granted for a year, planned, approved. */
const caseFileOf = ({ persons, month: benefitMonth }: Pick<Application, "persons" | "month">): CaseFile => ({
  persons: persons.map(({ personalNumber, role }) => ({ personalNumber, role })),
  previous: { month: addMonths(benefitMonth, -1), lines: [{ kind: "cost", type: "rent", amountOre: 520_000 }] },
  standingCosts: [{ type: "rent", approvedOre: 520_000, until: localDate("2026-12-31") }],
  standingFacts: [],
  planning: persons.map(({ personalNumber }) => ({
    personalNumber,
    kind: "job-seeking",
    from: localDate("2025-07-01"),
    to: localDate("2026-12-31"),
    followed: true,
  })),
  history: Array.from({ length: 12 }, (_, index) => ({
    month: addMonths(benefitMonth, index - 12),
    outcome: "granted" as const,
  })),
  earnings: [],
  account: { maskedNumber: "•••• 4417", unchangedSince: month("2025-03") },
});

/** What the outside world holds, and how it behaves; tests change it as they go. */
export type World = {
  today: LocalDate;
  readonly inbox: Application[];
  /** References of applications whose page nobody can read. */
  readonly unreadable: Set<string>;
  readonly records: CaseSystemRecord[];
  readonly silent: Set<Agency>;
  /** The case system says that it took a record, and does not show it. */
  hidesRecords: boolean;
  /** Runs while an agency is asked, before it answers. */
  whileAsked: () => Promise<void>;
  readonly asked: { inbox: number; agencies: number };
  protectedMark: boolean;
};

export const aWorld = (): World => ({
  today: localDate("2025-10-27"),
  inbox: [],
  unreadable: new Set(),
  records: [],
  silent: new Set(),
  hidesRecords: false,
  whileAsked: () => Promise.resolve(),
  asked: { inbox: 0, agencies: 0 },
  protectedMark: false,
});

/** Portals on a world in memory: they read and write as the bots do, without a browser. */
export const fakePortals = (
  world: World,
): {
  readonly inbox: EServiceInbox;
  readonly agencies: AgencyPortal;
  readonly register: RegisterPortal;
  readonly caseSystem: CaseSystemPortal;
} => {
  const read = <T>(portal: Provenance["portal"], value: T): Reading<T> => ({
    value,
    provenance: { portal, botVersion: `${portal}/test`, readAt: `${world.today}T10:00:00.000Z` as Instant },
    evidence: [],
  });
  const find = (reference: string): Application => {
    const found = world.inbox.find((application) => application.reference === reference);
    if (found === undefined || world.unreadable.has(reference))
      throw new Fault("PortalChanged", "No such application.");
    return found;
  };
  return {
    inbox: {
      listApplications: (asked: Month) =>
        Promise.resolve(
          read(
            "e-service",
            world.inbox
              .filter(({ month: one }) => one === asked)
              .map(({ reference, receivedAt, month: one }) => ({ reference, receivedAt, month: one })),
          ),
        ),
      readApplication: (reference) => {
        world.asked.inbox += 1;
        return Promise.resolve(read("e-service", find(reference)));
      },
      fetchAttachments: () => Promise.resolve([]),
    },
    agencies: {
      query: async ({ agencies: asked }) => {
        world.asked.agencies += 1;
        await world.whileAsked();
        return read(
          "agencies",
          asked.map((agency) => answerOf(agency, world)),
        );
      },
    },
    register: {
      lookUp: (personalNumber) =>
        Promise.resolve(
          read("register", {
            ...(personalNumber === ada.personalNumber ? ada : bo),
            personalNumber,
            address,
            relations: [],
            protectedMark: false,
            municipality: "Exempelköping",
          }),
        ),
    },
    caseSystem: {
      readCaseFile: (personalNumber) => {
        const own = world.inbox.find(({ persons }) =>
          persons.some((person) => person.personalNumber === personalNumber),
        );
        if (own === undefined) throw new Fault("AmbiguousMatch", "No such person.");
        return Promise.resolve(read("case-system", caseFileOf(own)));
      },
      find: (kind, personalNumber, asked) =>
        Promise.resolve(
          read(
            "case-system",
            world.records.filter(
              (record) =>
                !world.hidesRecords &&
                record.kind === kind &&
                record.personalNumber === personalNumber &&
                record.month === asked,
            ),
          ),
        ),
      write: async (record, beforeSubmit) => {
        await beforeSubmit();
        world.records.push(record);
        return read("case-system", { accepted: true });
      },
    },
  };
};

const answerOf = (agency: Agency, { silent, protectedMark }: World): AgencyAnswer =>
  silent.has(agency)
    ? { agency, status: "unavailable", errorCode: "BT-17" }
    : { agency, status: "nothing-registered", protectedMark };
