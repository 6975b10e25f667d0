import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { simpleRenewal, storeCase } from "../../api/test-support/a-household.js";
import { createLetterActivities } from "../../activities/letters.js";
import { createOutboxActivities } from "../../activities/outbox.js";
import { append } from "../../audit/append.js";
import { listEvents } from "../../audit/events.js";
import type { LetterChannel } from "../../contracts/delivery.js";
import type { DecisionDraft } from "../../contracts/decision-draft.js";
import type { CaseId } from "../../contracts/ids.js";
import { localDate } from "../../contracts/dates.js";
import { letterContentSchema, type LetterContent } from "../../contracts/letter.js";
import { renderLetter } from "../../documents/letters/render.js";
import { municipality } from "../../rules/letters/test-support/household.js";
import { simulatorLogins } from "../../simulators/logins.js";
import { createMailbox } from "../../simulators/mailbox/app.js";
import { createPrintQueue } from "../../simulators/print-queue/app.js";
import { changeCase, getCase } from "../../store/cases.js";
import { addCommunication, markCommunicationSent } from "../../store/communications.js";
import { listDeliveries } from "../../store/deliveries.js";
import { listLetters, openLetter } from "../../store/letters.js";
import { changeOrder, listOrdersOf } from "../../store/payment-orders.js";
import { registerStaff } from "../../store/staff.js";
import type { StoreTransaction } from "../../store/transaction.js";
import { openTestStore, testActor, type TestStore } from "../../store/test-support/test-store.js";
import { createOutward } from "../../workers/outward.js";
import { aCaseworker, decidedCase, decidedOn } from "./decided-case.js";

const asText = (content: LetterContent) => Promise.resolve(Buffer.from(JSON.stringify(content)));
const rowsSchema = z.array(z.object({ reference: z.string() }).loose());

/** Letters from decision to mailbox and print works, over HTTP, with a database. */
const town = async () => {
  const test: TestStore = await openTestStore();
  const mailbox = createMailbox({
    token: simulatorLogins.mailbox.token,
    subscribers: new Set(["198903152398", "199004082385"]),
  });
  const printQueue = createPrintQueue({ token: simulatorLogins.printQueue.token });
  const at = { host: "127.0.0.1", port: 0 };
  const urls = { mailbox: await mailbox.listen(at), printQueue: await printQueue.listen(at) };
  const outward = createOutward({
    mailbox: { baseUrl: urls.mailbox, token: simulatorLogins.mailbox.token },
    printQueue: { baseUrl: urls.printQueue, token: simulatorLogins.printQueue.token },
    bank: { baseUrl: urls.mailbox, token: "" },
  });
  const { store } = test;
  const letters = createLetterActivities({
    store,
    letterMunicipality: municipality,
    renderLetter: asText,
    today: () => Promise.resolve(localDate("2025-11-04")),
  });
  let asked = 0;
  let beforeSending = (): Promise<void> => Promise.resolve();
  const interrupted = (channel: LetterChannel): LetterChannel => ({
    ...channel,
    find: (reference) => {
      asked += 1;
      return channel.find(reference);
    },
    send: async (letter, beforeSubmit) => {
      await beforeSending();
      await channel.send(letter, beforeSubmit);
    },
  });
  const outbox = createOutboxActivities({
    store,
    renderLetter: asText,
    channels: {
      "digital-mailbox": interrupted(outward.channels["digital-mailbox"]),
      "print-queue": interrupted(outward.channels["print-queue"]),
    },
    namedChannels: () => ["digital-mailbox", "print-queue"],
    today: () => Promise.resolve(decidedOn),
  });
  const control = async (service: keyof typeof urls, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(new URL(path, urls[service]), {
      ...(body !== undefined && {
        method: "POST",
        body: JSON.stringify(body),
        headers: { "content-type": "application/json" },
      }),
    });
    return response.json();
  };
  return {
    ...test,
    by: await aCaseworker(store),
    letters,
    outbox,
    control,
    /** How many times a channel has been asked for a letter. */
    asked: () => asked,
    /** Something that happens when a letter has been looked for and is about to be submitted. */
    beforeSending: (happening: () => Promise<void>) => {
      beforeSending = happening;
    },
    inMailbox: async () => rowsSchema.parse(await control("mailbox", "/control/messages")),
    printed: async () => rowsSchema.parse(await control("printQueue", "/control/jobs")),
    actions: (caseId: CaseId) =>
      store.read(async (tx) =>
        (await listEvents(tx, { caseId })).map(({ action }) => action).filter((one) => one.startsWith("letter.")),
      ),
    contents: (caseId: CaseId) =>
      store.read(async (tx) => {
        const stored: LetterContent[] = [];
        for (const { id } of await listLetters(tx, caseId))
          stored.push(letterContentSchema.parse(JSON.parse((await openLetter(tx, id)).toString())));
        return stored;
      }),
    close: async () => {
      await Promise.all([mailbox.close(), printQueue.close()]);
      await test.stop();
    },
  };
};

