import { leafHash } from "../../audit/merkle.js";
import type { LogCategory, LogEntry, VerificationView } from "../../contracts/api/case-log.js";
import type { Actor, AuditEvent, OpenDetails } from "../../contracts/audit-event.js";
import { auditActions, type AuditAction } from "../../contracts/codes/audit-actions.js";
import { reasons } from "../../contracts/codes/reasons.js";
import { roles } from "../../contracts/codes/roles.js";
import { sources } from "../../contracts/codes/sources.js";
import { evidenceIdSchema, type EvidenceId } from "../../contracts/ids.js";
import { decisionRefusals } from "../../contracts/process.js";
import { canonicalJson } from "../../platform/canonical.js";

const reads: ReadonlySet<AuditAction> = new Set(["case.opened", "evidence.opened", "export.made", "log.verified"]);
const sent: ReadonlySet<AuditAction> = new Set(["communication.sent", "letter.delivered", "letter.rendered"]);
const ruled: ReadonlySet<AuditAction> = new Set(["case.assessed", "rule.loaded", "rule.changed"]);

const categoryOf = ({ action, actor }: AuditEvent): LogCategory => {
  if (reads.has(action)) return "reading";
  if (sent.has(action)) return "outgoing";
  if (ruled.has(action)) return "rules";
  return actor.kind === "staff" ? "person" : "robot";
};

const portals: Readonly<Record<string, string>> = {
  "e-service": "e-tjänsten",
  agencies: "myndigheterna",
  register: "folkbokföringen",
  "case-system": "verksamhetssystemet",
};

const actorView = (actor: Actor, staff: ReadonlyMap<string, string>): LogEntry["actor"] => {
  switch (actor.kind) {
    case "bot":
      return { kind: "robot", label: `robot för ${portals[actor.id] ?? actor.id} ${actor.version}` };
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
  answers: "Svar",
  attachments: "Bilagor",
  channel: "Kanal",
  delegationItem: "Delegation, punkt",
  fault: "Fel",
  field: "Uppgift",
  fields: "Avlästa fält",
  findings: "Prövningar",
  from: "Från",
  kind: "Slag",
  linkedAs: "Kopplad som",
  memberId: "Person",
  outcome: "Utfall",
  page: "Sida",
  packs: "Regelpaket",
  reason: "Skäl",
  reasons: "Skäl",
  reference: "Referens",
  refusal: "Därför",
  rulebook: "Regelverk",
  sequence: "Bedömning nr",
  sha256: "Brevets stämpel",
  shown: "Visat innehåll",
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
  prefilled: "klart att besluta",
  referred: "till handläggare",
  waiting: "väntar",
  granted: "bifall",
  "case-system": "verksamhetssystemet",
  "digital-mailbox": "digital brevlåda",
  calculation: "beräkning",
  decision: "beslut",
  payment: "utbetalning",
  journal: "journalanteckning",
  log: "loggen",
  "letter-preview": "förhandsvisat brev",
  me: "sig själv",
  nobody: "ingen",
  text: "textlager",
  ocr: "bild (OCR)",
  first: "första ansökan",
  second: "ytterligare ansökan",
  duplicate: "samma ansökan igen",
};

const statuses: Readonly<Record<string, string>> = {
  read: "svar",
  "nothing-registered": "inget registrerat",
  unavailable: "inget svar",
};

const inWords = (value: string): string => {
  const [source, status] = value.split(":");
  if (source !== undefined && status !== undefined && status in statuses)
    return `${source}: ${statuses[status] ?? status}`;
  return names[value] ?? value;
};

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
    if (value === undefined || label === undefined || (Array.isArray(value) && value.length === 0)) return [];
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

const proofOf = (seq: number, verification: VerificationView | null): LogEntry["proof"] => {
  if (verification === null || seq > verification.events) return "not-checked";
  return verification.firstBroken !== null && seq >= verification.firstBroken.seq ? "broken" : "included";
};

/** One event as an auditor reads it. */
export const logEntry = (
  event: AuditEvent,
  {
    staff,
    verification,
    note,
  }: {
    readonly staff: ReadonlyMap<string, string>;
    readonly verification: VerificationView | null;
    readonly note?: string;
  },
): LogEntry => ({
  seq: event.seq,
  at: event.at,
  action: event.action,
  title: note === undefined ? auditActions[event.action].title : `${auditActions[event.action].title}: ${note}`,
  category: categoryOf(event),
  actor: actorView(event.actor, staff),
  details: detailsOf(event),
  evidenceIds: evidenceOf(event),
  hash: leafHash(canonicalJson(event)).toString("hex"),
  proof: proofOf(event.seq, verification),
});
