import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { problemSchema } from "../contracts/api/problem.js";
import { createApi } from "./create-api.js";
import type { ApiDeps } from "./deps.js";
import { publicUrl, startTestApi, type TestApi } from "./test-support/test-api.js";

describe("when something goes wrong", () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi();
    api.app.get("/api/test/thrown", () => {
      throw new Error("SELECT personal_number FROM member, 198903152398");
    });
    api.app.get("/api/test/too-much", { schema: { response: { 200: z.strictObject({ ok: z.boolean() }) } } }, () => {
      const answer = { ok: true, personalNumber: "198903152398" };
      return Promise.resolve(answer);
    });
  });
  afterAll(() => api.stop());

  test("a fault of ours says nothing of what it was about, outside or in the log", async () => {
    const response = await api.app.inject({ url: "/api/test/thrown" });
    expect(response.statusCode).toBe(500);
    expect(problemSchema.parse(response.json())).toEqual({
      type: "urn:skalig:problem:internal",
      title: "Något gick fel hos oss. Inget beslut har fattats. Felet är loggat.",
      status: 500,
    });
    const log = api.logged.join("");
    expect(log).toContain("api.failed");
    expect(log).not.toContain("198903152398");
    expect(log).not.toContain("SELECT");
  });

  test("an answer with a field too many is not sent", async () => {
    const response = await api.app.inject({ url: "/api/test/too-much" });
    expect(response.statusCode).toBe(500);
    expect(response.body).not.toContain("198903152398");
  });

  test("an address that leads nowhere is a problem in Swedish", async () => {
    const response = await api.app.inject({ url: "/api/nothing-here" });
    expect(response.statusCode).toBe(404);
    expect(response.headers["content-type"]).toContain("application/problem+json");
  });

  test("a body that is not JSON, and one that is too large, are refused as input", async () => {
    const headers = { origin: publicUrl };
    const form = await api.app.inject({
      method: "POST",
      url: "/api/sign-out",
      headers: { ...headers, "content-type": "text/plain" },
      payload: "x",
    });
    expect(form.statusCode).toBe(415);
    const large = await api.app.inject({
      method: "POST",
      url: "/api/sign-out",
      headers,
      payload: { text: "x".repeat(70_000) },
    });
    expect(large.statusCode).toBe(413);
    expect(problemSchema.parse(large.json()).title).toBe(
      "Uppgifterna gick inte att ta emot. Se vad som behöver rättas.",
    );
  });

  test("every answer keeps the browser on our side and out of caches", async () => {
    const { headers } = await api.app.inject({ url: "/api/nothing-here" });
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["content-security-policy"]).not.toContain("unsafe-inline");
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["x-frame-options"]).toBeDefined();
  });

  test("the database and the log answer for the api's health", async () => {
    expect((await api.app.inject({ url: "/health" })).json()).toEqual({ status: "ok", checks: [] });
  });

  test("an api that browsers would reach over plain http from other machines does not start", async () => {
    const deps: Pick<ApiDeps, "publicUrl"> = { publicUrl: "http://skalig.example" };
    await expect(createApi({ ...api.deps, ...deps })).rejects.toThrow("loopback only");
  });
});
