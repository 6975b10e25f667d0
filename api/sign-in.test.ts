import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { append } from "../audit/append.js";
import { sessionViewSchema } from "../contracts/api/session.js";
import { startIdentityProvider, type IdentityProvider } from "../simulators/identity-provider/start.js";
import { grantRole, registerStaff } from "../store/staff.js";
import { testActor } from "../store/test-support/test-store.js";
import { publicUrl, startTestApi, type TestApi } from "./test-support/test-api.js";

const client = {
  clientId: "skalig",
  clientSecret: "not-a-secret-outside-this-test",
  redirectUri: `${publicUrl}/api/sign-in/callback`,
};

/** The cookies of one browser at one site. */
const jar = () => {
  const cookies = new Map<string, string>();
  return {
    take: (lines: readonly string[]): void => {
      for (const line of lines) {
        const [pair = ""] = line.split(";");
        const at = pair.indexOf("=");
        cookies.set(pair.slice(0, at), pair.slice(at + 1));
      }
    },
    header: (): string => [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
    get: (name: string): string | undefined => cookies.get(name),
  };
};

describe("signing in", () => {
  let folder: string;
  let provider: IdentityProvider;
  let api: TestApi;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "skalig-sign-in-"));
    provider = await startIdentityProvider({ dataDir: folder, client });
    api = await startTestApi({
      oidc: { issuer: provider.issuer, clientId: client.clientId, clientSecret: client.clientSecret },
    });
    await api.store.transaction(async (tx) => {
      const { id } = await registerStaff(tx, {
        subject: "handlaggare-1",
        displayName: "Amina Sandberg",
        unit: "Enhet 2",
      });
      await grantRole(tx, id, "caseworker");
      await append(tx, { action: "staff.registered", actor: testActor, details: { staff: id } });
    });
  });
  afterAll(async () => {
    await api.stop();
    await provider.close();
    await rm(folder, { recursive: true });
  });

  /** Goes to the provider and chooses somebody there. Gives the address the browser is sent back to. */
  const goThroughProvider = async (start: string, subject: string): Promise<{ callback: URL; page: string }> => {
    const cookies = jar();
    const go = async (url: string, init: Pick<RequestInit, "method" | "body"> = {}): Promise<Response> => {
      const response = await fetch(url, { ...init, redirect: "manual", headers: { cookie: cookies.header() } });
      cookies.take(response.headers.getSetCookie());
      return response;
    };
    const next = (response: Response): string => new URL(response.headers.get("location") ?? "", provider.issuer).href;
    const interaction = next(await go(start));
    const page = await (await go(interaction)).text();
    const chosen = await go(interaction, { method: "POST", body: new URLSearchParams({ subject }) });
    const back = await go(next(chosen));
    return { callback: new URL(next(back)), page };
  };

  const begin = async (returnTo = "/arenden?tab=mine") => {
    const cookies = jar();
    const response = await api.app.inject({
      url: `/api/sign-in?${new URLSearchParams({ return: returnTo }).toString()}`,
    });
    cookies.take([response.headers["set-cookie"] ?? []].flat());
    return { location: response.headers.location ?? "", cookies };
  };

  const finish = ({ callback, cookie }: { readonly callback: URL; readonly cookie: string }) =>
    api.app.inject({ url: `${callback.pathname}${callback.search}`, headers: { cookie } });

  test("goes through the provider with PKCE, state and nonce, and comes back to where one was going", async () => {
    const { location, cookies } = await begin();
    const asked = new URL(location).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: "code",
      code_challenge_method: "S256",
      prompt: "login",
    });
    expect(asked.get("state")).not.toBeNull();
    expect(asked.get("nonce")).not.toBeNull();

    const { callback, page } = await goThroughProvider(location, "handlaggare-1");
    expect(page).toContain("Alla personer är påhittade");
    const response = await finish({ callback, cookie: cookies.header() });
    expect(response.statusCode, response.body).toBe(302);
    expect(response.headers.location).toBe("/arenden?tab=mine");
    const session = [response.headers["set-cookie"] ?? []].flat().find((line) => line.startsWith("skalig_session="));
    expect(session).toMatch(/HttpOnly/);
    expect(session).toMatch(/SameSite=Lax/);

    const me = await api.app.inject({ url: "/api/session", headers: { cookie: session?.split(";")[0] ?? "" } });
    expect(sessionViewSchema.parse(me.json())).toMatchObject({ name: "Amina Sandberg", roles: ["caseworker"] });
    expect(await api.events("session.opened")).toHaveLength(1);
  });

  test("a session that existed before is replaced, and signing out ends the new one", async () => {
    const { location, cookies } = await begin();
    const former = await api.signIn(["caseworker"]);
    const { callback } = await goThroughProvider(location, "handlaggare-1");
    const response = await finish({ callback, cookie: `${cookies.header()}; ${former.headers["cookie"] ?? ""}` });
    expect((await api.app.inject({ url: "/api/session", headers: former.headers })).statusCode).toBe(401);

    const fresh = {
      cookie:
        ([response.headers["set-cookie"] ?? []].flat().find((line) => line.startsWith("skalig_session=")) ?? "").split(
          ";",
        )[0] ?? "",
      origin: publicUrl,
    };
    expect((await api.app.inject({ url: "/api/session", headers: fresh })).statusCode).toBe(200);
    await api.app.inject({ method: "POST", url: "/api/sign-out", headers: fresh, payload: {} });
    expect((await api.app.inject({ url: "/api/session", headers: fresh })).statusCode).toBe(401);
  });

  test("an answer that was not asked for, from another browser or twice, is turned away", async () => {
    const { location, cookies } = await begin();
    const { callback } = await goThroughProvider(location, "handlaggare-1");
    const otherBrowser = await begin();
    expect((await finish({ callback, cookie: otherBrowser.cookies.header() })).statusCode).toBe(400);
    expect((await finish({ callback, cookie: "" })).statusCode).toBe(400);
    expect((await finish({ callback, cookie: cookies.header() })).statusCode).toBe(302);
    expect((await finish({ callback, cookie: cookies.header() })).statusCode).toBe(400);
  });

  test("someone without a role is told so, and it is logged", async () => {
    const { location, cookies } = await begin();
    const { callback } = await goThroughProvider(location, "granskare-1");
    const response = await finish({ callback, cookie: cookies.header() });
    expect(response.statusCode).toBe(403);
    expect(response.body).toContain("Du har ingen roll i Skälig");
    expect(await api.events("session.refused")).toHaveLength(1);
  });

  test("sign-in never leads to another site", async () => {
    for (const returnTo of ["https://example.org/", "//example.org/", "/\\example.org"]) {
      const { location, cookies } = await begin(returnTo);
      const { callback } = await goThroughProvider(location, "handlaggare-1");
      expect((await finish({ callback, cookie: cookies.header() })).headers.location).toBe("/");
    }
  });
});