let here: Awaited<ReturnType<typeof town>>;
beforeEach(async () => {
  here = await town();
});
afterEach(() => here.close());

const decideAndWrite = async (parts: Omit<Parameters<typeof decidedCase>[1], "by">): Promise<CaseId> => {
  const { caseId } = await decidedCase(here.store, { ...parts, by: here.by });
  await here.letters.renderLetter({ caseId });
  return caseId;
};
const deliver = (caseId: CaseId) => here.outbox.deliverLetter({ caseId });
const openReplaced = async (tx: StoreTransaction, caseId: CaseId): Promise<string> => {
  const { id, replaced } = await tx.db
    .selectFrom("letter")
    .select(["id", "replaced"])
    .where("caseId", "=", caseId)
    .executeTakeFirstOrThrow();
  if (replaced === null) throw new Error("The letter was never replaced.");
  return (await tx.cipherFor(caseId)).open(replaced, `letter.bytes:${id}`).toString();
};
const stateOf = async (caseId: CaseId) => (await here.store.read((tx) => listDeliveries(tx, caseId)))[0];

describe("a letter on its way out", () => {
  it("goes to the digital mailbox of someone who has one, once, and is confirmed by what is found there", async () => {
    const caseId = await decideAndWrite({ reference: "T-1" });
    await expect(deliver(caseId)).resolves.toBe("delivered");
    await expect(deliver(caseId)).resolves.toBe("delivered");
    expect(await here.inMailbox()).toHaveLength(1);
    expect(await here.actions(caseId)).toEqual([
      "letter.rendered",
      "letter.intended",
      "letter.submitted",
      "letter.delivered",
    ]);
    expect(await stateOf(caseId)).toMatchObject({ channel: "digital-mailbox", state: "confirmed", openedAt: null });
  });

  it("is printed for someone without a mailbox", async () => {
    const caseId = await decideAndWrite({ reference: "T-2" });
    await expect(deliver(caseId)).resolves.toBe("delivered");
    expect([await here.inMailbox(), await here.printed()].map(({ length }) => length)).toEqual([0, 1]);
    expect(await stateOf(caseId)).toMatchObject({ channel: "print-queue", receiptId: "job-1" });
  });

  it("is noted as opened when the mailbox tells", async () => {
    const caseId = await decideAndWrite({ reference: "T-1" });
    await deliver(caseId);
    await here.outbox.followLetters();
    expect(await stateOf(caseId)).toMatchObject({ openedAt: null });
    await here.control("mailbox", "/control/open", { receipt: (await stateOf(caseId))?.receiptId });
    await here.outbox.followLetters();
    await here.outbox.followLetters();
    expect((await stateOf(caseId))?.openedAt).not.toBeNull();
    expect((await here.actions(caseId)).filter((action) => action === "letter.opened")).toHaveLength(1);
  });

  it("is asked about no further in a round where the mailbox is down: nobody waits for it once for each letter", async () => {
    for (const reference of ["T-1", "T-3"]) await deliver(await decideAndWrite({ reference }));
    for (let times = 0; times < 2; times += 1)
      await here.control("mailbox", "/control/troubles", { kind: "unavailable" });
    const asked = here.asked();
    await expect(here.outbox.followLetters()).resolves.toBeUndefined();
    expect(here.asked() - asked).toBe(1);
  });

  it.each(["saved-response-lost", "saved-shown-as-error"])(
    "fault 53: with its receipt lost (%s) is looked for, found, and not sent again",
    async (kind) => {
      const caseId = await decideAndWrite({ reference: "T-1" });
      await here.control("mailbox", "/control/troubles", { kind });
      await expect(deliver(caseId)).resolves.toBe("delivered");
      await expect(deliver(caseId)).resolves.toBe("delivered");
      expect(await here.inMailbox()).toHaveLength(1);
    },
  );

  it("fault 53: with its receipt lost and nothing found is a question to a person, and never sent again", async () => {
    const caseId = await decideAndWrite({ reference: "T-1" });
    await here.control("mailbox", "/control/troubles", { kind: "not-saved-response-lost" });
    for (let attempt = 0; attempt < 3; attempt += 1) await expect(deliver(caseId)).resolves.toBe("needs-person");
    await here.outbox.followLetters();
    expect(await here.inMailbox()).toHaveLength(0);
    expect(await stateOf(caseId)).toMatchObject({ state: "unclear" });
    expect((await here.actions(caseId)).filter((action) => action === "letter.unclear")).toHaveLength(1);
  });

  it("is sent when a mailbox that is down is up again, since nothing had been submitted", async () => {
    const caseId = await decideAndWrite({ reference: "T-1" });
    await here.control("mailbox", "/control/troubles", { kind: "unavailable" });
    await expect(deliver(caseId)).rejects.toMatchObject({ name: "PortalUnavailable" });
    await expect(deliver(caseId)).resolves.toBe("delivered");
    expect(await here.inMailbox()).toHaveLength(1);
  });

  it("is a person's where identity is protected: no address in it, and no system touches it", async () => {
    const caseId = await decideAndWrite({ reference: "T-1", isProtected: true });
    await expect(deliver(caseId)).resolves.toBe("needs-person");
    expect([await here.inMailbox(), await here.printed()]).toEqual([[], []]);
    expect(await stateOf(caseId)).toMatchObject({ channel: "protected-mail", state: "by-hand" });
    const [content] = await here.contents(caseId);
    expect(content?.recipientLines).toEqual([
      "Prov Person",
      "Skyddade personuppgifter",
      "Förmedlas genom Skatteverket",
    ]);
    expect(JSON.stringify(content)).not.toMatch(/Provgatan|123 45|Provköping/);
  });
});

