import { z } from "zod";
import { append } from "../../../audit/append.js";
import { proveEvent } from "../../../audit/event-proof.js";
import { findEvent, openContent, readHead } from "../../../audit/events.js";
import { keepVerification, lastVerification } from "../../../audit/verification.js";
import { verifyLog } from "../../../audit/verify-log.js";
import { eventProofViewSchema, shownThenSchema, verificationViewSchema } from "../../../contracts/api/case-log.js";
import { shownCaseSchema } from "../../../contracts/api/case-view.js";
import { sha256Schema } from "../../../contracts/ids.js";
import { findCase } from "../../../store/cases.js";
import type { App } from "../../app.js";
import type { ApiDeps } from "../../deps.js";
import { actorOf, onlyFor, personOf } from "../../identity/person.js";
import { Refusal } from "../../plugins/refusal.js";
import { staffNames } from "../../views/case-facts.js";
import { hashOfShown } from "../../views/case-view.js";
import { verificationView } from "../../views/verification-view.js";
import { logReaders } from "./readers.js";

const eventParams = z.strictObject({ seq: z.coerce.number().int().min(1) });
const sealedShown = z.object({ shown: shownCaseSchema });

/** What proves the log: the whole of it, one event, and what a decider saw. */
export const registerProofs = (app: App, { store }: ApiDeps): void => {
  const preHandler = onlyFor(store, logReaders);

  app.post(
    "/api/audit/verification",
    { preHandler, schema: { body: z.strictObject({}), response: { 200: verificationViewSchema } } },
    async (request) => {
      const actor = actorOf(personOf(request), logReaders);
      const result = await store.read((tx) => verifyLog(tx));
      await store.transaction((tx) => keepVerification(tx, result, actor));
      const view = verificationView(await store.read(lastVerification));
      if (view === null) throw new Refusal("internal");
      return view;
    },
  );

  app.get(
    "/api/audit/events/:seq/proof",
    { preHandler, schema: { params: eventParams, response: { 200: eventProofViewSchema } } },
    async (request) => {
      const { seq } = request.params;
      return store.read(async (tx) => {
        const event = await findEvent(tx, seq);
        const proof = event && (await proveEvent(tx, event, (await readHead(tx)).size));
        if (proof === undefined) throw new Refusal("not-found");
        const hash = (hex: string) => sha256Schema.parse(hex);
        return { ...proof, seq, leaf: hash(proof.leaf), root: hash(proof.root), path: proof.path.map(hash) };
      });
    },
  );

  app.get(
    "/api/audit/events/:seq/shown",
    { preHandler, schema: { params: eventParams, response: { 200: shownThenSchema } } },
    async (request) => {
      const person = personOf(request);
      return store.transaction(async (tx) => {
        const event = await findEvent(tx, request.params.seq);
        const row = event?.caseId === undefined ? undefined : await findCase(tx, event.caseId);
        if (event?.action !== "decision.requested" || row === undefined || row.protected)
          throw new Refusal("not-found");
        const sealed = sealedShown.safeParse(await openContent(tx, event));
        const shownHash = sha256Schema.safeParse(event.details["shown"]);
        if (!sealed.success || !shownHash.success)
          throw new Refusal("not-found", { title: "Det som visades finns inte kvar i läsbar form." });
        const names = await staffNames(tx);
        await append(tx, {
          action: "case.opened",
          caseId: row.id,
          actor: actorOf(person, logReaders),
          details: { kind: "shown", seq: event.seq },
        });
        const { shown } = sealed.data;
        return {
          seq: event.seq,
          at: event.at,
          by: names.get(event.actor.id) ?? "okänd person",
          shownHash: shownHash.data,
          matches: hashOfShown(shown) === shownHash.data,
          shown,
        };
      });
    },
  );
};
