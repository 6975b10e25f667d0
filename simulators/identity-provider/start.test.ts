import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startIdentityProvider } from "./start.js";

const client = {
  clientId: "console",
  clientSecret: "for-tests",
  redirectUri: "http://127.0.0.1:4600/api/sign-in/callback",
};

describe("the development provider", () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "skalig-idp-"));
  });
  afterEach(() => rm(dataDir, { recursive: true }));

  test("refuses to listen where other machines could reach it", async () => {
    await expect(startIdentityProvider({ dataDir, client, host: "0.0.0.0" })).rejects.toThrow("loopback");
  });

  test("refuses to start beside a real sign-in service", async () => {
    await expect(startIdentityProvider({ dataDir, client, realIssuer: "https://id.example" })).rejects.toThrow(
      "real sign-in service",
    );
  });

  test("makes its own keys once, readable by nobody else, and keeps them", async () => {
    const file = join(dataDir, "identity-provider", "keys.json");
    const publicKeys = async (): Promise<unknown> => {
      const provider = await startIdentityProvider({ dataDir, client });
      try {
        return await (await fetch(`${provider.issuer}/jwks`)).json();
      } finally {
        await provider.close();
      }
    };
    const first = await publicKeys();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const kept = await readFile(file, "utf8");
    expect(await publicKeys()).toEqual(first);
    expect(await readFile(file, "utf8")).toBe(kept);
    expect(JSON.stringify(first)).not.toContain('"d":');
  });

  test("sends nobody on without PKCE", async () => {
    const provider = await startIdentityProvider({ dataDir, client });
    const query = new URLSearchParams({
      client_id: client.clientId,
      redirect_uri: client.redirectUri,
      response_type: "code",
      scope: "openid",
    });
    const response = await fetch(`${provider.issuer}/auth?${query.toString()}`, { redirect: "manual" });
    expect(response.headers.get("location")).toContain("error=invalid_request");
    await provider.close();
  });
});
