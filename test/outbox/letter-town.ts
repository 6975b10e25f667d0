import { afterEach, beforeEach } from "vitest";
import { z } from "zod";
import { createLetterActivities } from "../../activities/letters.js";
import { alwaysInForce } from "../../activities/packs-in-force.js";
import { createOutboxActivities } from "../../activities/outbox.js";
import { listEvents } from "../../audit/events.js";
import type { LetterChannel } from "../../contracts/delivery.js";
import type { CaseId } from "../../contracts/ids.js";
import { localDate } from "../../contracts/dates.js";
import { personalNumberSchema } from "../../contracts/readings/person.js";
import { letterContentSchema, type LetterContent } from "../../contracts/letter.js";
import { samplePacks } from "../../rules/packs.js";
import { municipality } from "../../rules/letters/test-support/household.js";
import { simulatorLogins } from "../../simulators/logins.js";
import { createMailbox } from "../../simulators/mailbox/app.js";
import { createPrintQueue } from "../../simulators/print-queue/app.js";
import { listLetters, openLetter } from "../../store/letters.js";
import { openTestStore, type TestStore } from "../../store/test-support/test-store.js";
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
    packsInForce: alwaysInForce(samplePacks),
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
  let setting: typeof asText = asText;
  let opened = 0;
  const outbox = createOutboxActivities({
    store: {
      ...store,
      read: (work) =>
        store.read((tx) => {
          const counted =
            <Owner, Found>(find: (owner: Owner) => Found) =>
            (owner: Owner): Found => {
              opened += 1;
              return find(owner);
            };
          return work({ ...tx, cipherFor: counted(tx.cipherFor), findCipher: counted(tx.findCipher) });
        }),
    },
    renderLetter: (content) => setting(content),
    channels: {
      "digital-mailbox": interrupted(outward.channels["digital-mailbox"]),
      "print-queue": interrupted(outward.channels["print-queue"]),
    },
    namedChannels: () => Promise.resolve(["digital-mailbox", "print-queue"]),
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
    /** How many times something sealed has been opened to hand letters over and follow them. */
    opened: () => opened,
    /** The next letter that is set again cannot be. */
    failNextSetting: () => {
      setting = () => {
        setting = asText;
        return Promise.reject(new Error("The letter cannot be set."));
      };
    },
    /** Something that happens when a letter has been looked for and is about to be submitted. */
    beforeSending: (happening: () => Promise<void>) => {
      beforeSending = happening;
    },
    /** The letter of a case as it is stored now, which comes to the mailbox when the returned function is called. */
    onItsWay: async (caseId: CaseId) => {
      const { reference, pdf } = await store.read(async (tx) => {
        const [letter] = await listLetters(tx, caseId);
        if (letter === undefined) throw new Error("The case has no letter.");
        return { reference: letter.id, pdf: await openLetter(tx, letter.id) };
      });
      const sent = { reference, personalNumber: personalNumberSchema.parse("198903152398"), title: "Beslut", pdf };
      return () => outward.channels["digital-mailbox"].send(sent, () => Promise.resolve());
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

/** A town opened before each test and closed after it. */
export const useLetterTown = () => {
  let here: Awaited<ReturnType<typeof town>>;
  beforeEach(async () => {
    here = await town();
  });
  afterEach(() => here.close());
  return {
    town: () => here,
    decideAndWrite: async (parts: Omit<Parameters<typeof decidedCase>[1], "by">): Promise<CaseId> => {
      const { caseId } = await decidedCase(here.store, { ...parts, by: here.by });
      await here.letters.renderLetter({ caseId });
      return caseId;
    },
    deliver: (caseId: CaseId) => here.outbox.deliverLetter({ caseId }),
  };
};
