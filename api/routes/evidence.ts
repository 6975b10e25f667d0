import { append } from "../../audit/append.js";
import { findEvidence, openEvidence } from "../../store/evidence.js";
import type { App } from "../app.js";
import type { ApiDeps } from "../deps.js";
import { actorOf, onlyFor, personOf } from "../identity/person.js";
import { Refusal } from "../plugins/refusal.js";
import { inertContentPolicy } from "../plugins/security-headers.js";
import { openableCase } from "./case-access.js";
import { caseParams, evidenceParams } from "./params.js";

const readers = ["caseworker", "team-lead", "auditor"] as const;

/** The bytes a decision rests on. They come from outside, so the browser is told to show them and do nothing more. */
export const registerEvidence = (app: App, { store, previewLetter }: ApiDeps): void => {
  const preHandler = onlyFor(store, readers);

  app.get("/api/cases/:caseId/evidence/:evidenceId", { preHandler, schema: { params: evidenceParams } }, async (request, reply) => {
    const person = personOf(request);
    const { caseId, evidenceId } = request.params;
    await openableCase(store, caseId, person);
    const { entry, bytes } = await store.transaction(async (tx) => {
      const found = await findEvidence(tx, evidenceId);
      // Evidence of another case is not there, whoever asks.
      if (found?.caseId !== caseId) throw new Refusal("not-found");
      const content = await openEvidence(tx, evidenceId);
      await append(tx, { action: "evidence.opened", caseId, actor: actorOf(person, readers), details: { evidence: evidenceId } });
      return { entry: found, bytes: content };
    });
    return reply
      .header("content-security-policy", inertContentPolicy(entry.mediaType))
      .header("x-frame-options", "SAMEORIGIN")
      .header("content-disposition", "inline")
      .type(entry.mediaType === "text/html" ? "text/html; charset=utf-8" : entry.mediaType)
      .send(bytes);
  });

  app.get("/api/cases/:caseId/letter", { preHandler, schema: { params: caseParams } }, async (request, reply) => {
    const person = personOf(request);
    const { caseId } = request.params;
    await openableCase(store, caseId, person);
    const bytes = await previewLetter(caseId);
    if (bytes === undefined) throw new Refusal("not-found", { title: "Det finns inget brev att visa än." });
    await store.transaction((tx) => append(tx, { action: "evidence.opened", caseId, actor: actorOf(person, readers), details: { kind: "letter-preview" } }));
    return reply
      .header("content-security-policy", inertContentPolicy("application/pdf"))
      .header("x-frame-options", "SAMEORIGIN")
      .header("content-disposition", "inline")
      .type("application/pdf")
      .send(Buffer.from(bytes));
  });
};
