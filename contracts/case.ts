import { z } from "zod";
import { costTypeSchema, proofSchema } from "./codes/costs.js";
import { deductionTypeSchema, incomeTypeSchema } from "./codes/incomes.js";
import { reasonSchema } from "./codes/reasons.js";
import { sources, sourceSchema, sourceStatusSchema } from "./codes/sources.js";
import { localDateSchema, monthSchema } from "./dates.js";
import { oreSchema, signedOreSchema } from "./money.js";

/**
 * Documents a field in both languages with an example; the published JSON Schema carries all three.
 * Others feed the rulebook their own cases, so the field descriptions are part of the interface.
 */
const field = <T extends z.ZodType>(schema: T, sv: string, en: string, example: unknown): T =>
  schema.meta({ description: `${sv} / ${en}`, examples: [example] });

const id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

/** A person the calculation concerns. */
export const memberSchema = z
  .strictObject({
    id: field(id, "Beteckning inom ärendet", "Id within the case", "a"),
    role: field(
      z.enum(["applicant", "co-applicant", "child", "visiting-child"]),
      "Roll i hushållet; medsökande är sambo",
      "Role in the household; a co-applicant is a cohabiting partner",
      "applicant",
    ),
    birthDate: field(localDateSchema, "Födelsedatum", "Date of birth", "1990-05-02"),
    days: field(
      z.int().min(0).max(31).exactOptional(),
      "Dagar i hemmet under månaden",
      "Days in the home in the month",
      30,
    ),
    lunchAway: field(
      z.boolean().exactOptional(),
      "Äter lunch i förskola fem dagar i veckan (0–6 år)",
      "Eats lunch at preschool five days a week (0–6 years)",
      false,
    ),
    pupil: field(
      z.enum(["preschool", "compulsory", "upper-secondary", "none"]).exactOptional(),
      "Skolform",
      "School form",
      "compulsory",
    ),
    agreement: field(
      z
        .strictObject({
          from: field(localDateSchema, "Gäller från", "Valid from", "2025-01-01"),
          to: field(localDateSchema, "Gäller till", "Valid to", "2025-12-31"),
          commonCost: field(
            z.enum(["counted", "not-counted"]).exactOptional(),
            "Om barnet räknas i de gemensamma kostnaderna, när en handläggare har bestämt det",
            "Whether the child is in the common costs, where a caseworker has decided it",
            "not-counted",
          ),
        })
        .exactOptional(),
      "Stående avtal om umgänge",
      "Standing agreement on visits",
      { from: "2025-01-01", to: "2025-12-31", commonCost: "not-counted" },
    ),
  })
  .meta({ id: "Member" });
export type Member = z.output<typeof memberSchema>;

/** A cost the household asks for. */
export const costSchema = z
  .strictObject({
    id: field(id, "Beteckning", "Id", "k1"),
    type: field(costTypeSchema, "Kostnadsslag", "Kind of cost", "rent"),
    memberId: field(id.exactOptional(), "Vem kostnaden gäller", "Whom the cost concerns", "a"),
    appliedOre: field(oreSchema, "Sökt belopp i öre", "Applied amount in öre", 640000),
    lastApprovedOre: field(
      oreSchema.exactOptional(),
      "Godkänt förra månaden i öre; saknas om okänt",
      "Approved last month in öre; absent when unknown",
      640000,
    ),
    proof: field(proofSchema.exactOptional(), "Hur kostnaden är styrkt", "How the cost is shown", "standing"),
    documentOre: field(
      oreSchema.exactOptional(),
      "Belopp på underlaget i öre",
      "Amount on the document in öre",
      640000,
    ),
    standingUntil: field(
      localDateSchema.exactOptional(),
      "Stående godkännande gäller till",
      "The standing approval is valid to",
      "2026-03-31",
    ),
    graceUntil: field(localDateSchema.exactOptional(), "Rådrum till", "Period of grace to", "2026-01-31"),
    assessedOre: field(
      oreSchema.exactOptional(),
      "Belopp som en handläggare har godkänt",
      "Amount a caseworker has approved",
      640000,
    ),
  })
  .meta({ id: "Cost" });
export type Cost = z.output<typeof costSchema>;

/** A deduction made by the payer before payment. */
export const deductionSchema = z
  .strictObject({
    type: field(deductionTypeSchema, "Avdragsslag", "Kind of deduction", "set-off"),
    amountOre: field(oreSchema, "Belopp i öre", "Amount in öre", 50000),
  })
  .meta({ id: "Deduction" });

