import type { ServerResponse } from "node:http";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { instantSchema } from "../../contracts/dates.js";
import { isFault } from "../../contracts/faults.js";
import { PortalFault } from "../../contracts/portal-fault.js";
import { servePages, type PageServer } from "../testing/page-server.js";
import { testBrowser } from "../testing/browser.js";
import type { BrowserHost } from "./browser.js";
import type { Marker, StoppingState } from "./page-state.js";
import { createSessions, type PortalDeps, type Seen, type Sessions } from "./session.js";
import type { Visit } from "./visit.js";

const html = (response: ServerResponse, body: string, status = 200): void => {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end(`<!doctype html><main>${body}</main>`);
};

const states: readonly Marker<"result" | StoppingState>[] = [
  { state: "result", heading: "Resultat" },
  { state: "login", heading: "Logga in" },
  { state: "locked", heading: "Spärrad" },
  { state: "captcha", heading: "Människa?" },
];

const loginStates: readonly Marker<"inside" | StoppingState>[] = [
  { state: "inside", heading: "Inne" },
  { state: "login", heading: "Logga in" },
];

let server: PageServer;
let elsewhere: PageServer;
let browser: BrowserHost;
let sessions: Sessions;
let pages: Record<string, (response: ServerResponse) => void>;
let logins: number;

const timeouts = { navigationMs: 1500, stateMs: 400, actionMs: 1500 };

const open = (more: Partial<PortalDeps> = {}): Sessions =>
  createSessions(
    {
      browser,
      baseUrl: server.origin,
      credentials: { userName: "robot", password: "hemligt" },
      now: () => instantSchema.parse("2025-10-27T08:00:00.000Z"),
      timeouts,
      ...more,
    },
    {
      name: "register",
      botVersion: "test/1",
      logIn: async (visit) => {
        logins += 1;
        await visit.goto("/login");
        await visit.state(loginStates);
      },
    },
  );

const readAt =
  (path: string) =>
  async (visit: Visit): Promise<Seen<string>> => {
    await visit.goto(path);
    await visit.state(states);
    return { value: await visit.page.getByRole("paragraph").first().innerText(), evidence: await visit.capture() };
  };

const failureOf = async (promise: Promise<unknown>): Promise<PortalFault | Error> => {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("The reading should have failed.");
};

beforeAll(async () => {
  server = await servePages((request, response) => {
    const page = pages[request.url ?? ""];
    if (page === undefined) html(response, "<h1>Borta</h1>", 404);
    else page(response);
  });
  elsewhere = await servePages((_request, response) => {
    html(response, "<h1>Resultat</h1><p>från annat håll</p>");
  });
  browser = testBrowser([server.origin]);
});

beforeEach(() => {
  logins = 0;
  pages = {
    "/login": (response) => {
      html(response, "<h1>Inne</h1>");
    },
    "/one": (response) => {
      html(response, "<h1>Resultat</h1><p>ett</p>");
    },
  };
  sessions = open();
});

afterEach(() => sessions.close());

afterAll(async () => {
  await browser.close();
  await server.close();
  await elsewhere.close();
});