describe("a letter set before the mark of protection, and not gone when it comes", () => {
  const mark = (caseId: CaseId) =>
    here.store.transaction(async (tx) => {
      await changeCase(tx, caseId, { protected: true });
      await append(tx, { action: "case.protected", caseId, actor: testActor });
    });
  const staysWithAPerson = async (caseId: CaseId) => {
    await expect(deliver(caseId)).resolves.toBe("needs-person");
    expect([await here.inMailbox(), await here.printed()]).toEqual([[], []]);
    expect(await stateOf(caseId)).toMatchObject({ channel: "protected-mail", state: "by-hand" });
    const actions = (await here.actions(caseId)).toSorted();
    expect(actions).toEqual(["letter.intended", "letter.intended", "letter.rendered", "letter.rendered"]);
    await bearsNoAddress(caseId);
  };
  /** What whoever sends it by hand opens. */
  const bearsNoAddress = async (caseId: CaseId) => {
    const [content] = await here.contents(caseId);
    expect(content?.recipientLines).toEqual(forwarded);
    expect(JSON.stringify(content)).not.toMatch(/Provgatan|123 45|Provköping/);
  };
  const forwarded = ["Prov Person", "Skyddade personuppgifter", "Förmedlas genom Skatteverket"];

  it("is set again, word for word, for whoever sends it by hand; both are kept, and each is in the log", async () => {
    const caseId = await decideAndWrite({ reference: "T-2" });
    const [[was], [wasListed]] = [await here.contents(caseId), await here.store.read((tx) => listLetters(tx, caseId))];
    await mark(caseId);
    for (let times = 0; times < 2; times += 1) await expect(deliver(caseId)).resolves.toBe("needs-person");
    const [[is], [listed]] = [await here.contents(caseId), await here.store.read((tx) => listLetters(tx, caseId))];
    expect(was?.recipientLines).toContain("Provgatan 1");
    expect(is).toEqual({ ...was, recipientLines: forwarded });
    expect(listed).toMatchObject({ id: wasListed?.id, replacedSha256: wasListed?.sha256 });
    const events = await here.store.read((tx) => listEvents(tx, { caseId, action: "letter.rendered" }));
    expect(events.map(({ details }) => details["sha256"])).toEqual([wasListed?.sha256, listed?.sha256]);
    expect(events[1]?.details["replaces"]).toBe(wasListed?.sha256);
    expect(await here.store.read((tx) => openReplaced(tx, caseId))).toContain("Provgatan 1");
  });

  it("is set again also where it already waits for a person as the mark comes", async () => {
    const caseId = await decideAndWrite({ reference: "T-1" });
    await here.control("mailbox", "/control/troubles", { kind: "not-saved-response-lost" });
    await expect(deliver(caseId)).resolves.toBe("needs-person");
    await mark(caseId);
    for (let times = 0; times < 2; times += 1) await here.outbox.followLetters();
    await bearsNoAddress(caseId);
    expect((await here.actions(caseId)).filter((action) => action === "letter.rendered")).toHaveLength(2);
  });

  it("is taken out of the channel it was intended for", async () => {
    const caseId = await decideAndWrite({ reference: "T-2" });
    await here.control("printQueue", "/control/troubles", { kind: "unavailable" });
    await expect(deliver(caseId)).rejects.toMatchObject({ name: "PortalUnavailable" });
    expect(await stateOf(caseId)).toMatchObject({ channel: "print-queue", state: "intended" });
    await mark(caseId);
    await staysWithAPerson(caseId);
    await staysWithAPerson(caseId);
  });

  it.each(["T-1", "T-2"])("is broken off as it is to be submitted (%s)", async (reference) => {
    const caseId = await decideAndWrite({ reference });
    here.beforeSending(() => mark(caseId));
    await staysWithAPerson(caseId);
  });
});

