import { describe, expect, it } from "vitest";
import { simpleRenewal, storeCase } from "../../api/test-support/a-household.js";
import { append } from "../../audit/append.js";
import type { DecisionDraft } from "../../contracts/decision-draft.js";
import { localDate } from "../../contracts/dates.js";
import { type LetterContent } from "../../contracts/letter.js";
import { renderLetter } from "../../documents/letters/render.js";
import { getCase } from "../../store/cases.js";
import { addCommunication, markCommunicationSent } from "../../store/communications.js";
import { listLetters } from "../../store/letters.js";
import { changeOrder, listOrdersOf } from "../../store/payment-orders.js";
import { grantRole, registerStaff } from "../../store/staff.js";
import { testActor } from "../../store/test-support/test-store.js";
import { decidedCase, decidedOn } from "./decided-case.js";
import { useLetterTown } from "./letter-town.js";

const { town, decideAndWrite, deliver } = useLetterTown();
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
    const [content] = await town().contents(caseId);
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
    const [content] = await town().contents(caseId);
    expect(content?.legalityReview?.paragraphs[0]?.text).toContain("laglighetsprövning");
    expect(JSON.stringify(content)).toContain("enligt punkt 3.6");
  });
});

describe("who decided, in the letter", () => {
  it.each([
    [undefined, "Karin Ek, handläggare, har"],
    ["1:e socialsekreterare", "Karin Ek, 1:e socialsekreterare, har"],
  ])("is called by their own title (%s), or else by their role", async (title, told) => {
    await town().store.transaction(async (tx) => {
      await registerStaff(tx, {
        subject: "karin",
        displayName: "Karin Ek",
        unit: "1",
        ...(title !== undefined && { title }),
      });
      await append(tx, { action: "staff.registered", actor: testActor });
    });
    const caseId = await decideAndWrite({ reference: "T-1" });
    expect(JSON.stringify(await town().contents(caseId))).toContain(told);
  });
});

describe("who holds two roles, in the letter", () => {
  it.each([
    ["3.2", "Karin Ek, handläggare, har"],
    ["3.4", "Karin Ek, enhetschef, har"],
  ])("is called by the role that item %s let them decide in", async (delegationItem, told) => {
    const { store, by } = town();
    await store.transaction(async (tx) => {
      await grantRole(tx, by, "team-lead");
      await append(tx, { action: "staff.registered", actor: testActor });
    });
    const { caseId } = await decidedCase(store, { reference: "T-1", by, delegationItem });
    await town().letters.renderLetter({ caseId });
    expect(JSON.stringify(await town().contents(caseId))).toContain(told);
  });
});

describe("what a letter says of the payment", () => {
  const toldWhere = async (state: "ready" | "held" | "stopped") => {
    const { caseId } = await decidedCase(town().store, { reference: "T-1", by: town().by });
    await town().store.transaction(async (tx) => {
      for (const order of await listOrdersOf(tx, caseId)) await changeOrder(tx, order, { state });
      await append(tx, { action: "payment.held", caseId, actor: testActor });
    });
    await town().letters.renderLetter({ caseId });
    const [content] = await town().contents(caseId);
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
    const { caseId: earlier } = await decidedCase(town().store, { reference: "T-1", by: town().by });
    const input = simpleRenewal({
      kind: "supplement",
      costs: [{ id: "k1", type: "acute-dental-care", appliedOre: 184_000, proof: "document" }],
    });
    const draft: DecisionDraft = { outcome: "granted", amountOre: 184_000, reasons: "Tandvården kunde inte vänta." };
    const { caseId } = await decidedCase(town().store, { reference: "T-1b", by: town().by, draft, input });
    expect(caseId).not.toBe(earlier);
    await town().letters.renderLetter({ caseId });
    const [content] = await town().contents(caseId);
    const { number } = await town().store.read((tx) => getCase(tx, earlier));
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
    const { caseId } = await storeCase(town().store, { reference: "T-1", also: [also] });
    const communicationId = await town().store.transaction(async (tx) => {
      const content = { items: ["Underskrift av den du bor tillsammans med."] };
      const answerBy = localDate("2025-11-07");
      const id = await addCommunication(tx, { caseId, kind: "completion", content, answerBy, by: town().by });
      await markCommunicationSent(tx, id, decidedOn);
      await append(tx, { action: "completion.sent", caseId, actor: testActor });
      return id;
    });
    await town().letters.renderHandlingLetter({ caseId, communicationId });
    const letters = await town().store.read((tx) => listLetters(tx, caseId));
    expect(letters.map(({ recipientMember }) => recipientMember).toSorted()).toEqual(told);
  });
});

