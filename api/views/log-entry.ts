import { leafHash } from "../../audit/merkle.js";
import type { LogCategory, LogEntry, VerificationView } from "../../contracts/api/case-log.js";
import { findPurposes } from "../../contracts/api/find.js";
import { savedQuestions } from "../../contracts/api/saved-questions.js";
import { breakageReasons, type Actor, type AuditEvent, type OpenDetails } from "../../contracts/audit-event.js";
import { auditActions, type AuditAction } from "../../contracts/codes/audit-actions.js";
import { reasons } from "../../contracts/codes/reasons.js";
import { roles } from "../../contracts/codes/roles.js";
import { sources, sourceStatusNames, sourceStatusSchema } from "../../contracts/codes/sources.js";
import { deliveryChannels } from "../../contracts/delivery.js";
import { evidenceIdSchema, type EvidenceId } from "../../contracts/ids.js";
import { letterKinds } from "../../contracts/letter.js";
import { portals, standstillCauses } from "../../contracts/portal-state.js";
import { decisionRefusals } from "../../contracts/process.js";
import { canonicalJson } from "../../platform/canonical.js";
import { inSentence } from "./words.js";

const reads: ReadonlySet<AuditAction> = new Set([
  "case.opened",
  "case.listed",
  "case.read",
  "case.searched",
  "evidence.opened",
  "export.made",
  "letter.read",
  "payment-file.opened",
  "log.searched",
  "log.verified",
  "sample.drawn",
]);
const sent: ReadonlySet<AuditAction> = new Set([
  "communication.sent",
  "letter.delivered",
  "letter.intended",
  "letter.opened",
  "letter.rendered",
  "letter.submitted",
  "letter.unclear",
  "payment-file.confirmed",
  "payment-file.made",
  "payment-file.sent",
  "payment-file.unclear",
  "payment.filed",
]);
const ruled: ReadonlySet<AuditAction> = new Set(["case.assessed", "rule.loaded", "rule.changed"]);

const categoryOf = ({ action, actor }: AuditEvent): LogCategory => {
  if (reads.has(action)) return "reading";
  if (sent.has(action)) return "outgoing";
  if (ruled.has(action)) return "rules";
  return actor.kind === "staff" ? "person" : "robot";
};

const robots: Readonly<Record<string, string>> = {
  "e-service": "e-tjänsten",
  agencies: "myndigheterna",
  register: "folkbokföringen",
  "case-system": "verksamhetssystemet",
};

/** "robot för folkbokföringen" */
export const robotLabel = (id: string): string => `robot för ${robots[id] ?? id}`;

const actorView = (actor: Actor, staff: ReadonlyMap<string, string>): LogEntry["actor"] => {
  switch (actor.kind) {
    case "bot":
      return { kind: "robot", label: `${robotLabel(actor.id)} ${actor.version}` };
    case "system":
      return { kind: "system", label: `Skälig ${actor.version}` };
    case "staff": {
      const name = staff.get(actor.id) ?? "okänd person";
      return {
        kind: "person",
        label: actor.role === undefined ? name : `${name}, ${roles[actor.role].title.toLowerCase()}`,
      };
    }
  }
};

const labels: Readonly<Record<string, string>> = {
  among: "Av",
  answerBy: "Svar senast",
  answeredOn: "Svarade",
  answers: "Svar",
  attachments: "Bilagor",
  brokenReason: "Brottet",
  brokenSeq: "Första brottet vid",
  cause: "Orsak",
  channel: "Kanal",
  cutOff: "Kan stoppas till",
  delegationItem: "Delegation, punkt",
  drawn: "Dragna",
  ended: "Slutade med",
  events: "Händelser",
  fault: "Fel",
  field: "Uppgift",
  fields: "Avlästa fält",
  findings: "Prövningar",
  from: "Från",
  head: "Slutvärde",
  hits: "Träffar",
  kind: "Slag",
  letterSeen: "Brevet visades",
  linkedAs: "Kopplad som",
  memberId: "Person",
  messageId: "Betalningsfil",
  ok: "Stämmer",
  orally: "Muntligt",
  openedAt: "Öppnat",
  orders: "Utbetalningar",
  outcome: "Utfall",
  page: "Sida",
  payOn: "Betalas",
  packs: "Regelpaket",
  portal: "System",
  purpose: "Ändamål",
  question: "Fråga",
  reason: "Skäl",
  reasons: "Skäl",
  reference: "Referens",
  refusal: "Därför",
  role: "Roll",
  rulebook: "Regelverk",
  seconds: "Sekunder på skärmen",
  seed: "Frö",
  seq: "Händelse",
  sequence: "Bedömning nr",
  sha256: "Brevets stämpel",
  shown: "Visat innehåll",
  size: "Loggens storlek",
  receipt: "Kvitto",
  source: "Avläst ur",
  sources: "Källor",
  state: "Läge",
  target: "Rad",
  to: "Till",
};

/** Order in which details are shown; the first few are seen in the timeline. */
const order = Object.keys(labels);