describe("a session", () => {
  it("logs in once and is used for the readings that follow", async () => {
    const first = await sessions.read(readAt("/one"));
    const second = await sessions.read(readAt("/one"));
    expect([first.value, second.value, logins]).toEqual(["ett", "ett", 1]);
  });

  it("stamps a reading with portal, bot version and the time it was given", async () => {
    const { provenance, evidence } = await sessions.read(readAt("/one"));
    expect(provenance).toEqual({ portal: "register", botVersion: "test/1", readAt: "2025-10-27T08:00:00.000Z" });
    expect(evidence.map(({ kind, mediaType }) => [kind, mediaType])).toEqual([
      ["screenshot", "image/png"],
      ["page", "text/html"],
    ]);
    expect(new TextDecoder().decode(evidence[1]?.bytes)).toContain("ett");
  });

  it("serves one reading at a time, also for two portals with the same account", async () => {
    const other = open();
    let running = 0;
    let most = 0;
    const counted = async (visit: Visit): Promise<Seen<string>> => {
      running += 1;
      most = Math.max(most, running);
      const seen = await readAt("/one")(visit);
      running -= 1;
      return seen;
    };
    await Promise.all([sessions.read(counted), other.read(counted), sessions.read(counted)]);
    await other.close();
    expect(most).toBe(1);
  });

  it("logs in again and starts over once when the portal has ended it", async () => {
    let asked = 0;
    pages["/one"] = (response) => {
      asked += 1;
      html(response, asked === 1 ? "<h1>Logga in</h1>" : "<h1>Resultat</h1><p>åter</p>");
    };
    const { value } = await sessions.read(readAt("/one"));
    expect([value, logins, asked]).toEqual(["åter", 2, 2]);
  });

  it("gives up after one new session", async () => {
    pages["/one"] = (response) => {
      html(response, "<h1>Logga in</h1>");
    };
    expect((await failureOf(sessions.read(readAt("/one")))).name).toBe("SessionExpired");
    expect(logins).toBe(2);
  });

  it("fault 15: survives a crash of its page with a new one", async () => {
    await sessions.read(readAt("/one"));
    let isFirst = true;
    const { value } = await sessions.read(async (visit) => {
      if (isFirst) {
        isFirst = false;
        await visit.page.context().close();
      }
      return readAt("/one")(visit);
    });
    expect([value, logins]).toEqual(["ett", 2]);
  });

  it("survives the death of the whole browser", async () => {
    await sessions.read(readAt("/one"));
    let isFirst = true;
    const { value } = await sessions.read(async (visit) => {
      if (isFirst) {
        isFirst = false;
        await visit.page.context().browser()?.close();
      }
      return readAt("/one")(visit);
    });
    expect(value).toBe("ett");
  });

  it("takes a login that only leads back to the login as refused, and does not try a third time", async () => {
    pages["/login"] = (response) => {
      html(response, "<h1>Logga in</h1>");
    };
    expect((await failureOf(sessions.read(readAt("/one")))).name).toBe("CredentialRejected");
    expect((await failureOf(sessions.read(readAt("/one")))).name).toBe("CredentialRejected");
    expect(logins).toBe(2);
  });

  it("never tries a locked account again", async () => {
    pages["/one"] = (response) => {
      html(response, "<h1>Spärrad</h1>");
    };
    expect((await failureOf(sessions.read(readAt("/one")))).name).toBe("AccountLocked");
    const asked = server.requests.length;
    expect((await failureOf(sessions.read(readAt("/one")))).name).toBe("AccountLocked");
    expect(server.requests.length).toBe(asked);
  });
});

