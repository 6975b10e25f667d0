import { describe, expect, it } from "vitest";
import { readConfig } from "./config.js";
import { listSettings } from "./settings.js";

describe("the settings", () => {
  it("have defaults for the simulated municipality", () => {
    expect(readConfig({ PATH: "/bin", DATABASE_URL: "" })).toEqual({
      SKALIG_MODE: "demo",
      SKALIG_DATA: ".skalig",
      SKALIG_PORT: 4600,
      SKALIG_HOST: "127.0.0.1",
      SKALIG_WORKERS_PORT: 4690,
      SKALIG_LOG_LEVEL: "warn",
      SKALIG_PORTAL_FAILURES: 5,
      SKALIG_PORTAL_REST_SECONDS: 60,
      SKALIG_INBOX_MINUTES: 10,
      searchPath: "/bin",
    });
  });

  it("name every one that has the wrong form, and quote none", () => {
    const read = () => readConfig({ SKALIG_PORT: "lots", DATABASE_URL: "mysql://u:secret@h/d" });
    expect(read).toThrow("SKALIG_PORT, DATABASE_URL");
    expect(read).not.toThrow("secret");
  });

  it("are complete in production, or the program stops with all that is missing", () => {
    const read = () => readConfig({ SKALIG_MODE: "production", SKALIG_MUNICIPALITY: "kommun.json" });
    for (const name of ["SKALIG_MASTER_KEY", "DATABASE_URL", "SKALIG_OIDC_ISSUER", "SKALIG_CASE_SYSTEM_PASSWORD"])
      expect(read).toThrow(name);
    expect(read).not.toThrow("SKALIG_MUNICIPALITY");
  });

  it("are asked only of the process that uses them: the api is not given the bots' passwords", () => {
    const missingFor = (part: "api" | "workers"): string => {
      try {
        readConfig({ SKALIG_MODE: "production" }, part);
        return "";
      } catch (error) {
        return error instanceof Error ? error.message : "";
      }
    };
    expect(missingFor("api")).toContain("SKALIG_OIDC_CLIENT_SECRET");
    expect(missingFor("api")).not.toContain("SKALIG_CASE_SYSTEM_PASSWORD");
    expect(missingFor("workers")).toContain("SKALIG_CASE_SYSTEM_PASSWORD");
    expect(missingFor("workers")).not.toContain("OIDC");
    for (const part of ["api", "workers"] as const) expect(missingFor(part)).toContain("SKALIG_MASTER_KEY");
  });

  it("are each described in both languages, and passwords and keys are marked as secret", () => {
    const described = listSettings();
    expect(described.filter(({ sv, en }) => sv === "" || en === "")).toEqual([]);
    const secret = described.filter(({ secret }) => secret).map(({ name }) => name);
    const looksSecret = described
      .map(({ name }) => name)
      .filter((name) => /KEY|PASSWORD|SECRET|TOKEN|DATABASE_URL/.test(name));
    expect(secret).toEqual(looksSecret);
  });
});
