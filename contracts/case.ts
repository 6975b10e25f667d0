import { z } from "zod";
import {
  historyMonthSchema,
  previousLineSchema,
  planningSchema,
  assetSchema,
  otherDocumentSchema,
  flagsSchema,
  completionSchema,
  linkedApplicationSchema,
  settledSchema,
  manualNormSchema,
} from "./case-circumstances.js";
import { costTypeSchema, proofSchema } from "./codes/costs.js";
import { deductionTypeSchema, incomeTypeSchema } from "./codes/incomes.js";
import { sources, sourceSchema, sourceStatusSchema } from "./codes/sources.js";
import { localDateSchema, monthSchema } from "./dates.js";
import { field, id } from "./documented-field.js";
import { oreSchema, signedOreSchema } from "./money.js";

/** How many rows a case has room for; the members are also the most that may live in the home. */
export const caseLimits = { members: 30, costs: 60, incomes: 300 } as const;

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
          days: field(
            z.int().min(0).max(31).exactOptional(),
            "Avtalade dagar i månaden; saknas när avtalet inte anger dem",
            "Agreed days in the month; absent where the agreement does not say",
            10,
          ),
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
      { from: "2025-01-01", to: "2025-12-31", days: 10, commonCost: "not-counted" },
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
    billed: field(
      z
        .strictObject({
          from: field(localDateSchema, "Räkningens tid börjar", "The bill's time starts", "2025-09-01"),
          to: field(localDateSchema, "Räkningens tid slutar", "The bill's time ends", "2025-11-30"),
          dueOn: field(localDateSchema.exactOptional(), "Ska betalas senast", "To be paid by", "2025-11-28"),
        })
        .refine(({ from, to }) => from <= to, { message: "Tiden slutar innan den börjar.", path: ["to"] })
        .exactOptional(),
      "Tiden som räkningen gäller; saknas när den gäller månaden",
      "The time the bill is for; absent where it is for the month",
      { from: "2025-09-01", to: "2025-11-30", dueOn: "2025-11-28" },
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

/** A case as the rulebook sees it. **An absent key means unknown, never zero or false.** */
export const caseSchema = z
  .strictObject({
    schema: z.literal("skalig.case.v1"),
    benefitMonth: field(monthSchema, "Månaden biståndet gäller", "Benefit month", "2025-11"),
    today: field(localDateSchema, "Dagens datum", "Today's date", "2025-10-27"),
    kind: field(z.enum(["first", "renewal", "supplement"]), "Slag av ansökan", "Kind of application", "renewal"),
    appliedOn: field(localDateSchema, "Inkom", "Received", "2025-10-27"),
    household: z.strictObject({
      sizeInHome: field(
        z.int().min(1).max(caseLimits.members).exactOptional(),
        "Antal personer i hemmet",
        "Persons in the home",
        3,
      ),
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
      members: z.array(memberSchema).min(1).max(caseLimits.members),
    }),
    costs: z.array(costSchema).max(caseLimits.costs),
    incomes: z.array(incomeSchema).max(caseLimits.incomes),
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
    documents: field(
      z.array(otherDocumentSchema).max(100).exactOptional(),
      "Underlag som inte styrker någon rad; saknas när det inte finns några underlag",
      "Documents that show no line; absent where there are no documents",
      [{ id: "d1", kind: "bank-statement", state: "read" }],
    ),
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
    completions: field(
      z.array(completionSchema).max(40).exactOptional(),
      "Kompletteringar som är begärda enligt FL 23 §; saknas när ingen är begärd",
      "Completions asked for under FL 23 §; absent where none is",
      [{ answerBy: "2025-11-03", answered: false }],
    ),
    linkedApplications: field(
      z.array(linkedApplicationSchema).max(40).exactOptional(),
      "Fler ansökningar för månaden; saknas när det bara finns en",
      "More applications for the month; absent where there is only one",
      [{ id: "s1", receivedOn: "2025-10-29", from: "household" }],
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
          message: "Två personer har samma beteckning.",
        });
      seen.add(member.id);
    });
    const applicants = value.household.members.filter((member) => member.role === "applicant").length;
    if (applicants !== 1)
      context.addIssue({
        code: "custom",
        path: ["household", "members"],
        message: "Hushållet ska ha precis en sökande.",
      });
    if (value.household.members.filter((member) => member.role === "co-applicant").length > 1)
      context.addIssue({
        code: "custom",
        path: ["household", "members"],
        message: "Hushållet kan ha högst en medsökande.",
      });
    const lines = new Set<string>();
    for (const key of ["costs", "incomes"] as const)
      value[key].forEach((line, index) => {
        if (lines.has(line.id))
          context.addIssue({ code: "custom", path: [key, index, "id"], message: "Två rader har samma beteckning." });
        lines.add(line.id);
        if (line.memberId !== undefined && !seen.has(line.memberId))
          context.addIssue({
            code: "custom",
            path: [key, index, "memberId"],
            message: "Personen finns inte i hushållet.",
          });
      });
  })
  .meta({ id: "Case", title: "skalig.case.v1" });

/** A validated case. */
export type Case = z.output<typeof caseSchema>;
/** A case as it is written in a file, before it is validated. */
export type CaseInput = z.input<typeof caseSchema>;