describe("a decision after a letter for comments that came late", () => {
  it("tells the day that stood in the letter, and the day that was waited for instead", async () => {
    const { caseId } = await decidedCase(town().store, { reference: "T-1", by: town().by, hearing: "silent" });
    const communicationId = await town().store.transaction(async (tx) => {
      const content = { text: "Du har fått 2 000 kronor via Swish." };
      const answerBy = localDate("2025-11-07");
      const id = await addCommunication(tx, { caseId, kind: "communication", content, answerBy, by: town().by });
      await markCommunicationSent(tx, id, localDate("2025-10-20"));
      await append(tx, { action: "communication.sent", caseId, actor: testActor });
      return id;
    });
    await town().letters.renderHandlingLetter({ caseId, communicationId });
    await deliver(caseId);
    await town().letters.renderLetter({ caseId });
    const decision = (await town().contents(caseId)).find(({ kind }) => kind === "grant");
    expect(JSON.stringify(decision)).toContain(
      "I brevet stod att du kunde yttra dig till och med den 7 november 2025, skriftligt eller muntligt. Brevet kom fram senare än vi räknade med, och vi tog därför emot svar till och med den 14 november 2025.",
    );
  });
});

describe("a letter before the decision", () => {
  const asked = async (content: { text: string } | { items: string[] }) => {
    const { caseId } = await decidedCase(town().store, { reference: "T-1", by: town().by });
    const communicationId = await town().store.transaction(async (tx) => {
      const kind = "text" in content ? "communication" : "completion";
      const answerBy = localDate("2025-11-07");
      const id = await addCommunication(tx, { caseId, kind, content, answerBy, by: town().by });
      await markCommunicationSent(tx, id, decidedOn);
      await append(tx, { action: `${kind}.sent`, caseId, actor: testActor });
      return id;
    });
    await town().letters.renderHandlingLetter({ caseId, communicationId });
    return { caseId, communicationId };
  };

  it("gives the material in the caseworker's words, and leaves by the same way", async () => {
    const { caseId } = await asked({ text: "Du har fått 2 000 kronor via Swish." });
    const [content] = await town().contents(caseId);
    expect(content).toMatchObject({ kind: "communication", date: "2025-10-27" });
    expect(content?.sections[0]?.paragraphs[1]).toEqual({
      textId: "own",
      trace: { from: "person", name: "Karin Ek", on: "2025-10-27" },
      text: "Du har fått 2 000 kronor via Swish.",
    });
    await expect(deliver(caseId)).resolves.toBe("delivered");
    expect(await town().inMailbox()).toHaveLength(1);
  });

  it("asks for what is missing, and reminds of it once, on the day that the reminder is due", async () => {
    const { caseId, communicationId } = await asked({ items: ["Din underskrift i e-tjänsten"] });
    for (let attempt = 0; attempt < 2; attempt += 1)
      await town().letters.renderHandlingLetter({ caseId, communicationId, reminder: true });
    const contents = (await town().contents(caseId)).toSorted((one, other) => one.date.localeCompare(other.date));
    expect(contents.map(({ kind, date }) => ({ kind, date }))).toEqual([
      { kind: "completion", date: "2025-10-27" },
      { kind: "reminder", date: "2025-11-04" },
    ]);
    expect(JSON.stringify(contents[1])).toContain("Den 27 oktober 2025 bad vi dig om uppgifter");
    await deliver(caseId);
    expect(await town().inMailbox()).toHaveLength(2);
  });
});
