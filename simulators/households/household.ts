import { z } from "zod";

const ore = z.int().min(0).max(100_000_000);
const signedOre = z.int().min(-100_000_000).max(100_000_000);
const date = z.iso.date();
const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);
const text = z.string().min(1).max(400);
/** A person within the household file: `a`, `b`, `c1`. */
const key = z.string().regex(/^[a-z]\d?$/);

const person = z.strictObject({
  key,
  personalNumber: z.string().regex(/^(19|20)\d{10}$/),
  givenName: text,
  familyName: text,
  role: z.enum(["applicant", "co-applicant", "child", "visiting-child"]),
});

const documentSpec = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("rent-notice"),
    form: z.enum(["text", "scan"]),
    /** Illegible on purpose: small, dark and blurred. Only for scans. */
    illegible: z.boolean().optional(),
    landlord: text,
    layout: z.enum(["hus", "brf", "allman"]),
    tenant: text,
    month,
    rows: z.array(z.strictObject({ label: text, amountOre: ore })).min(1),
    dueOn: date,
  }),
  z.strictObject({
    kind: z.literal("electricity-bill"),
    form: z.enum(["text", "scan"]),
    customer: text,
    from: date,
    to: date,
    gridOre: ore,
    energyOre: ore,
    dueOn: date,
  }),
  z.strictObject({
    kind: z.literal("home-insurance"),
    form: z.enum(["text", "scan"]),
    customer: text,
    month,
    amountOre: ore,
    dueOn: date,
  }),
  z.strictObject({
    kind: z.literal("bank-statement"),
    form: z.enum(["text", "scan"]),
    holder: text,
    from: date,
    to: date,
    openingOre: ore,
    rows: z.array(z.strictObject({ on: date, label: text, amountOre: signedOre })),
  }),
  z.strictObject({
    kind: z.literal("payslip"),
    form: z.enum(["text", "scan"]),
    employer: text,
    employee: text,
    personalNumber: z.string().regex(/^(19|20)\d{10}$/),
    from: date,
    to: date,
    paidOn: date,
    grossOre: ore,
    taxOre: ore,
    netOre: ore,
  }),
  z.strictObject({
    kind: z.literal("receipt"),
    form: z.enum(["text", "scan"]),
    seller: text,
    customer: text,
    on: date,
    rows: z.array(z.strictObject({ label: text, amountOre: ore })).min(1),
  }),
]);

const application = z.strictObject({
  reference: z.string().regex(/^EB-\d{4}-\d{4}$/),
  /** Swedish wall-clock time, `2025-10-25T19:12`. */
  receivedAt: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/),
  /** `completion`: the household adds to what it has sent; a file of its own for the same persons. */
  kind: z.enum(["first", "renewal", "supplement", "completion"]),
  month,
  appliesFrom: date.optional(),
  persons: z
    .array(
      z.strictObject({
        person: key,
        signedOn: date.optional(),
        daysInHome: z.int().min(0).max(31).optional(),
        lunchAway: z.boolean().optional(),
        school: z.enum(["preschool", "compulsory", "upper-secondary", "none"]).optional(),
      }),
    )
    .min(1),
  address: z.strictObject({ street: text, postalCode: z.string().regex(/^\d{3} \d\d$/), city: text }),
  personsInHome: z.int().min(1).max(30),
  sharesHome: z.boolean().optional(),
  householdChanged: z.boolean().optional(),
  costs: z.array(z.strictObject({ label: text, amountOre: ore, note: text.optional() })),
  declaredIncomes: z.array(
    z.strictObject({ person: key, label: text, amountOre: ore.optional(), paidOn: date.optional() }),
  ),
  declaredBenefits: z.array(text),
  pendingBenefits: z.boolean().optional(),
  hasAssets: z.boolean().optional(),
  staysInMunicipality: z.boolean().optional(),
  accountUnchanged: z.boolean().optional(),
  message: z.string().max(4000).optional(),
  attachments: z.array(
    z.strictObject({
      name: text,
      label: text,
      costRow: z
        .string()
        .regex(/^k\d+$/)
        .optional(),
      document: documentSpec,
    }),
  ),
});

const payment = z.strictObject({
  benefit: text,
  part: text,
  from: date,
  to: date,
  paidOn: date,
  /** Absent where the agency does not say: the unemployment funds give the net only. */
  grossOre: ore.optional(),
  taxOre: ore.optional(),
  deductions: z.array(z.strictObject({ code: z.string().regex(/^[A-Z]{2,3}$/), amountOre: ore })).default([]),
  netOre: ore,
  state: z.enum(["paid", "preliminary"]).default("paid"),
  type: z.enum(["month", "day", "retro"]).default("month"),
});

const agencyHolds = z.strictObject({
  payments: z.array(payment).default([]),
  facts: z.array(z.strictObject({ label: text, value: text })).default([]),
  protectedMark: z.boolean().default(false),
  /** The agency answers with this error on every day before `before`. */
  error: z.strictObject({ code: text, source: z.enum(["SSBT", "BT"]), before: date }).optional(),
});

