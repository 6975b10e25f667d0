import { expect, test } from "vitest";
import { auditEventSchema, type OpenDetails } from "../../contracts/audit-event.js";
import type { AuditAction } from "../../contracts/codes/audit-actions.js";
import { logEntry } from "./log-entry.js";

const staffId = "5f4a2f1e-0c0b-4a55-9f0a-3c1f5b2d7e90";
const toldOf = (action: AuditAction, details: OpenDetails) =>
  logEntry(
    auditEventSchema.parse({
      schema: "skalig.event.v1",
      seq: 7,
      at: "2025-10-27T07:14:02.000Z",
      action,
      actor: { kind: "staff", id: staffId, role: "caseworker" },
      details,
    }),
    { staff: new Map([[staffId, "Amina Sandberg"]]), verification: null, changed: new Set(), isRestricted: false },
  ).details;

test("a search is told of with its purpose, what it went by and how many it showed, also where that is none", () => {
  const hits = ["0b6a0c9e-5a0f-4a55-9f0a-3c1f5b2d7e01", "0b6a0c9e-5a0f-4a55-9f0a-3c1f5b2d7e02"];
  const details = { purpose: "inquiry", kind: "personal-number" };
  expect(toldOf("case.searched", { ...details, hits })).toEqual([
    { label: "Träffar", value: "2" },
    { label: "Slag", value: "personnummer" },
    { label: "Ändamål", value: "Svara på en fråga från den sökande" },
  ]);
  expect(toldOf("case.searched", { ...details, hits: [] })).toContainEqual({ label: "Träffar", value: "0" });
});

test("a reading is told of with its seconds, whether the letter was seen, and what it ended with", () => {
  expect(toldOf("case.read", { seconds: 43, letterSeen: false, ended: "read-anew" })).toEqual([
    { label: "Slutade med", value: "lästes på nytt" },
    { label: "Brevet visades", value: "nej" },
    { label: "Sekunder på skärmen", value: "43" },
  ]);
});

test("an answer by word of mouth is told of as one", () => {
  expect(toldOf("communication.answered", { answeredOn: "2025-10-27", orally: true })).toEqual([
    { label: "Svarade", value: "2025-10-27" },
    { label: "Muntligt", value: "ja" },
  ]);
});