const names: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(reasons).map(([code, { title }]) => [code, title])),
  ...Object.fromEntries(Object.entries(sources).map(([code, { title }]) => [code, title])),
  ...Object.fromEntries(Object.entries(decisionRefusals)),
  ...findPurposes,
  ...Object.fromEntries(Object.entries(roles).map(([code, { title }]) => [code, inSentence(title)])),
  ...Object.fromEntries(Object.entries(savedQuestions).map(([code, { title }]) => [code, title])),
  ...Object.fromEntries(Object.entries(standstillCauses).map(([code, { title }]) => [code, title])),
  ...Object.fromEntries(Object.entries(portals).map(([code, { title }]) => [code, title])),
  ...Object.fromEntries(Object.entries(deliveryChannels).map(([code, { title }]) => [code, inSentence(title)])),
  ...Object.fromEntries(Object.entries(letterKinds).map(([code, { title }]) => [code, inSentence(title)])),
  ...breakageReasons,
  prefilled: "klart att besluta",
  referred: "till handläggare",
  waiting: "väntar",
  granted: "bifall",
  "partly-granted": "delvis bifall",
  refused: "avslag",
  discretionary: "bistånd enligt 12 kap. 2 §",
  reduced: "nedsatt",
  recovery: "återkrav",
  left: "lämnades",
  "read-anew": "lästes på nytt",
  decided: "beslut",
  shown: "det som beslutsfattaren såg",
  withdrawn: "återkallad",
  name: "namn",
  "personal-number": "personnummer",
  "case-number": "ärendenummer",
  "case-system": "verksamhetssystemet",
  calculation: "beräkning",
  decision: "beslut",
  payment: "utbetalning",
  journal: "journalanteckning",
  log: "loggen",
  "letter-preview": "förhandsvisat brev",
  "deciding-facts": "vad som avgör",
  rehearsal: "prov av ändrade regler",
  affected: "berörda av ändrade regler",
  "board-report": "rapport till nämnden",
  me: "sig själv",
  nobody: "ingen",
  text: "textlager",
  ocr: "bild (OCR)",
  first: "första ansökan",
  second: "ytterligare ansökan",
  duplicate: "samma ansökan igen",
};

const inWords = (value: string): string => {
  const [source, status] = value.split(":");
  const known = sourceStatusSchema.safeParse(status);
  return source !== undefined && known.success ? `${source}: ${sourceStatusNames[known.data]}` : wordsOf(value);
};

/** A code in words; the code itself where there are none. */
export const wordsOf = (code: string): string => names[code] ?? code;

const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

const valueOf = (value: OpenDetails[string]): string => {
  if (Array.isArray(value)) return value.map(inWords).join(", ");
  if (typeof value === "boolean") return value ? "ja" : "nej";
  const text = String(value);
  return isHash(text) ? `${text.slice(0, 12)}…` : inWords(text);
};

const detailsOf = ({ details }: AuditEvent): LogEntry["details"] =>
  order.flatMap((key) => {
    const value = details[key];
    const label = labels[key];
    if (value === undefined || label === undefined) return [];
    // Which cases a search showed is proved by the event; how many says enough here.
    if (key === "hits") return [{ label, value: String(Array.isArray(value) ? value.length : 1) }];
    if (Array.isArray(value) && value.length === 0) return [];
    return [{ label, value: valueOf(value) }];
  });

const evidenceOf = ({ details }: AuditEvent): EvidenceId[] => {
  const { evidence } = details;
  const ids = Array.isArray(evidence) ? evidence : [evidence];
  return ids.flatMap((id) => {
    const parsed = evidenceIdSchema.safeParse(id);
    return parsed.success ? [parsed.data] : [];
  });
};

const proofOf = (
  seq: number,
  { verification, changed }: Pick<EntryContext, "verification" | "changed">,
): LogEntry["proof"] => {
  // An event that has been changed since it was written is broken whatever an earlier verification said.
  if (changed.has(seq)) return "broken";
  if (verification === null || seq > verification.events) return "not-checked";
  return verification.firstBroken !== null && seq >= verification.firstBroken.seq ? "broken" : "included";
};

/** What is known around an event that is to be read. */
export type EntryContext = {
  readonly staff: ReadonlyMap<string, string>;
  /** The last verification of the log. */
  readonly verification: VerificationView | null;
  /** Numbers of events that differ from the leaf they were stored with. */
  readonly changed: ReadonlySet<number>;
  /** Protected identity: what was done, by whom and when, and nothing more. */
  readonly isRestricted: boolean;
  /** The amount of a decision, which the log keeps sealed. */
  readonly note?: string;
};

/** One event as an auditor reads it. */
export const logEntry = (event: AuditEvent, context: EntryContext): LogEntry => {
  const { staff, isRestricted, note } = context;
  const { title } = auditActions[event.action];
  return {
    seq: event.seq,
    at: event.at,
    action: event.action,
    title: note === undefined || isRestricted ? title : `${title}: ${note}`,
    category: categoryOf(event),
    actor: actorView(event.actor, staff),
    details: isRestricted ? [] : detailsOf(event),
    evidenceIds: isRestricted ? [] : evidenceOf(event),
    hasShown: !isRestricted && event.action === "decision.requested" && event.commitment !== undefined,
    hash: leafHash(canonicalJson(event)).toString("hex"),
    proof: proofOf(event.seq, context),
  };
};
