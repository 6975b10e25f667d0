import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { append } from "../audit/append.js";
import { openContent } from "../audit/events.js";
import { caseViewSchema } from "../contracts/api/case-view.js";
import { paymentChangedSchema, paymentsViewSchema } from "../contracts/api/payments-view.js";
import { problemSchema } from "../contracts/api/problem.js";
import { localDate } from "../contracts/dates.js";
import type { CaseId } from "../contracts/ids.js";
import { minuteOn } from "../contracts/payments.js";
import { addDecisionRequest, recordDecision } from "../store/decisions.js";
import { addPaymentFile } from "../store/payment-files.js";
import { currentPayee } from "../store/payees.js";
import { addPaymentOrder, listOrdersOf, openPayee } from "../store/payment-orders.js";
import { testActor } from "../store/test-support/test-store.js";
import { storeCase } from "./test-support/a-household.js";
import { startTestApi, type TestApi } from "./test-support/test-api.js";

// The tests take place on 27 October 2025 at 09:15 by the clock in Sweden.
const before = minuteOn(localDate("2025-10-27"), "14:00");
const after = minuteOn(localDate("2025-10-27"), "09:15");
const explanation = "Kontot behöver kontrolleras med den sökande.";

describe("holding a payment back", () => {
  let api: TestApi;
  let headers: Record<string, string>;
  let staffId: string;
  let caseId: CaseId;
  let hidden: CaseId;

  beforeAll(async () => {
    api = await startTestApi();
    ({ headers, staffId } = await api.signIn(["caseworker"]));
    ({ caseId } = await storeCase(api.store, { reference: "T-1" }));
    ({ caseId: hidden } = await storeCase(api.store, { reference: "T-2", isProtected: true }));
    for (const one of [caseId, hidden]) await order(one);
  });
  afterAll(() => api.stop());
  beforeEach(() => setOrder(caseId, { state: "ready", cutOff: before }));

  const order = (of: CaseId) =>
    api.store.transaction(async (tx) => {
      const requestId = await addDecisionRequest(tx, {
        caseId: of,
        sequence: 1,
        shownHash: "0".repeat(64),
        by: staffId,
        conflictDeclared: true,
        draft: { outcome: "granted" },
      });
      const own = {
        requestId,
        outcome: "granted",
        amountOre: 619_000,
        delegationItem: "3.2",
        hearing: "none",
      } as const;
      const recorded = await recordDecision(tx, { ...own, decidedOn: localDate("2025-10-27") });
      if (recorded === undefined) throw new Error("It was decided before.");
      await addPaymentOrder(tx, {
        caseId: of,
        decisionId: recorded.decision.id,
        reference: `R-${of.slice(0, 8)}`,
        amountOre: 619_000,
        payOn: localDate("2025-10-28"),
        cutOff: before,
        payee: await currentPayee(tx, of),
        state: "ready",
      });
      await append(tx, { action: "payment.ordered", caseId: of, actor: testActor });
    });

  const setOrder = (of: CaseId, values: { readonly state: "ready" | "stopped" | "held"; readonly cutOff: string }) =>
    api.store.transaction(async (tx) => {
      await tx.db
        .updateTable("paymentOrder")
        .set({ state: values.state, cutOff: minuteOn(localDate("2025-10-27"), values.cutOff.slice(11)) })
        .where("caseId", "=", of)
        .execute();
      await append(tx, { action: "payment.moved", caseId: of, actor: testActor });
    });

  const ask = (action: "stop" | "release", as = headers) =>
    api.app.inject({
      method: "POST",
      url: `/api/cases/${caseId}/payment`,
      headers: as,
      payload: { action, explanation },
    });
  const stateNow = async () => (await api.store.read((tx) => listOrdersOf(tx, caseId)))[0]?.state;

  test("stops it before its cut-off, with the reason kept, and lets it go again", async () => {
    expect(paymentChangedSchema.parse((await ask("stop")).json()).state).toBe("stopped");
    const [stopped] = (await api.events("payment.stopped")).slice(-1);
    if (stopped === undefined) throw new Error("Nothing was stopped.");
    expect(await api.store.read((tx) => openContent(tx, stopped))).toEqual({ explanation });
    expect(stopped.actor).toEqual({ kind: "staff", id: staffId, role: "caseworker" });
    expect((await ask("release")).statusCode).toBe(200);
    expect(await stateNow()).toBe("ready");
  });

  test("is refused at the cut-off itself, with why, and nothing changes", async () => {
    await setOrder(caseId, { state: "ready", cutOff: after });
    const response = await ask("stop");
    expect(response.statusCode).toBe(409);
    expect(problemSchema.parse(response.json())).toMatchObject({
      code: "payment-left",
      title: "Betalningsfilen har lämnats. Utbetalningen kan inte längre stoppas.",
    });
    expect(await stateNow()).toBe("ready");
  });

  test("releases one that missed its file into the next, on the day that then is paid", async () => {
    await setOrder(caseId, { state: "stopped", cutOff: after });
    expect(paymentChangedSchema.parse((await ask("release")).json())).toEqual({
      state: "ready",
      payOn: "2025-10-28",
      cutOff: "2025-10-28T14:00",
    });
  });

  test("takes the account that a person has seen with it", async () => {
    await setOrder(caseId, { state: "held", cutOff: before });
    await ask("release");
    const [released] = await api.store.read((tx) => listOrdersOf(tx, caseId));
    if (released === undefined) throw new Error("There is no order.");
    expect(await api.store.read((tx) => openPayee(tx, released))).toMatchObject({ maskedAccount: "•••• 4137" });
  });

  test("is refused where there is nothing to release, and for whoever may not decide it", async () => {
    expect(problemSchema.parse((await ask("release")).json()).code).toBe("payment-none");
    const auditor = await api.signIn(["auditor"]);
    expect((await ask("stop", auditor.headers)).statusCode).toBe(403);
    expect(await stateNow()).toBe("ready");
  });

  test("is offered on the case's page, with the account masked", async () => {
    const view = caseViewSchema.parse((await api.app.inject({ url: `/api/cases/${caseId}`, headers })).json());
    expect(view.payment).toEqual({
      amountOre: 619_000,
      payOn: "2025-10-28",
      cutOff: "2025-10-27T14:00",
      state: "ready",
      maskedAccount: "•••• 4137",
      canStop: true,
      canRelease: false,
    });
  });

  test("gives a head of unit the file itself, to be sent by hand where the bank may not have it", async () => {
    const bytes = Buffer.from("<Document/>");
    await api.store.transaction(async (tx) => {
      const own = { id: randomUUID(), messageId: "SKALIG-20251001-1", orders: 1, totalOre: 100 };
      await addPaymentFile(tx, { ...own, payOn: localDate("2025-10-01"), cutOff: before, bytes });
      await append(tx, { action: "payment-file.made", actor: testActor });
    });
    const url = "/api/payments/SKALIG-20251001-1/file";
    const lead = await api.signIn(["team-lead"]);
    const response = await api.app.inject({ url, headers: lead.headers });
    expect(response.body).toBe(bytes.toString());
    expect(response.headers["content-disposition"]).toContain("attachment");
    expect((await api.events("payment-file.opened"))[0]?.actor).toMatchObject({ id: lead.staffId, role: "team-lead" });
    expect((await api.app.inject({ url, headers })).statusCode).toBe(403);
  });

  test("is listed by file, without cases that the viewer may not see, and with no person at all", async () => {
    const response = await api.app.inject({ url: "/api/payments", headers });
    const { files } = paymentsViewSchema.parse(response.json());
    const upcoming = files.filter(({ state }) => state === "upcoming");
    expect(
      upcoming.map(({ state, orders, totalOre, rows }) => ({ state, orders, totalOre, rows: rows.length })),
    ).toEqual([{ state: "upcoming", orders: 2, totalOre: 1_238_000, rows: 1 }]);
    expect(response.body).not.toMatch(/Prov|1989|4137/);
    const lead = await api.signIn(["team-lead"]);
    const all = paymentsViewSchema.parse(
      (await api.app.inject({ url: "/api/payments", headers: lead.headers })).json(),
    );
    expect(all.files[0]?.rows).toHaveLength(2);
  });
});
