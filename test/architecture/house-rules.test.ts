import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "./boundary-check.js";
import { projectFiles } from "./tracked-files.js";

const files = projectFiles();
const read = (path: string): string => readFileSync(join(projectRoot, path), "utf8");
const linesOf = (path: string): number => read(path).trimEnd().split("\n").length;
const code = files.filter((path) => /\.(ts|tsx|mjs|cjs)$/.test(path));

const rooms = readdirSync(projectRoot, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && files.some((path) => path.startsWith(`${entry.name}/`)))
  .map(({ name }) => name)
  .filter((name) => !["docs", ".ci"].includes(name));

test("every room tells in at most forty lines what lives there", () => {
  const silent = rooms.filter((room) => !existsSync(join(projectRoot, room, "README.md")));
  const wordy = rooms.filter((room) => !silent.includes(room) && linesOf(join(room, "README.md")) > 40);
  expect({ silent, wordy }).toEqual({ silent: [], wordy: [] });
});

test("no file of code is longer than 400 lines", () => {
  expect(code.filter((path) => linesOf(path) > 400)).toEqual([]);
});

test("every link between documents leads somewhere", () => {
  const broken = files
    .filter((path) => path.endsWith(".md"))
    .flatMap((path) =>
      [...read(path).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
        .map(([, target = ""]) => normalize(join(dirname(path), target)))
        .filter((target) => !existsSync(join(projectRoot, target)))
        .map((target) => `${path} → ${target}`),
    );
  expect(broken).toEqual([]);
});

/** This file has to name what it forbids. */
const others = code.filter((path) => !path.endsWith("house-rules.test.ts"));

test("no check is switched off and no test is silenced", () => {
  const switches = /@ts-(ignore|nocheck|expect-error)|eslint-disable|(it|test|describe)\.(only|skip|todo|fixme)\b/;
  expect(others.filter((path) => switches.test(read(path)))).toEqual([]);
});

test("no unfinished work is left as a note", () => {
  expect(others.filter((path) => /\b(TODO|FIXME|HACK|XXX)\b/.test(read(path)))).toEqual([]);
});