describe("the letter of each outcome", () => {
  const against = {
    reasons: "Hyran är högre än vad som är skäligt.",
    communicationUnneeded: "Den sökande har själv uppgett hyran.",
  };
  const outcomes: readonly (readonly [LetterContent["kind"], DecisionDraft])[] = [
    ["grant", { outcome: "granted" }],
    [
      "partial",
      {
        ...against,
        outcome: "partly-granted",
        amountOre: 600_000,
        reducedCosts: [{ costId: "k1", approvedOre: 545_000, why: "Skälig hyra är 5 450 kronor." }],
      },
    ],
    [
      "refusal",
      {
        ...against,
        outcome: "refused",
        emergency: { text: "Det finns inget akut behov av hjälp.", grantedOre: 0 },
      },
    ],
  ];

  it.each(outcomes)("is a %s, set and delivered from what the decider wrote", async (kind, draft) => {
    const caseId = await decideAndWrite({ reference: "T-1", draft });
    const [content] = await here.contents(caseId);
    expect(content?.kind).toBe(kind);
    const text = JSON.stringify(content);
    for (const written of [draft.reasons, draft.emergency?.text, draft.reducedCosts?.[0]?.why])
      if (written !== undefined) expect(text).toContain(written);
    expect(content?.payment === undefined).toBe(kind === "refusal");
    expect(content === undefined ? 0 : renderLetter(content).length).toBeGreaterThan(10_000);
    await expect(deliver(caseId)).resolves.toBe("delivered");
  });

  it("has the part under 12 kap. 2 § with its own item and its own way of being tried", async () => {
    const input = simpleRenewal({
      costs: [...simpleRenewal().costs, { id: "k4", type: "driving-licence", appliedOre: 500_000, proof: "document" }],
    });
    const draft: DecisionDraft = {
      ...against,
      outcome: "partly-granted",
      amountOre: 619_000,
      discretionary: {
        costId: "k4",
        purpose: "körkort",
        appliedOre: 500_000,
        amountOre: 500_000,
        reasons: "Körkortet är ett krav för arbetet.",
      },
    };
    const caseId = await decideAndWrite({ reference: "T-1", draft, input });
    const [content] = await here.contents(caseId);
    expect(content?.legalityReview?.paragraphs[0]?.text).toContain("laglighetsprövning");
    expect(JSON.stringify(content)).toContain("enligt punkt 3.6");
  });
});

describe("who decided, in the letter", () => {
  it.each([
    [undefined, "Karin Ek, handläggare, har"],
    ["1:e socialsekreterare", "Karin Ek, 1:e socialsekreterare, har"],
  ])("is called by their own title (%s), or else by their role", async (title, told) => {
    await here.store.transaction(async (tx) => {
      await registerStaff(tx, {
        subject: "karin",
        displayName: "Karin Ek",
        unit: "1",
        ...(title !== undefined && { title }),
      });
      await append(tx, { action: "staff.registered", actor: testActor });
    });
    const caseId = await decideAndWrite({ reference: "T-1" });
    expect(JSON.stringify(await here.contents(caseId))).toContain(told);
  });
});

describe("what a letter says of the payment", () => {
  const toldWhere = async (state: "ready" | "held" | "stopped") => {
    const { caseId } = await decidedCase(here.store, { reference: "T-1", by: here.by });
    await here.store.transaction(async (tx) => {
      for (const order of await listOrdersOf(tx, caseId)) await changeOrder(tx, order, { state });
      await append(tx, { action: "payment.held", caseId, actor: testActor });
    });
    await here.letters.renderLetter({ caseId });
    const [content] = await here.contents(caseId);
    return content?.payment?.paragraphs.map(({ textId }) => textId);
  };

  it.each([
    ["ready", ["payment.on"]],
    ["held", ["payment.held"]],
    ["stopped", undefined],
  ] as const)("follows how its order stands as the letter is set: %s", async (state, told) => {
    expect(await toldWhere(state)).toEqual(told);
  });
});

