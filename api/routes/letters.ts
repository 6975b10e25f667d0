import { append } from "../../audit/append.js";
import { decisionDraftSchema } from "../../contracts/decision-draft.js";
import type { CaseId } from "../../contracts/ids.js";
import { findLetter, listLetters, openLetter } from "../../store/letters.js";
import { findDecision } from "../../store/decisions.js";
import type { Store } from "../../store/open-store.js";
import type { App } from "../app.js";
import type { ApiDeps, LetterPreview } from "../deps.js";
import { actorOf, onlyFor, personOf, type Person } from "../identity/person.js";
import { Refusal } from "../plugins/refusal.js";
import { decidingRoles } from "../views/proposal.js";
import { openableCase } from "./case-access.js";
import { readers, sendInert } from "./evidence.js";
import { caseParams, letterParams } from "./params.js";

type Looking = { readonly person: Person; readonly caseId: CaseId };

const logPreview = (store: Store, { person, caseId }: Looking): Promise<unknown> =>
  store.transaction((tx) =>
    append(tx, {
      action: "evidence.opened",
      caseId,
      actor: actorOf(person, readers),
      details: { kind: "letter-preview" },
    }),
  );

const shown = (preview: LetterPreview | undefined): Extract<LetterPreview, { pdf: Uint8Array }> => {
  if (preview === undefined) throw new Refusal("not-found", { title: "Det finns inget brev att visa än." });
  if ("missing" in preview) throw new Refusal("change-refused", { code: "letter-incomplete", title: preview.missing });
  return preview;
};

/** A letter that has been made, exactly as it was or will be sent. That it was opened is an event. */
const openStored = (store: Store, { letterId, person, caseId }: Looking & { readonly letterId: string }) =>
  store.transaction(async (tx) => {
    const letter = await findLetter(tx, letterId);
    // A letter of another case is not there, whoever asks.
    if (letter?.caseId !== caseId) throw new Refusal("not-found");
    const bytes = await openLetter(tx, letterId);
    const { sha256, kind } = letter;
    const details = { letter: letterId, sha256, kind };
    await append(tx, { action: "letter.read", caseId, actor: actorOf(person, readers), details });
    return bytes;
  });

/** The letter of the case's decision, once it is made. */
const decisionLetter = (store: Store, caseId: CaseId): Promise<string | undefined> =>
  store.read(async (tx) => {
    const decision = await findDecision(tx, caseId);
    const letters = decision === undefined ? [] : await listLetters(tx, caseId);
    return letters.find(({ decisionId }) => decisionId === decision?.id)?.id;
  });

/** Letters: as one would be sent, of what is proposed or being written, and as they were sent. */
export const registerLetters = (app: App, { store, previewLetter }: ApiDeps): void => {
  const preHandler = onlyFor(store, readers);

  app.get("/api/cases/:caseId/letter", { preHandler, schema: { params: caseParams } }, async (request, reply) => {
    const person = personOf(request);
    const { caseId } = request.params;
    await openableCase(store, caseId, person);
    const letterId = await decisionLetter(store, caseId);
    if (letterId !== undefined)
      return sendInert(reply, "application/pdf", await openStored(store, { letterId, person, caseId }));
    const { pdf } = shown(await previewLetter({ caseId, viewer: person }));
    await logPreview(store, { person, caseId });
    return sendInert(reply, "application/pdf", pdf);
  });

  app.get(
    "/api/cases/:caseId/letters/:letterId",
    { preHandler, schema: { params: letterParams } },
    async (request, reply) => {
      const person = personOf(request);
      const { caseId, letterId } = request.params;
      await openableCase(store, caseId, person);
      return sendInert(reply, "application/pdf", await openStored(store, { letterId, person, caseId }));
    },
  );

  app.post(
    "/api/cases/:caseId/letter-preview",
    { preHandler: onlyFor(store, decidingRoles), schema: { params: caseParams, body: decisionDraftSchema } },
    async (request, reply) => {
      const person = personOf(request);
      const { caseId } = request.params;
      await openableCase(store, caseId, person);
      const { content, pdf } = shown(await previewLetter({ caseId, viewer: person, draft: request.body }));
      await logPreview(store, { person, caseId });
      return request.headers.accept === "application/pdf" ? sendInert(reply, "application/pdf", pdf) : content;
    },
  );
};
