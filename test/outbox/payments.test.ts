import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { createOutboxActivities } from "../../activities/outbox.js";
import { createPaymentActivities } from "../../activities/payments.js";
import { append } from "../../audit/append.js";
import { listEvents } from "../../audit/events.js";
import { verifyLog } from "../../audit/verify-log.js";
import { localDate, type LocalDate } from "../../contracts/dates.js";
import { Fault } from "../../contracts/faults.js";
import type { CaseId } from "../../contracts/ids.js";
import { sumOre } from "../../contracts/money.js";
import { caseFileSchema } from "../../contracts/readings/case-system.js";
import { samplePacks } from "../../rules/index.js";
import { createBank } from "../../simulators/bank/app.js";
import { simulatorLogins } from "../../simulators/logins.js";
import { saveCaseFileReading } from "../../store/case-file-readings.js";
import { listDecisions } from "../../store/decisions.js";
import { saveLetter } from "../../store/letters.js";
import { listPaymentFiles, openPaymentFile } from "../../store/payment-files.js";
import { changeOrder, listOrders, lockOrdersOf } from "../../store/payment-orders.js";
import { openTestStore, testActor, testInstant, type TestStore } from "../../store/test-support/test-store.js";
import { createOutward } from "../../workers/outward.js";
import { aCaseworker, decidedCase } from "./decided-case.js";
import { alwaysInForce } from "../../activities/packs-in-force.js";

const debtor = { name: "Låtsasviks kommun", organisationNumber: "2120000000", iban: "SE00", bic: "EXKPSESS" };
const filesSchema = z.array(
  z.object({ messageId: z.string(), transfers: z.array(z.object({ reference: z.string(), amount: z.string() })) }),
);
const troubles = ["saved-response-lost", "not-saved-response-lost", "saved-shown-as-error", "unavailable"] as const;
type Trouble = (typeof troubles)[number];

/** Payments from decision to bank, over HTTP, with a database and a calendar that the test turns. */
const town = async () => {
  const test: TestStore = await openTestStore();
  const { store } = test;
  const bank = createBank({ token: simulatorLogins.bank.token });
  const baseUrl = await bank.listen({ host: "127.0.0.1", port: 0 });
  const service = { baseUrl, token: simulatorLogins.bank.token };
  let today: LocalDate = localDate("2025-10-27");
  const payments = createPaymentActivities({
    store,
    packsInForce: alwaysInForce(samplePacks),
    debtor,
    today: () => Promise.resolve(today),
    bank: createOutward({ mailbox: service, printQueue: service, bank: service }).bank,
  });
  const by = await aCaseworker(store);
  return {
    ...test,
    by,
    turnTo: (date: string) => {
      today = localDate(date);
    },
    /** What the outbox does by the clock. A bank that is down is asked again another time. */
    run: async () => {
      await payments.makePaymentFiles();
      await payments.sendPaymentFiles().catch((error: unknown) => {
        if (!(error instanceof Error) || error.name !== "PortalUnavailable") throw error;
      });
    },
    trouble: async (kind: Trouble) => {
      const headers = { "content-type": "application/json" };
      await fetch(new URL("/control/troubles", baseUrl), { method: "POST", headers, body: JSON.stringify({ kind }) });
    },
    atBank: async () => filesSchema.parse(await (await fetch(new URL("/control/files", baseUrl))).json()),
    orders: () => store.read(listOrders),
    files: () => store.read(listPaymentFiles),
    actions: () => store.read(async (tx) => (await listEvents(tx)).map(({ action }) => action)),
    /** Stops or releases, as the desk does. Returns whether it could. */
    set: (caseId: CaseId, state: "stopped" | "ready") =>
      store.transaction(async (tx) => {
        let changed = false;
        for (const order of await lockOrdersOf(tx, caseId))
          if (order.state !== state) changed = (await changeOrder(tx, order, { state })) || changed;
        await append(tx, { action: "payment.stopped", caseId, actor: testActor });
        return changed;
      }),
    close: async () => {
      await bank.close();
      await test.stop();
    },
  };
};

let here: Awaited<ReturnType<typeof town>>;
beforeEach(async () => {
  here = await town();
});
afterEach(() => here.close());

