import { caseSchema, type Case } from "../../../contracts/case.js";
import { localDate } from "../../../contracts/dates.js";
import type { LetterMunicipality } from "../../../contracts/letter.js";
import { receiptSchema, type Receipt } from "../../../contracts/receipt.js";
import { nationalPacks } from "../../packs.js";
import type { DecisionLetterInput } from "../letter-input.js";

/** An invented municipality, as in the sample month. */
export const municipality: LetterMunicipality = {
  name: "Låtsasviks kommun",
  board: "socialnämnden",
  court: "Förvaltningsrätten i Falun",
  contactLines: ["Strandgatan 1, 790 01 Låtsasvik", "0200-00 00 00"],
  phone: "0200-00 00 00",
  dataProtectionContact: "dataskyddsombudet på telefon 0200-00 00 01",
};

/** A single person with activity support, rent and electricity: household 1 of the sample month. */
export const singleCase: Case = caseSchema.parse({
  schema: "skalig.case.v1",
  benefitMonth: "2025-11",
  today: "2025-10-27",
  kind: "renewal",
  appliedOn: "2025-10-27",
  household: { sizeInHome: 1, sharesHome: false, members: [{ id: "a", role: "applicant", birthDate: "1990-05-02" }] },
  costs: [
    { id: "k1", type: "rent", appliedOre: 580_000, lastApprovedOre: 580_000, proof: "standing" },
    { id: "k2", type: "electricity", appliedOre: 41_000, lastApprovedOre: 41_000, proof: "document" },
  ],
  incomes: [
    {
      id: "i1",
      memberId: "a",
      type: "activity-support",
      source: "FK",
      from: "2025-10-01",
      to: "2025-10-31",
      paidOn: "2025-10-24",
      netOre: 520_000,
      preliminary: false,
    },
  ],
  sources: { FK: "read", AF: "read", CSN: "nothing-registered", population: "read" },
  flags: { protectedIdentity: false, signedByAll: true },
});

const sha256 = "3f".repeat(32);

/** What the rulebook said of it. */
export const singleReceipt: Receipt = receiptSchema.parse({
  schema: "skalig.receipt.v1",
  inputHash: sha256,
  rulebook: { version: "2025.1", hash: sha256 },
  packs: [],
  outcome: "prefilled",
  reasons: [],
  readings: {},
  variants: [],
  personalOre: 391_000,
  commonOre: 127_000,
  normOre: 518_000,
  costsOre: 621_000,
  countedIncomeOre: 520_000,
  shortfallOre: 619_000,
  grantOre: 619_000,
  lines: [
    {
      kind: "norm",
      amountOre: 391_000,
      provision: "personal-costs",
      basis: ["12 kap. 2 § SoF (2025:468)"],
      facts: ["household.members.a.role"],
      verified: true,
      text: "Ensamstående vuxen",
    },
    {
      kind: "norm",
      amountOre: 127_000,
      provision: "common-costs",
      basis: ["12 kap. 2 § SoF (2025:468)"],
      facts: ["household.sizeInHome"],
      verified: true,
      text: "Gemensamma kostnader, 1 person",
    },
    {
      kind: "cost",
      amountOre: 580_000,
      provision: "rent",
      basis: ["12 kap. 7 § SoL (2025:400)"],
      facts: ["costs.k1.appliedOre"],
      verified: true,
      text: "Hyra",
    },
    {
      kind: "cost",
      amountOre: 41_000,
      provision: "electricity",
      basis: ["12 kap. 7 § SoL (2025:400)"],
      facts: ["costs.k2.appliedOre"],
      verified: true,
      text: "Hushållsel",
    },
    {
      kind: "income",
      amountOre: 520_000,
      provision: "countable-income",
      basis: ["12 kap. 1 § SoL (2025:400)"],
      facts: ["incomes.i1.netOre"],
      verified: true,
      text: "Aktivitetsstöd, utbetalt 24 oktober 2025",
    },
  ],
  findings: [{ code: "need-exceeds-means", result: "met", provision: "result", basis: ["12 kap. 1 § SoL (2025:400)"] }],
});

/** Everything a letter about it needs. */
export const singleInput: DecisionLetterInput = {
  municipality,
  case: singleCase,
  law: nationalPacks.flatMap(({ legalPeriods }) => legalPeriods),
  caseNumber: "2025-00017",
  recipientLines: ["Åsa Öberg", "Kvarnvägen 12 A", "790 02 Låtsasvik"],
  receipt: singleReceipt,
  outcome: "granted",
  names: { a: "Åsa Öberg" },
  sourcesRead: [
    { source: "FK", readOn: localDate("2025-10-27") },
    { source: "AF", readOn: localDate("2025-10-27") },
    { source: "CSN", readOn: localDate("2025-10-27") },
    { source: "population", readOn: localDate("2025-10-27") },
  ],
  decision: {
    decidedOn: localDate("2025-10-28"),
    amountOre: 619_000,
    decidedBy: { name: "Karin Ek", title: "socialsekreterare" },
    delegationItem: "4.2",
    hearing: "none",
    participants: [],
  },
  payment: { payOn: localDate("2025-10-30"), account: "****1234" },
};
