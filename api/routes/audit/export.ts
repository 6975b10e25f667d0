import { Readable } from "node:stream";
import { append } from "../../../audit/append.js";
import { readHead } from "../../../audit/events.js";
import { logLines } from "../../../audit/log-file.js";
import type { App } from "../../app.js";
import type { ApiDeps } from "../../deps.js";
import { actorOf, onlyFor, personOf } from "../../identity/person.js";
import { logReaders } from "./readers.js";

/**
 * The whole log as a file that `skalig audit verify` proves without us: JSON Lines, each event with the root of the tree
 * it ends, closed by a checkpoint. No personal content. That it was made is an event first, and is in the file.
 */
export const registerExport = (app: App, { store }: ApiDeps): void => {
  app.get("/api/audit/export", { preHandler: onlyFor(store, logReaders) }, async (request, reply) => {
    const actor = actorOf(personOf(request), logReaders);
    await store.transaction(async (tx) => {
      const { size, root } = await readHead(tx);
      await append(tx, { action: "export.made", actor, details: { kind: "log", size, root } });
    });
    const head = await store.read(readHead);
    return reply
      .header("content-disposition", `attachment; filename="skalig-logg-${String(head.size)}.jsonl"`)
      .type("application/jsonl; charset=utf-8")
      .send(Readable.from(logLines(store.read, head)));
  });
};