describe("an answer that is no answer", () => {
  it.each([
    [
      "an unknown page",
      "PortalChanged",
      (response: ServerResponse) => {
        html(response, "<h1>Nytt</h1>");
      },
    ],
    [
      "two states at once",
      "PortalChanged",
      (response: ServerResponse) => {
        html(response, "<h1>Resultat</h1><h1>Logga in</h1>");
      },
    ],
    [
      "a proof of a human",
      "PortalChanged",
      (response: ServerResponse) => {
        html(response, "<h1>Människa?</h1>");
      },
    ],
    [
      "a hidden result",
      "PortalChanged",
      (response: ServerResponse) => {
        html(response, "<h1 hidden>Resultat</h1>");
      },
    ],
    [
      "a server error",
      "PortalUnavailable",
      (response: ServerResponse) => {
        html(response, "<h1>Resultat</h1>", 502);
      },
    ],
    [
      "a reset connection",
      "PortalUnavailable",
      (response: ServerResponse) => {
        response.socket?.resetAndDestroy();
      },
    ],
    ["silence", "PortalUnavailable", () => undefined],
    [
      "half an answer",
      "PortalUnavailable",
      (response: ServerResponse) => {
        response.writeHead(200, { "content-type": "text/html", "content-length": "5000" });
        response.write("<!doctype html><main><h1>Resultat</h1><p>halv</p>", () => response.socket?.destroy());
      },
    ],
  ])("becomes a fault: %s", async (_name, fault, page) => {
    pages["/one"] = page;
    const failure = await failureOf(sessions.read(readAt("/one")));
    expect([failure.name, isFault(failure)]).toEqual([fault, true]);
  });

  it("carries how long to wait when the portal asks us to slow down", async () => {
    pages["/one"] = (response) => {
      response.writeHead(429, { "retry-after": "7" }).end("<h1>Resultat</h1>");
    };
    const failure = await failureOf(sessions.read(readAt("/one")));
    expect(failure).toMatchObject({ name: "PortalThrottled", details: { retryAfterSeconds: 7 } });
  });

  it("keeps a picture of a page it does not know, out of reach of loggers", async () => {
    pages["/one"] = (response) => {
      html(response, "<h1>Nytt</h1><p>19300101-7072</p>");
    };
    const failure = await failureOf(sessions.read(readAt("/one")));
    expect(failure instanceof PortalFault ? failure.evidence.map(({ kind }) => kind) : []).toEqual([
      "screenshot",
      "page",
    ]);
    expect(JSON.stringify(failure) + String(failure.stack) + Object.values(failure).join()).not.toContain("7072");
  });

  it("is not sent again by the browser when a kept connection is cut after a form", async () => {
    pages["/one"] = (response) => {
      html(response, '<form method="post" action="/save"><button>Spara</button></form><h1>Resultat</h1>');
    };
    pages["/save"] = (response) => {
      response.socket?.destroy();
    };
    const before = server.requests.filter((line) => line === "POST /save").length;
    const failure = await failureOf(
      sessions.read(async (visit) => {
        await visit.goto("/one");
        await visit.sendOnce(visit.page.getByRole("button", { name: "Spara" }));
        return { value: undefined, evidence: [] };
      }),
    );
    expect(failure.name).toBe("PortalUnavailable");
    expect(server.requests.filter((line) => line === "POST /save").length - before).toBe(1);
  });

  it("says nothing of what was typed when a field cannot be filled", async () => {
    pages["/one"] = (response) => {
      html(response, "<h1>Resultat</h1>");
    };
    const failure = await failureOf(
      sessions.read(async (visit) => {
        await visit.goto("/one");
        await visit.page.getByLabel("Personnummer").fill("19300101-7072");
        return { value: undefined, evidence: [] };
      }),
    );
    expect(failure.name).toBe("PortalUnavailable");
    expect(JSON.stringify(failure) + String(failure.stack)).not.toContain("7072");
  });
});

describe("the fence around a portal", () => {
  const leaks: [string, (body: string) => string][] = [
    ["a picture", (there) => `<img src="${there}/p">`],
    ["a frame", (there) => `<iframe src="${there}/p"></iframe>`],
    ["a script's request", (there) => `<script>fetch("${there}/p").catch(() => 0)</script>`],
    ["a socket", (there) => `<script>new WebSocket("${there.replace("http", "ws")}/p")</script>`],
  ];

  it.each(leaks)("stops %s that reaches elsewhere and refuses the page", async (_name, leak) => {
    pages["/one"] = (response) => {
      html(response, `${leak(elsewhere.origin)}<h1>Resultat</h1><p>ett</p>`);
    };
    const before = elsewhere.requests.length;
    expect((await failureOf(sessions.read(readAt("/one")))).name).toBe("PortalChanged");
    expect(elsewhere.requests.length).toBe(before);
  });

  it("stops a redirect to another host, which no route handler sees", async () => {
    pages["/one"] = (response) => {
      response.writeHead(302, { location: `${elsewhere.origin}/one` }).end();
    };
    const before = elsewhere.requests.length;
    expect((await failureOf(sessions.read(readAt("/one")))).name).toBe("PortalChanged");
    expect(elsewhere.requests.length).toBe(before);
  });

  it("stops a redirect to a file of the machine or to a metadata address", async () => {
    for (const location of ["file:///etc/hostname", "http://169.254.169.254/latest"]) {
      pages["/one"] = (response) => {
        response.writeHead(302, { location }).end();
      };
      expect(["PortalChanged", "PortalUnavailable"]).toContain((await failureOf(sessions.read(readAt("/one")))).name);
    }
  });

  it("does not fetch a document from elsewhere, or by way of a redirect", async () => {
    pages["/document"] = (response) => {
      response.writeHead(302, { location: `${elsewhere.origin}/p` }).end();
    };
    const before = elsewhere.requests.length;
    const fetching = (path: string) =>
      sessions.read(async (visit) => ({ value: await visit.fetch(path), evidence: [] }));
    expect((await failureOf(fetching(`${elsewhere.origin}/p`))).name).toBe("PortalChanged");
    expect((await failureOf(fetching("/document"))).name).toBe("PortalChanged");
    expect(elsewhere.requests.length).toBe(before);
  });
});
