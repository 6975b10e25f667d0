import { afterAll, beforeAll, expect, test } from "vitest";
import type { BrowserHost } from "../bots/core/browser.js";
import { createSessions } from "../bots/core/session.js";
import { testBrowser } from "../bots/testing/browser.js";
import { servePages, type PageServer } from "../bots/testing/page-server.js";
import { instantSchema } from "../contracts/dates.js";
import { cuttable } from "./cuttable-browser.js";

let server: PageServer;
let shared: BrowserHost;
beforeAll(async () => {
  server = await servePages((_, response) => {
    response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><p>ett</p>");
  });
  shared = testBrowser([server.origin]);
});
afterAll(async () => {
  await shared.close();
  await server.close();
});

test("a reading that is cut off ends without a new login, and another portal's session goes on", async () => {
  const logins: string[] = [];
  const portal = (userName: string) => {
    const share = cuttable(shared);
    const sessions = createSessions(
      {
        browser: share.browser,
        baseUrl: server.origin,
        credentials: { userName, password: "hemligt" },
        now: () => instantSchema.parse("2025-10-27T08:00:00.000Z"),
      },
      {
        name: "register",
        botVersion: "test/1",
        logIn: async (visit) => {
          logins.push(userName);
          await visit.goto("/login");
        },
      },
    );
    const read = (before: () => Promise<void> = () => Promise.resolve()) =>
      sessions.read(async (visit) => {
        await before();
        await visit.goto("/one");
        return { value: await visit.page.getByRole("paragraph").innerText(), evidence: [] };
      });
    return { share, sessions, read };
  };
  const [lost, other] = [portal("lost"), portal("other")];
  await other.read();

  const cutOff = { name: "PortalUnavailable", details: { cause: "browser-gone" } };
  await expect(lost.read(() => lost.share.cut())).rejects.toMatchObject(cutOff);
  await expect(lost.read()).rejects.toMatchObject(cutOff);
  expect((await other.read()).value).toBe("ett");
  expect(logins).toEqual(["other", "lost"]);

  await lost.sessions.close();
  lost.share.mend();
  expect((await lost.read()).value).toBe("ett");
});
