import { expect, test } from "vitest";
import type { LiveEvent } from "../contracts/api/live-event.js";
import { caseIdSchema } from "../contracts/ids.js";
import { createPresence } from "./presence.js";

const caseId = caseIdSchema.parse("0b6a0c9e-5a0f-4a55-9f0a-3c1f5b2d7e01");

const reader = (staffId: string, name: string) => {
  const heard: LiveEvent[] = [];
  return { staffId, name, heard, tell: (event: LiveEvent) => void heard.push(event) };
};

test("each who has a case open is told of the others, and of their leaving; nobody of themselves in another tab", () => {
  const presence = createPresence();
  const maria = reader("s-1", "Maria Ek");
  const mariasOtherTab = reader("s-1", "Maria Ek");
  const jonas = reader("s-2", "Jonas Berg");
  presence.enter(caseId, maria);
  presence.enter(caseId, mariasOtherTab);
  expect(maria.heard.at(-1)).toEqual({ kind: "also-open", caseId, names: [] });
  const leave = presence.enter(caseId, jonas);
  expect(maria.heard.at(-1)).toEqual({ kind: "also-open", caseId, names: ["Jonas Berg"] });
  expect(jonas.heard.at(-1)).toEqual({ kind: "also-open", caseId, names: ["Maria Ek"] });
  leave();
  expect(mariasOtherTab.heard.at(-1)).toEqual({ kind: "also-open", caseId, names: [] });
});
