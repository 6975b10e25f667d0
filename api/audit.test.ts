import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { append } from "../audit/append.js";
import { verifyLines } from "../audit/log-file.js";
import {
  auditedCasesSchema,
  caseLogViewSchema,
  eventProofViewSchema,
  shownThenSchema,
  verificationViewSchema,
} from "../contracts/api/case-log.js";
import { logChoicesSchema, logPageSchema } from "../contracts/api/log-search.js";
import {
  questionAnswerSchema,
  samplesViewSchema,
  savedQuestionSchema,
  type SavedQuestion,
} from "../contracts/api/saved-questions.js";
import { registerStaff } from "../store/staff.js";
import { testActor } from "../store/test-support/test-store.js";
import { storeCase, type StoredCase } from "./test-support/a-household.js";
import { startTestApi, type TestApi } from "./test-support/test-api.js";

const formula = '=HYPERLINK("http://example.org";"Klicka")';

describe("what an auditor reads", () => {
  let api: TestApi;
  let open: StoredCase;
  let hidden: StoredCase;
  let auditor: Record<string, string>;
  let caseworker: Awaited<ReturnType<TestApi["signIn"]>>;

  beforeAll(async () => {
    api = await startTestApi();
    open = await storeCase(api.store, { reference: "T-1" });
    hidden = await storeCase(api.store, { reference: "T-2", isProtected: true });
    auditor = (await api.signIn(["auditor"])).headers;
    caseworker = await api.signIn(["caseworker"]);
    const lead = await api.signIn(["team-lead"]);
    for (const [headers, { caseId }] of [
      [caseworker.headers, open],
      [caseworker.headers, hidden],
      [lead.headers, hidden],
    ] as const)
      await api.app.inject({ url: `/api/cases/${caseId}`, headers });
    await api.store.transaction((tx) =>
      append(tx, { action: "case.protected", caseId: hidden.caseId, actor: testActor }),
    );
    await api.store.transaction((tx) =>
      append(tx, {
        action: "source.unavailable",
        caseId: open.caseId,
        actor: testActor,
        details: { sources: ["FK", "SO"], fault: "PortalUnavailable" },
      }),
    );
    await api.store.transaction((tx) =>
      append(tx, {
        action: "decision.recorded",
        caseId: open.caseId,
        actor: { kind: "staff", id: caseworker.staffId },
        details: { outcome: "granted", sequence: 1, delegationItem: "3.2", shown: "0".repeat(64) },
        content: { amountOre: 619_000 },
      }),
    );
  });
  afterAll(() => api.stop());

  const get = (url: string) => api.app.inject({ url, headers: auditor });
  const search = async (query: string) => logPageSchema.parse((await get(`/api/audit/log?${query}`)).json());
  const ask = async (question: SavedQuestion, query = "") =>
    questionAnswerSchema.parse((await get(`/api/audit/questions/${question}?${query}`)).json());
  const numberOf = async ({ caseId }: StoredCase): Promise<string> => {
    const { cases } = auditedCasesSchema.parse((await get("/api/audit/cases")).json());
    return cases.find((one) => one.caseId === caseId)?.reference ?? "";
  };

  describe("the list of cases", () => {
    test("says of each how many events it has, and narrows by number", async () => {
      const { cases, next } = auditedCasesSchema.parse((await get("/api/audit/cases")).json());
      const count = (await api.events()).filter(({ caseId }) => caseId === open.caseId).length;
      expect(cases.find(({ caseId }) => caseId === open.caseId)).toMatchObject({ events: count, restricted: false });
      expect(next).toBeNull();
      const number = await numberOf(open);
      const narrowed = auditedCasesSchema.parse((await get(`/api/audit/cases?number=${number}`)).json());
      expect(narrowed.cases.map(({ reference }) => reference)).toEqual([number]);
    });

    test("says that a protected case exists and nothing of its household", async () => {
      const { cases } = auditedCasesSchema.parse((await get("/api/audit/cases")).json());
      expect(cases.find(({ caseId }) => caseId === hidden.caseId)).toMatchObject({
        household: "Skyddade personuppgifter",
        restricted: true,
      });
    });
  });

  describe("a case as a timeline", () => {
    const timeline = async ({ caseId }: StoredCase) =>
      caseLogViewSchema.parse((await get(`/api/audit/cases/${caseId}`)).json());

    test("has the decision's amount, and is itself an event", async () => {
      const before = (await api.events("case.opened")).length;
      const { entries } = await timeline(open);
      expect(entries.map(({ title }) => title)).toContain("Beslut fattades: 6\u00a0190\u00a0kr");
      expect(await api.events("case.opened")).toHaveLength(before + 1);
    });

    test("of a protected case says who did what and when, and nothing else", async () => {
      const view = await timeline(hidden);
      expect(view.restricted).toBe(true);
      expect(view.entries.map(({ action }) => action)).toEqual(
        expect.arrayContaining(["case.opened", "access.refused", "case.assessed"]),
      );
      expect(
        view.entries.every(
          ({ details, evidenceIds, hasShown }) => details.length + evidenceIds.length === 0 && !hasShown,
        ),
      ).toBe(true);
      expect(view.summary).not.toContain("kr");
    });

    test("tells of an entry as checked only after the log was verified, and goes on doing so in another process", async () => {
      expect((await timeline(open)).verification).toBeNull();
      const response = await api.app.inject({
        method: "POST",
        url: "/api/audit/verification",
        headers: auditor,
        payload: {},
      });
      const verified = verificationViewSchema.parse(response.json());
      expect(verified.ok).toBe(true);
      // Nothing of it is in memory: the log's own event is all there is to go by.
      const { entries, verification } = await timeline(open);
      expect(verification).toEqual(verified);
      expect(entries.filter(({ seq }) => seq <= verified.events).map(({ proof }) => proof)).not.toContain(
        "not-checked",
      );
      expect(entries.filter(({ seq }) => seq > verified.events).every(({ proof }) => proof === "not-checked")).toBe(
        true,
      );
    });

    test("proves one event with the hashes that lead to the log's root", async () => {
      const [event] = await api.events("decision.recorded");
      const url = `/api/audit/events/${String(event?.seq)}/proof`;
      const proof = eventProofViewSchema.parse((await get(url)).json());
      expect(proof).toMatchObject({ seq: event?.seq, index: (event?.seq ?? 0) - 1, holds: true });
      expect(proof.path.length).toBe(Math.ceil(Math.log2(proof.size)));
      expect((await get("/api/audit/events/999999/proof")).statusCode).toBe(404);
    });

    test("shows exactly what the decider saw, with the hash that the decision carries", async () => {
      const view = await api.app.inject({ url: `/api/cases/${open.caseId}`, headers: caseworker.headers });
      const { shownHash } = view.json<{ shownHash: string }>();
      await api.app.inject({
        method: "POST",
        url: `/api/cases/${open.caseId}/decision`,
        headers: caseworker.headers,
        payload: { sequence: 1, shownHash, noConflictOfInterest: true, outcome: "granted" },
      });
      const requested = (await api.events("decision.requested")).at(-1);
      const shown = shownThenSchema.parse((await get(`/api/audit/events/${String(requested?.seq)}/shown`)).json());
      expect(shown).toMatchObject({ shownHash, matches: true, shown: { caseId: open.caseId } });
      expect((await get(`/api/audit/events/1/shown`)).statusCode).toBe(404);
    });
  });

  describe("searching the log", () => {
    test("narrows by action, person, source, case and days, the newest first", async () => {
      expect((await search("action=case.opened")).entries.every(({ action }) => action === "case.opened")).toBe(true);
      const mine = await search(`actor=${caseworker.staffId}&action=access.refused`);
      expect(mine.entries).toHaveLength(1);
      expect((await search("source=SO")).entries.map(({ action }) => action)).toEqual(["source.unavailable"]);
      expect((await search("source=CSN")).entries).toEqual([]);
      const inCase = await search(`case=${await numberOf(open)}`);
      expect(new Set(inCase.entries.map((entry) => entry.case?.caseId))).toEqual(new Set([open.caseId]));
      expect((await search("from=2025-10-27&to=2025-10-27")).entries.length).toBeGreaterThan(0);
      expect((await search("from=2025-10-28")).entries).toEqual([]);
      const numbers = (await search("")).entries.map(({ seq }) => seq);
      expect(numbers).toEqual(numbers.toSorted((one, other) => other - one));
    });

    test("finds nothing in a case that does not exist, and takes no personal number", async () => {
      expect((await search("case=9912-0001")).entries).toEqual([]);
      expect((await get("/api/audit/log?case=198903152398")).statusCode).toBe(400);
      expect((await get("/api/audit/log?case=890315-2398")).statusCode).toBe(400);
    });

    test("is paged by number without a gap, and one search is one event", async () => {
      for (let step = 0; step < 60; step += 1)
        await api.store.transaction((tx) => append(tx, { action: "rule.loaded", actor: testActor }));
      const before = (await api.events("log.searched")).length;
      const first = await search("action=rule.loaded");
      const second = await search(`action=rule.loaded&before=${String(first.next)}`);
      expect(first.entries).toHaveLength(50);
      expect(second.entries).toHaveLength(10);
      expect(second.next).toBeNull();
      expect(new Set([...first.entries, ...second.entries].map(({ seq }) => seq)).size).toBe(60);
      expect(await api.events("log.searched")).toHaveLength(before + 1);
    });

    test("offers what there is to choose among", async () => {
      const choices = logChoicesSchema.parse((await get("/api/audit/choices")).json());
      expect(choices.actors.map(({ value }) => value)).toContain(caseworker.staffId);
      expect(choices.sources.map(({ label }) => label)).toContain("CSN");
    });
  });

  describe("saved questions", () => {
    test.each(savedQuestionSchema.options)("%s has an answer with as many cells as columns", async (question) => {
      const { columns, rows } = await ask(question);
      expect(rows.every(({ cells }) => cells.length === columns.length)).toBe(true);
    });

    test("tell which outages were followed by a decision", async () => {
      const { rows } = await ask("outages", "source=FK");
      expect(rows.map(({ caseId, stands }) => ({ caseId, stands }))).toEqual([{ caseId: open.caseId, stands: true }]);
      expect((await ask("outages", "source=CSN")).rows).toEqual([]);
    });

    test("tell how long a decider looked, from what their own page said", async () => {
      const told = { action: "case.read", caseId: open.caseId } as const;
      const staff = { kind: "staff", id: caseworker.staffId } as const;
      for (const [seconds, letterSeen] of [
        [31, false],
        [17, true],
      ] as const)
        await api.store.transaction((tx) =>
          append(tx, { ...told, actor: staff, details: { seconds, letterSeen, shown: "0".repeat(64), ended: "left" } }),
        );
      const [row] = (await ask("time-on-screen")).rows;
      expect(row?.cells.slice(3, 5)).toEqual(["0 min 48 s", "ja"]);
      expect((await ask("time-on-screen", "seconds=47")).rows).toEqual([]);
    });

    test("tell who has read a case without working in it, and the refused attempts at a protected one", async () => {
      const reads = (await ask("read-log", `actor=${caseworker.staffId}`)).rows;
      expect(reads.length).toBeGreaterThan(0);
      const attempts = (await ask("protected-reads")).rows;
      expect(attempts.every(({ caseId }) => caseId === hidden.caseId)).toBe(true);
      expect(attempts.some(({ cells }) => cells[2]?.startsWith("En åtkomst nekades") === true)).toBe(true);
    });

    test("fault 41: export as CSV in which no name is ever a formula, and the export is an event", async () => {
      const before = (await api.events("export.made")).length;
      await api.store.transaction(async (tx) => {
        const { id } = await registerStaff(tx, { subject: "formula", displayName: formula, unit: "Enhet 2" });
        await append(tx, {
          action: "case.opened",
          caseId: open.caseId,
          actor: { kind: "staff", id },
        });
      });
      const response = await get("/api/audit/questions/read-log/csv");
      expect(response.headers["content-type"]).toBe("text/csv; charset=utf-8");
      expect(response.body).toContain(`"'${formula.replaceAll('"', '""')}"`);
      expect(response.body).not.toContain(`;"=`);
      expect(await api.events("export.made")).toHaveLength(before + 1);
    });
  });

  test("draws a sample that nobody can choose and anyone can draw again", async () => {
    const draw = async () =>
      samplesViewSchema.parse(
        (
          await api.app.inject({ method: "POST", url: "/api/audit/samples", headers: auditor, payload: { count: 5 } })
        ).json(),
      );
    const [first] = (await draw()).samples;
    expect(first).toMatchObject({ among: 1, cases: [{ caseId: open.caseId }] });
    const [second, again] = (await draw()).samples;
    expect(again).toEqual(first);
    expect(second?.seed).not.toBe(first?.seed);
    expect(await api.events("sample.drawn")).toHaveLength(2);
  });

  test("exports a log that verifies by itself, holds its own making and nothing personal", async () => {
    const response = await get("/api/audit/export");
    const lines = response.body.split("\n");
    expect(await verifyLines(lines)).toMatchObject({ ok: true });
    expect(lines.at(-3)).toContain('"action":"export.made"');
    expect(response.body).not.toContain("amountOre");
  });
});