const decide = async (reference: string) => (await decidedCase(here.store, { reference, by: here.by })).caseId;

describe("a payment", () => {
  it("is ordered with its decision, for the first day whose file has not left", async () => {
    await decide("T-1");
    expect(await here.orders()).toMatchObject([
      { amountOre: 619_000, payOn: "2025-10-28", cutOff: "2025-10-27T14:00", state: "ready" },
    ]);
    await here.run();
    expect(await here.files()).toEqual([]);
  });

  it("leaves with its file at the cut-off, once, and the bank has exactly that", async () => {
    await decide("T-1");
    await decide("T-2");
    here.turnTo("2025-10-28");
    for (let attempt = 0; attempt < 3; attempt += 1) await here.run();
    const [file, ...more] = await here.files();
    expect(more).toEqual([]);
    expect(file).toMatchObject({ state: "confirmed", orders: 2, totalOre: 1_238_000 });
    expect((await here.atBank()).map(({ messageId, transfers }) => [messageId, transfers.length])).toEqual([
      [file?.messageId, 2],
    ]);
    const made = (await here.actions()).filter((action) => action.startsWith("payment"));
    expect(made.filter((action) => action === "payment-file.sent")).toHaveLength(1);
    expect(made.at(-1)).toBe("payment-file.confirmed");
  });

  it("leaves at the cut-off also while the mailbox is down and no letter can leave", async () => {
    const caseId = await decide("T-1");
    const down = () => Promise.reject(new Fault("PortalUnavailable", "down"));
    const channel = { reaches: down, find: down, send: down };
    const letters = createOutboxActivities({
      store: here.store,
      channels: { "digital-mailbox": channel, "print-queue": channel },
      renderLetter: () => Promise.reject(new Error("Nothing is set here.")),
      namedChannels: () => Promise.resolve(["digital-mailbox", "print-queue"]),
      today: () => Promise.resolve(localDate("2025-10-28")),
    });
    await here.store.transaction(async (tx) => {
      const [decision] = await listDecisions(tx, caseId);
      const about = { decisionId: decision?.id ?? "" };
      await saveLetter(tx, { caseId, about, kind: "grant", recipient: "a", bytes: Buffer.from("%PDF-1.7") });
      await append(tx, { action: "letter.rendered", caseId, actor: testActor });
    });
    here.turnTo("2025-10-28");
    await expect(letters.deliverLetter({ caseId })).rejects.toMatchObject({ name: "PortalUnavailable" });
    await here.run();
    await letters.followLetters();
    expect(await here.files()).toMatchObject([{ state: "confirmed", orders: 1, totalOre: 619_000 }]);
    expect(await here.atBank()).toHaveLength(1);
  });

  it("is sealed in its file, whose bytes are those that were hashed", async () => {
    await decide("T-1");
    here.turnTo("2025-10-28");
    await here.run();
    const [file] = await here.files();
    const opened = await here.store.read((tx) => openPaymentFile(tx, file?.id ?? ""));
    expect(opened.bytes.toString()).toContain('<InstdAmt Ccy="SEK">6190.00</InstdAmt>');
    expect(opened.sha256).toBe(file?.sha256);
  });

  it("that is stopped stays behind, and goes with a later file when it is released", async () => {
    const stopped = await decide("T-1");
    await decide("T-2");
    await here.set(stopped, "stopped");
    here.turnTo("2025-10-28");
    await here.run();
    expect((await here.files()).map(({ orders }) => orders)).toEqual([1]);
    expect(await here.set(stopped, "ready")).toBe(true);
    await here.run();
    // Its day's file has been made: it is moved to the next day, and its file is made at that day's cut-off.
    expect((await here.orders()).map(({ state }) => state).sort()).toEqual(["in-file", "ready"]);
    here.turnTo("2025-10-30");
    await here.run();
    expect((await here.files()).map(({ orders, state }) => [orders, state])).toEqual([
      [1, "confirmed"],
      [1, "confirmed"],
    ]);
    expect(await here.set(stopped, "stopped")).toBe(false);
  });

  it("to another account than when it was decided waits for a person", async () => {
    const caseId = await decide("T-1");
    await here.store.transaction(async (tx) => {
      await saveCaseFileReading(tx, {
        caseId,
        provenance: { botVersion: "1.0.0", readAt: testInstant },
        answer: caseFileSchema.parse({
          persons: [],
          standingCosts: [],
          standingFacts: [],
          planning: [],
          history: [],
          earnings: [],
          account: { maskedNumber: "•••• 9999", unchangedSince: "2025-10" },
        }),
        evidence: [],
      });
      await append(tx, { action: "case-file.read", caseId, actor: testActor });
    });
    here.turnTo("2025-10-28");
    await here.run();
    expect(await here.orders()).toMatchObject([{ state: "held" }]);
    expect(await here.atBank()).toEqual([]);
    expect(await here.actions()).toContain("payment.held");
  });

  it.each([
    ["saved-response-lost", "confirmed", 1],
    ["saved-shown-as-error", "confirmed", 1],
    ["not-saved-response-lost", "unclear", 0],
  ] as const)("whose file met %s at the bank is %s, and is never handed over twice", async (kind, state, atBank) => {
    await decide("T-1");
    here.turnTo("2025-10-28");
    await here.trouble(kind);
    for (let attempt = 0; attempt < 3; attempt += 1) await here.run();
    expect(await here.files()).toMatchObject([{ state }]);
    expect(await here.atBank()).toHaveLength(atBank);
    const unclear = (await here.actions()).filter((action) => action === "payment-file.unclear");
    expect(unclear).toHaveLength(state === "unclear" ? 1 : 0);
  });
});

