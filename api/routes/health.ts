import { z } from "zod";
import { readHead } from "../../audit/events.js";
import type { App } from "../app.js";
import type { ApiDeps } from "../deps.js";
import { Refusal } from "../plugins/refusal.js";

/** Whether the api can do its work: the database and the log answer. Says nothing else. */
export const registerHealth = (app: App, { store }: Pick<ApiDeps, "store">): void => {
  app.get("/health", { schema: { response: { 200: z.strictObject({ status: z.literal("ok") }) } } }, async () => {
    await store
      .read((tx) => readHead(tx))
      .catch(() => {
        throw new Refusal("unavailable");
      });
    return { status: "ok" as const };
  });
};
