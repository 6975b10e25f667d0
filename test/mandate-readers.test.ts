import { afterEach, beforeEach, expect, test } from "vitest";
import { createDecisionActivities } from "../activities/decide.js";
import { alwaysInForce } from "../activities/packs-in-force.js";
import { createApi } from "../api/create-api.js";
import { storeCase } from "../api/test-support/a-household.js";
import { startTestApi, type TestApi } from "../api/test-support/test-api.js";
import { append } from "../audit/append.js";
import { createPreview } from "../cli/serve/letter-preview.js";
import { createRulesInForce } from "../cli/serve/rules-port.js";
import { sampleMunicipality } from "../cli/serve/sample-municipality.js";
import { caseViewSchema } from "../contracts/api/case-view.js";
import { questionAnswerSchema } from "../contracts/api/saved-questions.js";
import { localDate } from "../contracts/dates.js";
import type { DelegationItem, Packs } from "../contracts/rule-pack.js";
import { samplePacks } from "../rules/index.js";
import { addDecisionRequest, recordDecision } from "../store/decisions.js";
import { testActor } from "../store/test-support/test-store.js";

// The case is a grant of 6 190 kr, decided on 27 October 2025 by a caseworker.
const computedOre = 619_000;
const decidedOn = localDate("2025-10-27");

let api: TestApi;
let caseworker: Awaited<ReturnType<TestApi["signIn"]>>;
let auditor: Awaited<ReturnType<TestApi["signIn"]>>;
beforeEach(async () => {
  api = await startTestApi();
  caseworker = await api.signIn(["caseworker"]);
  auditor = await api.signIn(["auditor"]);
});
afterEach(() => api.stop());

const withGrants = (change: (item: DelegationItem) => DelegationItem): Packs => {
  const { municipal } = samplePacks;
  if (municipal === undefined) throw new Error("The sample municipality has an overlay.");
  const isGrant = (item: DelegationItem): boolean =>
    item.item === "3.2" && item.role === "caseworker" && item.to === undefined;
  const delegation = municipal.delegation.map((item) => (isGrant(item) ? change(item) : item));
  return { ...samplePacks, municipal: { ...municipal, delegation } };
};

test.each<[what: string, change: (item: DelegationItem) => DelegationItem, item: string | undefined]>([
  ["as adopted", (item) => item, "3.2"],
  ["to exactly the amount", (item) => ({ ...item, upToOre: computedOre }), "3.2"],
  ["to one öre less", (item) => ({ ...item, upToOre: computedOre - 1 }), undefined],
  ["to the day before", (item) => ({ ...item, to: localDate("2025-10-26") }), undefined],
  ["from the day after", (item) => ({ ...item, from: localDate("2025-10-28") }), undefined],
  ["for another role", (item) => ({ ...item, role: "team-lead" }), undefined],
  ["for other outcomes", (item) => ({ ...item, outcomes: ["refused"] }), undefined],
  ["under another number", (item) => ({ ...item, item: "9.9" }), "9.9"],
])("an order that lets caseworkers grant %s is read alike by button, decision, letter and report", async (...row) => {
  const [, change, item] = row;
  const inForce = alwaysInForce(withGrants(change));
  const { store, deps } = api;
  const { caseId } = await storeCase(store, { reference: "T-1" });
  const app = await createApi({ ...deps, rulesInForce: createRulesInForce(inForce, deps.clock) });

  const shown = await app.inject({ url: `/api/cases/${caseId}`, headers: caseworker.headers });
  const { mandate, blockers } = caseViewSchema.parse(shown.json()).shown.proposal;
  expect(mandate.sufficient).toBe(item !== undefined);
  expect(mandate.text).toContain(item === undefined ? "räcker inte" : `punkt ${item}`);
  expect(blockers.map(({ code }) => code)).toEqual(item === undefined ? ["mandate-missing"] : []);

  const preview = createPreview({
    store,
    packsInForce: inForce,
    municipality: sampleMunicipality.letters,
    today: deps.today,
  });
  const letter = JSON.stringify(
    await preview({ caseId, viewer: { staffId: caseworker.staffId, roles: ["caseworker"] } }),
  );
  expect(letter.includes("den som beslutar")).toBe(item === undefined);
  if (item !== undefined) expect(letter).toContain(`punkt ${item} i`);

  const ask = () =>
    store.transaction(async (tx) => {
      const own = { caseId, sequence: 1, shownHash: "0".repeat(64), draft: { outcome: "granted" } } as const;
      const requestId = await addDecisionRequest(tx, { ...own, by: caseworker.staffId, conflictDeclared: true });
      await append(tx, { action: "decision.requested", caseId, actor: testActor });
      return requestId;
    });
  const activities = createDecisionActivities({ store, packsInForce: inForce, today: deps.today });
  expect(await activities.recordDecision({ caseId, requestId: await ask() })).toMatchObject(
    item === undefined ? { result: "refused", code: "mandate-missing" } : { result: "recorded" },
  );

  // Where the order gives no mandate, the report must find a decision that was recorded all the same.
  if (item === undefined) {
    const requestId = await ask();
    await store.transaction(async (tx) => {
      const decision = { outcome: "granted", amountOre: computedOre, delegationItem: "3.2", hearing: "none" } as const;
      await recordDecision(tx, { ...decision, requestId, decidedOn });
      await append(tx, { action: "decision.recorded", caseId, actor: testActor });
    });
  }
  const answered = await app.inject({
    url: "/api/audit/questions/delegated-decisions?from=2025-10-01",
    headers: auditor.headers,
  });
  const reported = questionAnswerSchema.parse(answered.json()).rows.find((one) => one.caseId === caseId);
  expect(reported).toMatchObject({ stands: item === undefined });
  expect(reported?.cells.at(0)).toBe(item ?? "3.2");
  expect(reported?.cells.at(-1)).toBe(item === undefined ? "nej, ingen punkt gäller" : "ja, antagen 2025-06-11 § 64");
  await app.close();
});