const references = ["T-1", "T-2", "T-3"] as const;
const stepOf = fc.oneof(
  fc.record({ do: fc.constant("decide" as const), at: fc.nat({ max: 2 }) }),
  fc.record({ do: fc.constantFrom("stop" as const, "release" as const), at: fc.nat({ max: 2 }) }),
  fc.record({ do: fc.constant("next-day" as const) }),
  fc.record({ do: fc.constant("run" as const) }),
  fc.record({ do: fc.constant("trouble" as const), kind: fc.constantFrom(...troubles) }),
);

describe("whatever is decided, stopped, released and lost on the way", () => {
  it("nothing is paid twice, nothing stopped is paid, and what is paid is what was decided", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stepOf, { minLength: 4, maxLength: 16 }), async (steps) => {
        const run = await town();
        try {
          const cases = new Map<string, CaseId>();
          let day = 27;
          for (const step of steps) {
            const reference = "at" in step ? (references[step.at] ?? "T-1") : "T-1";
            const caseId = cases.get(reference);
            if (step.do === "decide" && caseId === undefined)
              cases.set(reference, (await decidedCase(run.store, { reference, by: run.by })).caseId);
            if (step.do === "stop" && caseId !== undefined) await run.set(caseId, "stopped");
            if (step.do === "release" && caseId !== undefined) await run.set(caseId, "ready");
            if (step.do === "next-day" && day < 31) {
              day += 1;
              run.turnTo(`2025-10-${String(day)}`);
            }
            if (step.do === "run") await run.run();
            if (step.do === "trouble") await run.trouble(step.kind);
          }
          await run.run();
          await run.run();

          const atBank = await run.atBank();
          const orders = await run.orders();
          const paid = atBank.flatMap(({ transfers }) => transfers);
          const messages = atBank.map(({ messageId }) => messageId);
          expect(new Set(messages).size).toBe(messages.length);
          expect(new Set(paid.map(({ reference }) => reference)).size).toBe(paid.length);
          for (const { reference, amount } of paid) {
            const order = orders.find((one) => one.reference === reference);
            expect(order).toMatchObject({ state: "in-file", amountOre: Number(amount.replace(".", "")) });
          }
          for (const { id, orders: count, totalOre } of await run.files()) {
            const inIt = orders.filter(({ fileId }) => fileId === id);
            expect([inIt.length, sumOre(inIt.map(({ amountOre }) => amountOre))]).toEqual([count, totalOre]);
          }
          expect(orders).toHaveLength(cases.size);
          expect(await run.store.read((tx) => verifyLog(tx))).toMatchObject({ ok: true });
        } finally {
          await run.close();
        }
      }),
      { numRuns: 8 },
    );
  }, 180_000);
});
