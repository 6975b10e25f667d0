import { append } from "../../audit/append.js";
import type { CaseId, EvidenceId } from "../../contracts/ids.js";
import { findEvidence, openEvidence } from "../../store/evidence.js";
import type { FastifyReply } from "fastify";
import type { Store } from "../../store/open-store.js";
import type { App } from "../app.js";
import type { ApiDeps } from "../deps.js";
import { actorOf, onlyFor, personOf, type Person } from "../identity/person.js";
import { Refusal } from "../plugins/refusal.js";
import { inertContentPolicy } from "../plugins/security-headers.js";
import { openableCase } from "./case-access.js";
import { evidenceParams, pageParams } from "./params.js";

/** Who may look at what a case rests on. */
export const readers = ["caseworker", "team-lead", "auditor"] as const;

/** Opens a piece of evidence of a case for a person. That it was opened is an event in the same transaction. */
const openFor = (
  store: Store,
  person: Person,
  { caseId, evidenceId, page }: { readonly caseId: CaseId; readonly evidenceId: EvidenceId; readonly page?: number },
) =>
  store.transaction(async (tx) => {
    const entry = await findEvidence(tx, evidenceId);
    // Evidence of another case is not there, whoever asks.
    if (entry?.caseId !== caseId) throw new Refusal("not-found");
    const bytes = await openEvidence(tx, evidenceId);
    await append(tx, {
      action: "evidence.opened",
      caseId,
      actor: actorOf(person, readers),
      details: { evidence: evidenceId, ...(page === undefined ? {} : { page }) },
    });
    return { entry, bytes };
  });

/** Sends bytes that come from outside, so that the browser shows them and does nothing more. */
export const sendInert = (reply: FastifyReply, mediaType: string, bytes: Uint8Array): FastifyReply =>
  reply
    .header("content-security-policy", inertContentPolicy(mediaType))
    .header("x-frame-options", "SAMEORIGIN")
    .header("content-disposition", "inline")
    .type(mediaType === "text/html" ? "text/html; charset=utf-8" : mediaType)
    .send(Buffer.from(bytes));

/** The bytes a decision rests on. */
export const registerEvidence = (app: App, { store, drawPage }: ApiDeps): void => {
  const preHandler = onlyFor(store, readers);

  app.get(
    "/api/cases/:caseId/evidence/:evidenceId",
    { preHandler, schema: { params: evidenceParams } },
    async (request, reply) => {
      const person = personOf(request);
      await openableCase(store, request.params.caseId, person);
      const { entry, bytes } = await openFor(store, person, request.params);
      return sendInert(reply, entry.mediaType, bytes);
    },
  );

  app.get(
    "/api/cases/:caseId/evidence/:evidenceId/pages/:page",
    { preHandler, schema: { params: pageParams } },
    async (request, reply) => {
      const person = personOf(request);
      await openableCase(store, request.params.caseId, person);
      if (drawPage === undefined) throw new Refusal("not-found");
      const { entry, bytes } = await openFor(store, person, request.params);
      if (entry.mediaType !== "application/pdf") throw new Refusal("not-found");
      return sendInert(reply, "image/png", await drawPage(bytes, request.params.page));
    },
  );
};