/** A payment to a member. */
export const incomeSchema = z
  .strictObject({
    id: field(id, "Beteckning", "Id", "i1"),
    memberId: field(id, "Vem som fick betalningen", "Who received the payment", "a"),
    type: field(incomeTypeSchema, "Inkomstslag", "Kind of income", "activity-support"),
    source: field(
      z.enum([...(Object.keys(sources) as [keyof typeof sources]), "document", "applicant", "caseworker"]),
      "Var uppgiften kommer från",
      "Where the fact comes from",
      "FK",
    ),
    declared: field(z.boolean().exactOptional(), "Uppgiven av den sökande", "Declared by the applicant", true),
    from: field(localDateSchema.exactOptional(), "Perioden börjar", "Period starts", "2025-10-01"),
    to: field(localDateSchema.exactOptional(), "Perioden slutar", "Period ends", "2025-10-31"),
    paidOn: field(localDateSchema.exactOptional(), "Utbetalningsdag", "Payment date", "2025-10-24"),
    grossOre: field(oreSchema.exactOptional(), "Brutto i öre", "Gross in öre", 700000),
    taxOre: field(oreSchema.exactOptional(), "Skatt i öre", "Tax in öre", 180000),
    deductions: field(
      z.array(deductionSchema).exactOptional(),
      "Andra avdrag än skatt",
      "Deductions other than tax",
      [],
    ),
    netOre: field(oreSchema, "Utbetalt belopp i öre", "Amount paid in öre", 520000),
    preliminary: field(z.boolean().exactOptional(), "Preliminär utbetalning", "Preliminary payment", false),
    retroactive: field(z.boolean().exactOptional(), "Retroaktiv utbetalning", "Retroactive payment", false),
    proof: field(
      proofSchema.exactOptional(),
      "Hur en inkomst som den sökande har uppgett är styrkt",
      "How an income that the applicant has declared is shown",
      "document",
    ),
    documentOre: field(
      oreSchema.exactOptional(),
      "Utbetalt enligt underlaget i öre",
      "Paid by the document in öre",
      960000,
    ),
    lastCountedOre: field(
      oreSchema.exactOptional(),
      "Räknat förra månaden i öre; saknas om okänt",
      "Counted last month in öre; absent when unknown",
      520000,
    ),
    assessed: field(
      z.enum(["counts", "does-not-count"]).exactOptional(),
      "Handläggares bedömning",
      "A caseworker's assessment",
      "counts",
    ),
    printedAs: field(
      z.string().max(200).exactOptional(),
      "Benämning hos källan",
      "Name at the source",
      "Aktivitetsstöd",
    ),
  })
  .meta({ id: "Income" });
export type Income = z.output<typeof incomeSchema>;

/** One month of the decision history. */
export const historyMonthSchema = z
  .strictObject({
    month: field(monthSchema, "Månad", "Month", "2025-10"),
    memberId: field(id.exactOptional(), "Vem; saknas när det gäller alla vuxna", "Who; absent when all adults", "a"),
    outcome: field(
      z.enum(["granted", "partly-granted", "refused", "emergency", "not-applied"]),
      "Utfall",
      "Outcome",
      "granted",
    ),
    municipality: field(z.string().max(80).exactOptional(), "Annan kommun", "Another municipality", "Grannkommunen"),
  })
  .meta({ id: "HistoryMonth" });

/** A line of last month's calculation. */
export const previousLineSchema = z
  .strictObject({
    kind: field(z.enum(["norm", "cost", "income"]), "Radslag", "Kind of line", "income"),
    type: field(
      z.string().max(40),
      "Norm-, kostnads- eller inkomstslag",
      "Kind of norm row, cost or income",
      "activity-support",
    ),
    memberId: field(id.exactOptional(), "Vem raden gäller", "Whom the line concerns", "a"),
    amountOre: field(oreSchema, "Belopp i öre", "Amount in öre", 520000),
  })
  .meta({ id: "PreviousLine" });

