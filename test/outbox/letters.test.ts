import { describe, expect, it } from "vitest";
import { append } from "../../audit/append.js";
import { listEvents } from "../../audit/events.js";
import type { CaseId } from "../../contracts/ids.js";
import { changeCase } from "../../store/cases.js";
import { listDeliveries } from "../../store/deliveries.js";
import { listLetters } from "../../store/letters.js";
import type { StoreTransaction } from "../../store/transaction.js";
import { testActor } from "../../store/test-support/test-store.js";
import { useLetterTown } from "./letter-town.js";

const { town, decideAndWrite, deliver } = useLetterTown();
const openReplaced = async (tx: StoreTransaction, caseId: CaseId): Promise<string> => {
  const { id, replaced } = await tx.db
    .selectFrom("letter")
    .select(["id", "replaced"])
    .where("caseId", "=", caseId)
    .executeTakeFirstOrThrow();
  if (replaced === null) throw new Error("The letter was never replaced.");
  return (await tx.cipherFor(caseId)).open(replaced, `letter.bytes:${id}`).toString();
};
const stateOf = async (caseId: CaseId) => (await town().store.read((tx) => listDeliveries(tx, caseId)))[0];

describe("a letter on its way out", () => {
  it("goes to the digital mailbox of someone who has one, once, and is confirmed by what is found there", async () => {
    const caseId = await decideAndWrite({ reference: "T-1" });
    await expect(deliver(caseId)).resolves.toBe("delivered");
    await expect(deliver(caseId)).resolves.toBe("delivered");
    expect(await town().inMailbox()).toHaveLength(1);
    expect(await town().actions(caseId)).toEqual([
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
    expect([await town().inMailbox(), await town().printed()].map(({ length }) => length)).toEqual([0, 1]);
    expect(await stateOf(caseId)).toMatchObject({ channel: "print-queue", receiptId: "job-1" });
  });

  it("is noted as opened when the mailbox tells", async () => {
    const caseId = await decideAndWrite({ reference: "T-1" });
    await deliver(caseId);
    await town().outbox.followLetters();
    expect(await stateOf(caseId)).toMatchObject({ openedAt: null });
    await town().control("mailbox", "/control/open", { receipt: (await stateOf(caseId))?.receiptId });
    await town().outbox.followLetters();
    await town().outbox.followLetters();
    expect((await stateOf(caseId))?.openedAt).not.toBeNull();
    expect((await town().actions(caseId)).filter((action) => action === "letter.opened")).toHaveLength(1);
  });

  it("is asked about no further in a round where the mailbox is down: nobody waits for it once for each letter", async () => {
    for (const reference of ["T-1", "T-3"]) await deliver(await decideAndWrite({ reference }));
    for (let times = 0; times < 2; times += 1)
      await town().control("mailbox", "/control/troubles", { kind: "unavailable" });
    const asked = town().asked();
    await expect(town().outbox.followLetters()).resolves.toBeUndefined();
    expect(town().asked() - asked).toBe(1);
  });

  it.each(["saved-response-lost", "saved-shown-as-error"])(
    "fault 53: with its receipt lost (%s) is looked for, found, and not sent again",
    async (kind) => {
      const caseId = await decideAndWrite({ reference: "T-1" });
      await town().control("mailbox", "/control/troubles", { kind });
      await expect(deliver(caseId)).resolves.toBe("delivered");
      await expect(deliver(caseId)).resolves.toBe("delivered");
      expect(await town().inMailbox()).toHaveLength(1);
    },
  );

  it("fault 53: with its receipt lost and nothing found is a question to a person, and never sent again", async () => {
    const caseId = await decideAndWrite({ reference: "T-1" });
    await town().control("mailbox", "/control/troubles", { kind: "not-saved-response-lost" });
    for (let attempt = 0; attempt < 3; attempt += 1) await expect(deliver(caseId)).resolves.toBe("needs-person");
    await town().outbox.followLetters();
    expect(await town().inMailbox()).toHaveLength(0);
    expect(await stateOf(caseId)).toMatchObject({ state: "unclear" });
    expect((await town().actions(caseId)).filter((action) => action === "letter.unclear")).toHaveLength(1);
  });

  it("is sent when a mailbox that is down is up again, since nothing had been submitted", async () => {
    const caseId = await decideAndWrite({ reference: "T-1" });
    await town().control("mailbox", "/control/troubles", { kind: "unavailable" });
    await expect(deliver(caseId)).rejects.toMatchObject({ name: "PortalUnavailable" });
    await expect(deliver(caseId)).resolves.toBe("delivered");
    expect(await town().inMailbox()).toHaveLength(1);
  });

  it("is a person's where identity is protected: no address in it, and no system touches it", async () => {
    const caseId = await decideAndWrite({ reference: "T-1", isProtected: true });
    await expect(deliver(caseId)).resolves.toBe("needs-person");
    expect([await town().inMailbox(), await town().printed()]).toEqual([[], []]);
    expect(await stateOf(caseId)).toMatchObject({ channel: "protected-mail", state: "by-hand" });
    const [content] = await town().contents(caseId);
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
    town().store.transaction(async (tx) => {
      await changeCase(tx, caseId, { protected: true });
      await append(tx, { action: "case.protected", caseId, actor: testActor });
    });
  const staysWithAPerson = async (caseId: CaseId) => {
    await expect(deliver(caseId)).resolves.toBe("needs-person");
    expect([await town().inMailbox(), await town().printed()]).toEqual([[], []]);
    expect(await stateOf(caseId)).toMatchObject({ channel: "protected-mail", state: "by-hand" });
    const actions = (await town().actions(caseId)).toSorted();
    expect(actions).toEqual(["letter.intended", "letter.intended", "letter.rendered", "letter.rendered"]);
    await bearsNoAddress(caseId);
  };
  /** What whoever sends it by hand opens. */
  const bearsNoAddress = async (caseId: CaseId) => {
    const [content] = await town().contents(caseId);
    expect(content?.recipientLines).toEqual(forwarded);
    expect(JSON.stringify(content)).not.toMatch(/Provgatan|123 45|Provköping/);
  };
  const forwarded = ["Prov Person", "Skyddade personuppgifter", "Förmedlas genom Skatteverket"];

  it("is set again, word for word, for whoever sends it by hand; both are kept, and each is in the log", async () => {
    const caseId = await decideAndWrite({ reference: "T-2" });
    const [[was], [wasListed]] = [
      await town().contents(caseId),
      await town().store.read((tx) => listLetters(tx, caseId)),
    ];
    await mark(caseId);
    for (let times = 0; times < 2; times += 1) await expect(deliver(caseId)).resolves.toBe("needs-person");
    const [[is], [listed]] = [await town().contents(caseId), await town().store.read((tx) => listLetters(tx, caseId))];
    expect(was?.recipientLines).toContain("Provgatan 1");
    expect(is).toEqual({ ...was, recipientLines: forwarded });
    expect(listed).toMatchObject({ id: wasListed?.id, replacedSha256: wasListed?.sha256 });
    const events = await town().store.read((tx) => listEvents(tx, { caseId, action: "letter.rendered" }));
    expect(events.map(({ details }) => details["sha256"])).toEqual([wasListed?.sha256, listed?.sha256]);
    expect(events[1]?.details["replaces"]).toBe(wasListed?.sha256);
    expect(await town().store.read((tx) => openReplaced(tx, caseId))).toContain("Provgatan 1");
  });

  it("is set again also where it already waits for a person as the mark comes", async () => {
    const caseId = await decideAndWrite({ reference: "T-1" });
    await town().control("mailbox", "/control/troubles", { kind: "not-saved-response-lost" });
    await expect(deliver(caseId)).resolves.toBe("needs-person");
    await mark(caseId);
    for (let times = 0; times < 2; times += 1) await town().outbox.followLetters();
    await bearsNoAddress(caseId);
    expect((await town().actions(caseId)).filter((action) => action === "letter.rendered")).toHaveLength(2);
  });

  const unclearWith = async (reference: string) => {
    const caseId = await decideAndWrite({ reference });
    await town().control("mailbox", "/control/troubles", { kind: "not-saved-response-lost" });
    await expect(deliver(caseId)).resolves.toBe("needs-person");
    return { caseId, arrive: await town().onItsWay(caseId) };
  };
  const rendered = async (caseId: CaseId) =>
    (await town().actions(caseId)).filter((action) => action === "letter.rendered").length;

  it("is looked for before it is set again: one that had left after all stays as it left", async () => {
    for (const look of [deliver, () => town().outbox.followLetters()]) {
      const { caseId, arrive } = await unclearWith(look === deliver ? "T-1" : "T-3");
      await arrive();
      await mark(caseId);
      await look(caseId);
      expect(await stateOf(caseId)).toMatchObject({ state: "confirmed" });
      expect(await rendered(caseId)).toBe(1);
    }
  });

  it("is what the file shows when it is found to have left after it was set again", async () => {
    const { caseId, arrive } = await unclearWith("T-1");
    const [was] = await town().store.read((tx) => listLetters(tx, caseId));
    await mark(caseId);
    await town().outbox.followLetters();
    await bearsNoAddress(caseId);
    await arrive();
    await town().outbox.followLetters();
    const [[left], [shown]] = [await town().store.read((tx) => listLetters(tx, caseId)), await town().contents(caseId)];
    expect(left?.sha256).toBe(was?.sha256);
    expect(left?.deliveredAt).not.toBeNull();
    expect(shown?.recipientLines).toContain("Provgatan 1");
    expect(await town().store.read((tx) => openReplaced(tx, caseId))).toContain("Förmedlas genom Skatteverket");
  });

  it("keeps no other letter waiting where it cannot be set again, and is not hidden", async () => {
    const { caseId: first } = await unclearWith("T-1");
    const { caseId: second } = await unclearWith("T-3");
    for (const caseId of [first, second]) await mark(caseId);
    town().failNextSetting();
    await expect(town().outbox.followLetters()).rejects.toMatchObject({ details: { letters: 1 } });
    expect((await rendered(first)) + (await rendered(second))).toBe(3);
    await town().outbox.followLetters();
    for (const caseId of [first, second]) await bearsNoAddress(caseId);
  });

  it("is opened once where it never bore an address, however often letters are followed", async () => {
    const caseId = await decideAndWrite({ reference: "T-1", isProtected: true });
    await deliver(caseId);
    await town().outbox.followLetters();
    const opened = town().opened();
    for (let times = 0; times < 3; times += 1) await town().outbox.followLetters();
    expect(town().opened()).toBe(opened);
  });

  it("is taken out of the channel it was intended for", async () => {
    const caseId = await decideAndWrite({ reference: "T-2" });
    await town().control("printQueue", "/control/troubles", { kind: "unavailable" });
    await expect(deliver(caseId)).rejects.toMatchObject({ name: "PortalUnavailable" });
    expect(await stateOf(caseId)).toMatchObject({ channel: "print-queue", state: "intended" });
    await mark(caseId);
    await staysWithAPerson(caseId);
    await staysWithAPerson(caseId);
  });

  it.each(["T-1", "T-2"])("is broken off as it is to be submitted (%s)", async (reference) => {
    const caseId = await decideAndWrite({ reference });
    town().beforeSending(() => mark(caseId));
    await staysWithAPerson(caseId);
  });
});
