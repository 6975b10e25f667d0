import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findings } from "../../contracts/codes/findings.js";
import { month } from "../../contracts/dates.js";
import { letterPackFor } from "./letter-pack.js";

const folder = new URL("./", import.meta.url);
const source = readdirSync(folder)
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .map((name) => readFileSync(new URL(name, folder), "utf8"))
  .join("\n");

const pack = letterPackFor(month("2025-11"));
const timesSaid = (pattern: RegExp): number => source.match(pattern)?.length ?? 0;

describe("the texts of letters", () => {
  it.each(Object.keys(pack.texts))("%s is used in exactly one place", (id) => {
    expect(timesSaid(new RegExp(`"${id.replaceAll(".", "\\.")}"`, "g"))).toBe(1);
  });

  it.each(Object.keys(pack.headings))("the heading %s is used", (id) => {
    expect(timesSaid(new RegExp(`section\\(\\s*"${id}"`, "g"))).toBeGreaterThan(0);
  });

  it("are asked for by no id that the pack lacks", () => {
    const asked = [...source.matchAll(/write\.(?:text|paragraph)\(\s*"([^"]+)"/g)].map(([, id]) => id ?? "");
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((id) => !(id in pack.texts))).toEqual([]);
    const headed = [...source.matchAll(/write\.section\(\s*"([^"]+)"/g)].map(([, id]) => id ?? "");
    expect(headed.filter((id) => !(id in pack.headings))).toEqual([]);
  });

  it("say something only of findings that exist", () => {
    expect(Object.keys(pack.findings).filter((code) => !(code in findings))).toEqual([]);
  });

  it("cover the months whose law they cite, and no other", () => {
    expect(letterPackFor(month("2025-07")).id).toBe(pack.id);
    expect(letterPackFor(month("2026-06")).id).toBe(pack.id);
    expect(() => letterPackFor(month("2025-06"))).toThrow("inga brevtexter");
    expect(() => letterPackFor(month("2026-07"))).toThrow("inga brevtexter");
  });
});