/** An activity plan or a medical certificate. */
export const planningSchema = z
  .strictObject({
    memberId: field(id, "Vem planen gäller", "Whom the plan concerns", "a"),
    kind: field(
      z.enum([
        "job-seeking",
        "work",
        "establishment",
        "sick-leave",
        "sfi",
        "parental-leave",
        "pension",
        "pupil",
        "other",
      ]),
      "Slag",
      "Kind",
      "job-seeking",
    ),
    from: field(localDateSchema, "Gäller från", "Valid from", "2025-07-01"),
    to: field(localDateSchema, "Gäller till", "Valid to", "2025-12-31"),
    followed: field(z.boolean().exactOptional(), "Följs", "Followed", true),
    certificateUntil: field(localDateSchema.exactOptional(), "Läkarintyg till", "Medical certificate to", "2025-12-31"),
  })
  .meta({ id: "Planning" });

/** Something of value. Automation only detects it; a person judges. */
export const assetSchema = z
  .strictObject({
    id: field(id, "Beteckning", "Id", "t1"),
    kind: field(z.enum(["bank", "vehicle", "property", "securities", "company", "other"]), "Slag", "Kind", "vehicle"),
    source: field(z.enum(["applicant", "TNS", "SKV", "document"]), "Källa", "Source", "TNS"),
    valueOre: field(oreSchema.exactOptional(), "Värde i öre", "Value in öre", 2000000),
    knownSince: field(monthSchema.exactOptional(), "Bedömd sedan månad", "Assessed since month", "2025-06"),
  })
  .meta({ id: "Asset" });
export type Asset = z.output<typeof assetSchema>;

/** Facts that are either so or not so. An absent key means that nobody knows. */
export const flagsSchema = z
  .strictObject({
    protectedIdentity: field(z.boolean().exactOptional(), "Skyddade personuppgifter", "Protected identity", false),
    signedByAll: field(z.boolean().exactOptional(), "Undertecknad av alla vuxna", "Signed by every adult", true),
    householdUnchanged: field(
      z.boolean().exactOptional(),
      "Hushållet som i förra beslutet",
      "Household as last decided",
      true,
    ),
    registerUnchanged: field(
      z.boolean().exactOptional(),
      "Folkbokföringen oförändrad",
      "Population register unchanged",
      true,
    ),
    accountUnchanged: field(z.boolean().exactOptional(), "Kontot oförändrat", "Payment account unchanged", true),
    assetsDeclared: field(z.boolean().exactOptional(), "Tillgångar uppgivna", "Assets declared", false),
    pendingBenefits: field(
      z.boolean().exactOptional(),
      "Sökt ersättning som inte är beslutad",
      "A benefit applied for, undecided",
      false,
    ),
    staysInMunicipality: field(z.boolean().exactOptional(), "Vistas i kommunen", "Stays in the municipality", true),
    lawfulResidence: field(z.boolean().exactOptional(), "Uppehållsrätt klarlagd", "Right of residence settled", true),
    messageFromApplicant: field(
      z.boolean().exactOptional(),
      "Oläst meddelande från den sökande",
      "Unread message from the applicant",
      false,
    ),
    otherMunicipality: field(
      z.boolean().exactOptional(),
      "Bistånd från annan kommun i månaden",
      "Assistance from another municipality in the month",
      false,
    ),
  })
  .meta({ id: "Flags" });
export type Flags = z.output<typeof flagsSchema>;

/** Why a reason is settled: a person has looked, and the file says who and why. */
export const settledSchema = z
  .strictObject({
    reason: field(reasonSchema, "Skälet som är avklarat", "The reason that is settled", "undeclared-income"),
    factId: field(id.exactOptional(), "Raden det gäller", "The line it concerns", "i2"),
  })
  .meta({ id: "Settled" });

/** A norm row that a caseworker has entered by hand, with its citation, where no verified table exists. */
export const manualNormSchema = z
  .strictObject({
    personalOre: field(oreSchema, "Personliga kostnader i öre", "Personal costs in öre", 391000),
    commonOre: field(oreSchema, "Gemensamma kostnader i öre", "Common costs in öre", 127000),
    citation: field(z.string().min(5).max(300), "Källa", "Citation", "SFS 2025:468 12 kap. 2 §"),
  })
  .meta({ id: "ManualNorm" });