const agencyAnswers = z.strictObject({
  FK: agencyHolds,
  SO: agencyHolds,
  CSN: agencyHolds,
  AF: agencyHolds,
  SKV: agencyHolds,
  TNS: agencyHolds,
  MIV: agencyHolds,
});

const registerHolds = z.strictObject({
  relations: z.array(z.strictObject({ person: key, relation: z.enum(["Spouse", "Child", "Guardian"]) })).default([]),
  lastChange: date.optional(),
  deceasedOn: date.optional(),
  protected: z.boolean().default(false),
  /** Where it differs from the application's address. */
  address: z.strictObject({ street: text, postalCode: z.string(), city: text }).optional(),
  municipality: text.default("Exempelköping"),
});

const caseRecord = z.strictObject({
  kind: z.enum(["calculation", "decision", "payment", "journal"]),
  month,
  reference: z.string(),
  amountOre: signedOre.optional(),
  outcome: text.optional(),
  rows: z.array(z.strictObject({ label: text, amountOre: signedOre })).optional(),
  payOn: date.optional(),
  text: z.string().optional(),
  registeredOn: date,
  sign: text,
});

const caseFile = z.strictObject({
  caseNumber: z.string().regex(/^A-\d{4}$/),
  persons: z.array(key).min(1),
  previous: z
    .strictObject({
      month,
      rows: z.array(
        z.strictObject({
          kind: z.enum(["norm", "cost", "income"]),
          person: key.optional(),
          label: text,
          amountOre: ore,
          /** What was counted, where it is not the amount (a disregard). */
          countedOre: ore.optional(),
        }),
      ),
      /** Means less need: a deficit is negative. */
      balanceOre: signedOre,
    })
    .optional(),
  standingApprovals: z.array(z.strictObject({ label: text, amountOre: ore, until: date, graceUntil: date.optional() })),
  standingFacts: z.array(
    z.strictObject({
      label: text,
      person: key.optional(),
      /** Of a visiting agreement: the days a month, and what is decided of the common costs. */
      days: z.int().min(1).max(31).optional(),
      commonCost: z.enum(["counted", "not-counted"]).optional(),
      from: date,
      until: date,
    }),
  ),
  plans: z.array(
    z.strictObject({
      person: key,
      label: text,
      from: date,
      to: date,
      followed: z.boolean(),
      certificateUntil: date.optional(),
    }),
  ),
  history: z.array(z.strictObject({ month, person: key.optional(), outcome: text, municipality: text.optional() })),
  earnings: z.array(z.strictObject({ person: key, month, netOre: ore })),
  account: z.strictObject({ masked: text, unchangedSince: month }).optional(),
  records: z.array(caseRecord).default([]),
});

/** What is expected of a household on a day: what the machine should conclude, never what it is told. */
const expected = z.strictObject({
  outcome: z.enum(["prefilled", "referred", "waiting"]),
  reasons: z.array(z.string()),
  amountOre: ore.nullable(),
});

/** The inputs of the sum in the sample month, for a separate adder. Amounts in öre. */
const arithmetic = z.strictObject({
  adults: z.enum(["single", "couple"]),
  /** One entry per child: its age on the first of the month, and whether it eats lunch at preschool. */
  children: z.array(z.strictObject({ age: z.int().min(0).max(20), lunchAway: z.boolean().default(false) })),
  /** Persons in the home where one member of a shared home applies alone. */
  sharedBy: z.int().min(2).optional(),
  costsOre: ore,
  countedIncomeOre: ore,
  /** The figure after the arrow; negative for a surplus. */
  resultOre: signedOre,
});

/** One household of the simulated municipality: what the systems hold about it, and what should come of it. */
export const householdSchema = z.strictObject({
  schema: z.literal("simulated-household.v1"),
  id: z.string().regex(/^\d\d$/),
  title: text,
  persons: z.array(person).min(1),
  /** Absent for persons known only to the register. */
  application,
  agencies: z.record(key, agencyAnswers),
  register: z.record(key, registerHolds),
  /** Null where the municipality has never met the household. */
  caseSystem: caseFile.nullable(),
  /** Faults that are armed when the household moves in. */
  faults: z
    .array(
      z.strictObject({
        system: text,
        kind: text,
        page: text.optional(),
        times: z.int().min(1),
        skip: z.int().min(0).optional(),
      }),
    )
    .default([]),
  arithmetic: arithmetic.optional(),
  expected: expected.extend({
    /** Whether the scripted caseworker of the sample run approves. */
    approve: z.boolean(),
    /** What the scripted caseworker lets the applicant comment on once the case is referred (FL 25 §). */
    communicate: z.strictObject({ text, answerDays: z.int().min(1).max(30) }).optional(),
    /** What happens on the way, in order and with its day, where it is more than one step. */
    path: z.array(expected.extend({ on: date })).optional(),
  }),
});

export type Household = z.output<typeof householdSchema>;
export type Person = Household["persons"][number];
export type DocumentSpec = z.output<typeof documentSpec>;
export type AgencyKey = keyof z.output<typeof agencyAnswers>;
export type AgencyPayment = z.output<typeof payment>;
export type AgencyHolds = z.output<typeof agencyHolds>;
export type CaseFileData = z.output<typeof caseFile>;
