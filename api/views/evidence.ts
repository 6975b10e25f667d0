import type { EvidenceView, ReadField } from "../../contracts/api/case-view.js";
import { sources } from "../../contracts/codes/sources.js";
import { documentKinds, type ReadField as StoredField } from "../../contracts/document-reading.js";
import type { EvidenceId } from "../../contracts/ids.js";
import { formatKronor } from "../../contracts/money.js";
import type { EvidenceEntry } from "../../store/evidence.js";
import type { CaseFacts } from "./case-facts.js";

const portals: Readonly<Record<EvidenceEntry["portal"], string>> = {
  "e-service": "e-tjänsten",
  agencies: "myndigheternas sammansatta tjänst",
  register: "folkbokföringen",
  "case-system": "verksamhetssystemet",
};

const fieldNames: Readonly<Record<string, string>> = {
  amountDueOre: "Att betala",
  amountPaidOre: "Betalt",
  dueDate: "Förfaller",
  period: "Avser",
  periodFrom: "Från och med",
  periodTo: "Till och med",
  ocrNumber: "OCR-nummer",
  bankgiro: "Bankgiro",
  tenantName: "Hyresgäst",
  customerName: "Kund",
  policyholderName: "Försäkringstagare",
  memberName: "Medlem",
  holderName: "Kontohavare",
  employeeName: "Anställd",
  patientName: "Patient",
  personalNumber: "Personnummer",
  grossOre: "Brutto",
  taxOre: "Skatt",
  netOre: "Netto",
  paidOn: "Utbetalt",
  openingBalanceOre: "Ingående saldo",
  closingBalanceOre: "Utgående saldo",
  amountOre: "Belopp",
  balanceOre: "Saldo",
  date: "Datum",
  text: "Text",
  label: "Post",
  swish: "Swish",
};

const nameOf = (name: string): string => {
  const [, row, part] = /^rows\.(\d+)\.(\w+)$/.exec(name) ?? [];
  if (row === undefined || part === undefined) return fieldNames[name] ?? name;
  return `Rad ${String(Number(row) + 1)}: ${(fieldNames[part] ?? part).toLowerCase()}`;
};

const valueOf = ({ name, value }: StoredField): string => {
  if (typeof value === "number" && name.endsWith("Ore")) return formatKronor(value);
  return name.endsWith(".swish") ? "insättning" : String(value);
};

const fieldView = (field: StoredField): ReadField => ({
  name: nameOf(field.name),
  value: valueOf(field),
  confidence: field.confidence,
  accepted: field.accepted,
  page: field.page,
  region: field.region,
});

/** Personal numbers are on the document itself; they are not repeated beside it. */
const isShown = ({ name }: StoredField): boolean => !name.endsWith("personalNumber");

const titleOf = (entry: EvidenceEntry, facts: CaseFacts): string => {
  const document = facts.documents.find(({ evidenceId }) => evidenceId === entry.id);
  if (document !== undefined)
    return document.reading === undefined ? document.name : documentKinds[document.reading.kind].title;
  const used = facts.sourceReadings.filter(({ evidence }) => evidence.includes(entry.id));
  const [only] = used;
  if (used.length === 1 && only !== undefined) return `Svar från ${sources[only.source].title}`;
  switch (entry.portal) {
    case "agencies":
      return "Svar från myndigheterna";
    case "register":
      return "Uppgift ur folkbokföringen";
    case "case-system":
      return "Uppgift ur verksamhetssystemet";
    case "e-service":
      return "Ansökan i e-tjänsten";
  }
};

/** The evidence of a case as it is listed: what was read in it and where it comes from, never its bytes. */
export const evidenceOf = (facts: CaseFacts, { canDraw }: { readonly canDraw: boolean }): EvidenceView[] =>
  facts.evidence.map((entry) => ({
    id: entry.id,
    title: titleOf(entry, facts),
    kind: entry.kind,
    mediaType: entry.mediaType,
    source: portals[entry.portal],
    fetchedAt: entry.takenAt,
    botVersion: `robot för ${portals[entry.portal]} ${entry.botVersion}`,
    sha256: entry.sha256,
    fields: (facts.documents.find(({ evidenceId }) => evidenceId === entry.id)?.reading?.fields ?? [])
      .filter(isShown)
      .map(fieldView),
    hasPagePictures: canDraw && entry.mediaType === "application/pdf",
  }));

/** Pictures first: they are what a person wants to see. */
const picturesFirst = (ids: readonly EvidenceId[], facts: CaseFacts): EvidenceId[] => {
  const isPage = (id: EvidenceId): boolean => facts.evidence.find((one) => one.id === id)?.kind === "page";
  return ids.toSorted((one, other) => Number(isPage(one)) - Number(isPage(other)));
};

/** What one source said of one member. */
export const evidenceOfSource = (
  facts: CaseFacts,
  { source, memberId }: { readonly source: string; readonly memberId: string },
): EvidenceId[] =>
  picturesFirst(
    facts.sourceReadings
      .filter((reading) => reading.source === source && reading.memberId === memberId)
      .flatMap(({ evidence }) => evidence),
    facts,
  );

/** Documents of a kind, or those that were handed in for a row of the application. */
export const evidenceOfDocuments = (
  facts: CaseFacts,
  { kinds, row }: { readonly kinds: readonly string[]; readonly row?: string },
): EvidenceId[] =>
  facts.documents
    .filter(
      ({ declaredKind, declaredRow, reading }) =>
        (row !== undefined && declaredRow === row) || kinds.includes(reading?.kind ?? declaredKind),
    )
    .map(({ evidenceId }) => evidenceId);

/** What the case system showed. */
export const evidenceOfCaseFile = (facts: CaseFacts): EvidenceId[] =>
  picturesFirst(facts.caseFile?.evidence ?? [], facts);
