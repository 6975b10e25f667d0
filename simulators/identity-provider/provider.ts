import Provider, { type Configuration } from "oidc-provider";
import type { ProviderKeys } from "./keys.js";
import type { FictiveStaff } from "./staff.js";

/** The one program that may use the provider. */
export type Client = { readonly clientId: string; readonly clientSecret: string; readonly redirectUri: string };

const shortSeconds = 10 * 60;

/** An OpenID provider that asks who one is each time, and requires PKCE. */
export const createProvider = (
  issuer: string,
  {
    client,
    keys,
    staff,
  }: { readonly client: Client; readonly keys: ProviderKeys; readonly staff: readonly FictiveStaff[] },
): Provider => {
  const configuration: Configuration = {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [client.redirectUri],
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    jwks: keys.jwks,
    cookies: { keys: keys.cookieKeys },
    claims: { openid: ["sub"], profile: ["name"] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    ttl: {
      AccessToken: shortSeconds,
      AuthorizationCode: 60,
      Grant: shortSeconds,
      IdToken: shortSeconds,
      Interaction: shortSeconds,
      Session: shortSeconds,
    },
    findAccount: (_context, subject) => {
      const found = staff.find((one) => one.subject === subject);
      return found && { accountId: subject, claims: () => ({ sub: subject, name: found.name }) };
    },
    // Our own program needs nobody's consent to learn who signed in to it.
    loadExistingGrant: async ({ oidc }) => {
      const { session, client: asking, provider } = oidc;
      if (session?.accountId === undefined || asking === undefined) return undefined;
      const grant = new provider.Grant({ clientId: asking.clientId, accountId: session.accountId });
      grant.addOIDCScope("openid profile");
      await grant.save();
      return grant;
    },
  };
  return new Provider(issuer, configuration);
};
