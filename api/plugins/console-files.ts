import fastifyStatic from "@fastify/static";
import type { App } from "../app.js";
import { Refusal } from "./refusal.js";

/** Serves the built console. Addresses of its pages all give the one page, which finds its own way. */
export const registerConsole = async (app: App, consoleDir: string | undefined): Promise<void> => {
  if (consoleDir !== undefined) await app.register(fastifyStatic, { root: consoleDir, wildcard: false });
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === "GET" && !request.url.startsWith("/api/") && consoleDir !== undefined;
    const isFile = /\.[a-z0-9]+$/i.test(request.url.split("?")[0] ?? "");
    if (!isPage || isFile) throw new Refusal("not-found");
    return reply.header("cache-control", "no-store").sendFile("index.html");
  });
};
