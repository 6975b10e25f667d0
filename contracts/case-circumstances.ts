import { z } from "zod";
import { reasonSchema } from "./codes/reasons.js";
import { localDateSchema, monthSchema } from "./dates.js";
import { documentKindSchema } from "./document-reading.js";
import { field, id } from "./documented-field.js";
import { oreSchema } from "./money.js";

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

/** What became of a document that shows no line of the application. */
export const documentStateSchema = z.enum([
  "read",
  "rows-unclear",
  "unreadable",
  "doubtful",
  "another-persons",
  "to-read",
]);
export type DocumentState = z.output<typeof documentStateSchema>;

/** What became of a document, in words. */
export const documentStateNames: Readonly<Record<DocumentState, string>> = {
  read: "läst",
  "rows-unclear": "rader osäkra",
  unreadable: "oläsligt",
  doubtful: "motsäger sig självt",
  "another-persons": "gäller någon annan",
  "to-read": "en person läser det",
};

/** A document that shows no cost or income of the application, and what became of it. */
export const otherDocumentSchema = z
  .strictObject({
    id: field(id, "Beteckning inom ärendet", "Id within the case", "d1"),
    kind: field(documentKindSchema, "Slag av underlag", "Kind of document", "bank-statement"),
    state: field(
      documentStateSchema,
      "Läst; rader osäkra; oläsligt; motsäger sig självt; gäller någon annan; en person läser det",
      "Read; rows unclear; unreadable; contradicts itself; somebody else's; for a person to read",
      "read",
    ),
  })
  .meta({ id: "OtherDocument" });
export type OtherDocument = z.output<typeof otherDocumentSchema>;

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
    caseFileRead: field(
      z.boolean().exactOptional(),
      "Akten i verksamhetssystemet är läst",
      "The file in the case system has been read",
      true,
    ),
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

/** Something the applicant was asked to complete (FL 23 §), and whether it came. */
export const completionSchema = z
  .strictObject({
    answerBy: field(localDateSchema, "Svar senast", "Answer by", "2025-11-03"),
    answered: field(z.boolean(), "Om den sökande har kompletterat", "Whether the applicant has completed", false),
    reached: field(
      z.boolean().exactOptional(),
      "Om brevet har nått alla som ska svara; saknas i ärenden från tiden innan det sparades",
      "Whether the letter has reached everyone who is to answer; absent in cases from before it was kept",
      true,
    ),
  })
  .meta({ id: "Completion" });

/** One more application for the same month that came in beside the one the case rests on. */
export const linkedApplicationSchema = z
  .strictObject({
    id: field(id, "Beteckning inom ärendet", "Id within the case", "s1"),
    receivedOn: field(localDateSchema, "Inkom", "Received", "2025-10-29"),
    from: field(
      z.enum(["household", "another-household"]),
      "Samma hushåll, eller ett annat hushåll som en av de vuxna står i",
      "The same household, or another that one of the adults is part of",
      "household",
    ),
  })
  .meta({ id: "LinkedApplication" });

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
