import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import type Provider from "oidc-provider";
import { assertLoopback } from "../shared/listen.js";
import { loadKeys } from "./keys.js";
import { createProvider, type Client } from "./provider.js";
import { signInPage } from "./sign-in-page.js";
import { fictiveStaff, type FictiveStaff } from "./staff.js";

/** How to start the provider. */
export type IdentityProviderOptions = {
  readonly dataDir: string;
  /** `clientId`, `clientSecret` and the address browsers are sent back to. */
  readonly client: Client;
  readonly host?: string;
  /** 0, the default: any free port. */
  readonly port?: number;
  /** The issuer of a real provider, where one is configured. Beside it this one refuses to start. */
  readonly realIssuer?: string;
  readonly staff?: readonly FictiveStaff[];
};

/** A running provider. */
export type IdentityProvider = { readonly issuer: string; readonly close: () => Promise<void> };

const maximumBodyBytes = 2_000;

const listenOn = (server: Server, { host, port }: { readonly host: string; readonly port: number }): Promise<number> =>
  new Promise((listening, failed) => {
    server.once("error", failed);
    server.listen(port, host, () => {
      const bound = server.address();
      if (typeof bound === "object" && bound !== null) listening(bound.port);
      else failed(new Error("The provider has no port."));
    });
  });

const showChoice = async (provider: Provider, exchange: Exchange): Promise<void> => {
  const { request, response, staff, client } = exchange;
  const { uid } = await provider.interactionDetails(request, response);
  const nonce = randomBytes(16).toString("base64");
  // Browsers apply form-action to the redirects that follow a form as well, so the program it leads to is named.
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self' ${new URL(client.redirectUri).origin}; base-uri 'none'; frame-ancestors 'none'`;
  response.writeHead(200, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policy,
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
  response.end(signInPage({ action: `/interaction/${uid}`, nonce, staff }));
};

const takeChoice = async (provider: Provider, { request, response, staff }: Exchange): Promise<void> => {
  const isLarge = Number(request.headers["content-length"] ?? 0) > maximumBodyBytes;
  const subject = isLarge ? null : new URLSearchParams(await text(request)).get("subject");
  const chosen = staff.find((one) => one.subject === subject);
  if (chosen === undefined) sendError(response, 400);
  else await provider.interactionFinished(request, response, { login: { accountId: chosen.subject, remember: false } });
};

type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly staff: readonly FictiveStaff[];
  readonly client: Client;
};

const sendError = (response: ServerResponse, status: number): void => {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end("Inloggningen gick inte att ta emot. Börja om från Skälig.\n");
};

const handle = (provider: Provider, exchange: Exchange): Promise<void> => {
  const { request, response } = exchange;
  if (request.url?.startsWith("/interaction/") !== true) return provider.callback()(request, response);
  return request.method === "POST" ? takeChoice(provider, exchange) : showChoice(provider, exchange);
};

/**
 * Starts the development OpenID provider on loopback: anyone who reaches it can be anyone on its list.
 *
 * @throws where the host is not loopback, or a real provider is configured.
 */
export const startIdentityProvider = async (options: IdentityProviderOptions): Promise<IdentityProvider> => {
  const { host = "127.0.0.1", port = 0, client, staff = fictiveStaff, realIssuer } = options;
  assertLoopback(host);
  if (realIssuer !== undefined)
    throw new Error("A real sign-in service is configured; the development provider does not start beside it.");
  const keys = await loadKeys(options.dataDir);
  const server = createServer();
  const issuer = `http://${host}:${String(await listenOn(server, { host, port }))}`;
  const provider = createProvider(issuer, { client, keys, staff });
  server.on("request", (request, response) => {
    handle(provider, { request, response, staff, client }).catch(() => {
      if (!response.headersSent) sendError(response, 400);
      else response.end();
    });
  });
  return {
    issuer,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => {
          closed();
        });
      }),
  };
};