describe("the letter of more in a decided month", () => {
  it("refers to the month's own decision by its date and case, and to no calculation of the month", async () => {
    const { caseId: earlier } = await decidedCase(here.store, { reference: "T-1", by: here.by });
    const input = simpleRenewal({
      kind: "supplement",
      costs: [{ id: "k1", type: "acute-dental-care", appliedOre: 184_000, proof: "document" }],
    });
    const draft: DecisionDraft = { outcome: "granted", amountOre: 184_000, reasons: "Tandvården kunde inte vänta." };
    const { caseId } = await decidedCase(here.store, { reference: "T-1b", by: here.by, draft, input });
    expect(caseId).not.toBe(earlier);
    await here.letters.renderLetter({ caseId });
    const [content] = await here.contents(caseId);
    const { number } = await here.store.read((tx) => getCase(tx, earlier));
    expect(content?.title).toBe("Beslut om mer bistånd för november 2025");
    expect(JSON.stringify(content)).toContain(`den 27 oktober 2025, i ärende ${number}.`);
    expect(content?.appendix?.tables.map(({ caption }) => caption)).not.toContain("Riksnorm");
  });
});

describe("a letter to a couple", () => {
  const partner = { personalNumber: "198904102392", givenName: "Prov", familyName: "Två", role: "co-applicant" };

  it.each([
    ["has signed", { ...partner, signedOn: "2025-10-27" }, ["a", "b"]],
    ["has not signed", partner, ["a"]],
  ])("goes to both, unless the co-applicant has not signed: who %s", async (_, also, told) => {
    const { caseId } = await storeCase(here.store, { reference: "T-1", also: [also] });
    const communicationId = await here.store.transaction(async (tx) => {
      const content = { items: ["Underskrift av den du bor tillsammans med."] };
      const answerBy = localDate("2025-11-07");
      const id = await addCommunication(tx, { caseId, kind: "completion", content, answerBy, by: here.by });
      await markCommunicationSent(tx, id, decidedOn);
      await append(tx, { action: "completion.sent", caseId, actor: testActor });
      return id;
    });
    await here.letters.renderHandlingLetter({ caseId, communicationId });
    const letters = await here.store.read((tx) => listLetters(tx, caseId));
    expect(letters.map(({ recipientMember }) => recipientMember).toSorted()).toEqual(told);
  });
});

describe("a letter before the decision", () => {
  const asked = async (content: { text: string } | { items: string[] }) => {
    const { caseId } = await decidedCase(here.store, { reference: "T-1", by: here.by });
    const communicationId = await here.store.transaction(async (tx) => {
      const kind = "text" in content ? "communication" : "completion";
      const answerBy = localDate("2025-11-07");
      const id = await addCommunication(tx, { caseId, kind, content, answerBy, by: here.by });
      await markCommunicationSent(tx, id, decidedOn);
      await append(tx, { action: `${kind}.sent`, caseId, actor: testActor });
      return id;
    });
    await here.letters.renderHandlingLetter({ caseId, communicationId });
    return { caseId, communicationId };
  };

  it("gives the material in the caseworker's words, and leaves by the same way", async () => {
    const { caseId } = await asked({ text: "Du har fått 2 000 kronor via Swish." });
    const [content] = await here.contents(caseId);
    expect(content).toMatchObject({ kind: "communication", date: "2025-10-27" });
    expect(content?.sections[0]?.paragraphs[1]).toEqual({
      textId: "own",
      trace: { from: "person", name: "Karin Ek", on: "2025-10-27" },
      text: "Du har fått 2 000 kronor via Swish.",
    });
    await expect(deliver(caseId)).resolves.toBe("delivered");
    expect(await here.inMailbox()).toHaveLength(1);
  });

  it("asks for what is missing, and reminds of it once, on the day that the reminder is due", async () => {
    const { caseId, communicationId } = await asked({ items: ["Din underskrift i e-tjänsten"] });
    for (let attempt = 0; attempt < 2; attempt += 1)
      await here.letters.renderHandlingLetter({ caseId, communicationId, reminder: true });
    const contents = (await here.contents(caseId)).toSorted((one, other) => one.date.localeCompare(other.date));
    expect(contents.map(({ kind, date }) => ({ kind, date }))).toEqual([
      { kind: "completion", date: "2025-10-27" },
      { kind: "reminder", date: "2025-11-04" },
    ]);
    expect(JSON.stringify(contents[1])).toContain("Den 27 oktober 2025 bad vi dig om uppgifter");
    await deliver(caseId);
    expect(await here.inMailbox()).toHaveLength(2);
  });
});