/** A case as the rulebook sees it. **An absent key means unknown, never zero or false.** */
export const caseSchema = z
  .strictObject({
    schema: z.literal("skalig.case.v1"),
    benefitMonth: field(monthSchema, "Månaden biståndet gäller", "Benefit month", "2025-11"),
    today: field(localDateSchema, "Dagens datum", "Today's date", "2025-10-27"),
    kind: field(z.enum(["first", "renewal", "supplement"]), "Slag av ansökan", "Kind of application", "renewal"),
    appliedOn: field(localDateSchema, "Inkom", "Received", "2025-10-27"),
    household: z.strictObject({
      sizeInHome: field(z.int().min(1).max(30).exactOptional(), "Antal personer i hemmet", "Persons in the home", 3),
      sharesHome: field(
        z.boolean().exactOptional(),
        "Vuxen i hushållsgemenskap utan att vara sambo",
        "Adult in a household community without being a cohabiting partner",
        false,
      ),
      sharesHomeUntil: field(
        localDateSchema.exactOptional(),
        "Fördelningen gäller till",
        "The share is a standing fact to",
        "2026-06-30",
      ),
      members: z.array(memberSchema).min(1).max(30),
    }),
    costs: z.array(costSchema).max(60),
    incomes: z.array(incomeSchema).max(300),
    sources: field(
      z.partialRecord(sourceSchema, sourceStatusSchema),
      "Svar från varje källa; en källa som saknas är okänd",
      "Answer of each source; an absent source is unknown",
      { FK: "read", SO: "nothing-registered" },
    ),
    history: z.array(historyMonthSchema).max(400).exactOptional(),
    earnings: field(
      z
        .array(
          z.strictObject({
            memberId: field(id, "Vem", "Who", "c1"),
            month: field(monthSchema, "Månad lönen betalades ut", "Month the pay was paid", "2025-07"),
            netOre: field(oreSchema, "Lön efter skatt i öre", "Pay after tax in öre", 800000),
            grossOre: field(oreSchema.exactOptional(), "Lön före skatt i öre", "Pay before tax in öre", 1000000),
          }),
        )
        .max(600)
        .exactOptional(),
      "Arbetsinkomster månad för månad",
      "Earnings from work, month by month",
      [{ memberId: "c1", month: "2025-07", netOre: 800000 }],
    ),
    previous: z
      .strictObject({
        month: field(monthSchema, "Månaden beräkningen gällde", "Month of the calculation", "2025-10"),
        lines: z.array(previousLineSchema).max(200),
        balanceOre: field(
          signedOreSchema.exactOptional(),
          "Inkomster minus behov i öre; negativt är ett underskott",
          "Means less need in öre; negative is a deficit",
          -619000,
        ),
      })
      .exactOptional(),
    planning: z.array(planningSchema).max(60).exactOptional(),
    assets: z.array(assetSchema).max(60).exactOptional(),
    flags: flagsSchema,
    communicated: field(
      z
        .strictObject({
          answerBy: field(localDateSchema, "Svar senast", "Answer by", "2025-11-10"),
          answered: field(z.boolean(), "Om svar har kommit", "Whether an answer has come", false),
        })
        .exactOptional(),
      "Kommunicerat enligt FL 25 §: svar senast, och om svar har kommit",
      "Communicated under FL 25 §: answer by, and whether an answer has come",
      { answerBy: "2025-11-10", answered: false },
    ),
    settled: z.array(settledSchema).max(200).exactOptional(),
    manualNorm: manualNormSchema.exactOptional(),
  })
  .superRefine((value, context) => {
    const seen = new Set<string>();
    value.household.members.forEach((member, index) => {
      if (seen.has(member.id))
        context.addIssue({
          code: "custom",
          path: ["household", "members", index, "id"],
          message: "duplicate member id",
        });
      seen.add(member.id);
    });
    const applicants = value.household.members.filter((member) => member.role === "applicant").length;
    if (applicants !== 1)
      context.addIssue({ code: "custom", path: ["household", "members"], message: "exactly one applicant is needed" });
    if (value.household.members.filter((member) => member.role === "co-applicant").length > 1)
      context.addIssue({ code: "custom", path: ["household", "members"], message: "at most one co-applicant" });
    const lines = new Set<string>();
    for (const key of ["costs", "incomes"] as const)
      value[key].forEach((line, index) => {
        if (lines.has(line.id))
          context.addIssue({ code: "custom", path: [key, index, "id"], message: "duplicate line id" });
        lines.add(line.id);
        if (line.memberId !== undefined && !seen.has(line.memberId))
          context.addIssue({ code: "custom", path: [key, index, "memberId"], message: "no such member" });
      });
  })
  .meta({ id: "Case", title: "skalig.case.v1" });

/** A validated case. */
export type Case = z.output<typeof caseSchema>;
/** A case as it is written in a file, before it is validated. */
export type CaseInput = z.input<typeof caseSchema>;
