import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from "openid-client";
import { isLoopback } from "../../platform/loopback.js";
import type { OidcSettings } from "../deps.js";
import type { PendingSignIn } from "./session-data.js";

/** OpenID Connect, authorization code with PKCE, state and nonce. */
export const createOidc = (settings: OidcSettings, redirectUri: string) => {
  const issuer = new URL(settings.issuer);
  // Plain http is for the development provider on this machine, and for nothing else.
  const execute = issuer.protocol === "http:" && isLoopback(issuer.hostname) ? [allowInsecureRequests] : [];
  let found: Promise<Configuration> | undefined;

  const configuration = async (): Promise<Configuration> => {
    found ??= discovery(issuer, settings.clientId, settings.clientSecret, undefined, { execute });
    try {
      return await found;
    } catch (error) {
      // The provider may be up the next time someone asks.
      found = undefined;
      throw error;
    }
  };

  return {
    /** Where to send the browser, and what to remember until it comes back. Sign-in is always asked for, never assumed. */
    begin: async (returnTo: string): Promise<{ address: URL; pending: PendingSignIn }> => {
      const pending = { state: randomState(), nonce: randomNonce(), codeVerifier: randomPKCECodeVerifier(), returnTo };
      const address = buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: "openid profile",
        response_type: "code",
        code_challenge: await calculatePKCECodeChallenge(pending.codeVerifier),
        code_challenge_method: "S256",
        state: pending.state,
        nonce: pending.nonce,
        prompt: "login",
      });
      return { address, pending };
    },
    /** Who came back, as the provider's subject. Throws where anything about the answer does not fit what was asked. */
    finish: async (query: string, pending: PendingSignIn): Promise<string> => {
      const tokens = await authorizationCodeGrant(await configuration(), new URL(`${redirectUri}${query}`), {
        pkceCodeVerifier: pending.codeVerifier,
        expectedState: pending.state,
        expectedNonce: pending.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Error("The provider answered without an id token.");
      return claims.sub;
    },
  };
};
export type Oidc = ReturnType<typeof createOidc>;
