import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { caseSchema, type Case, type CaseInput } from "../../contracts/case.js";
import { addDays, localDate } from "../../contracts/dates.js";
import { nearestFactsSchema, type NearestFact } from "../../contracts/explanation.js";
import type { Packs } from "../../contracts/rule-pack.js";
import { assess } from "../assess.js";
import { caseOf } from "../examples/cases.js";
import { sampleMonth } from "../examples/sample-month.js";
import { nationalLawAlone, neighbourOverlay, samplePacks } from "../packs.js";
import { shows } from "./effects.js";
import { nearestFacts } from "./nearest-fact.js";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The value with what stands at a path replaced; records in a list are named by their id, or by their position. */
const replaced = (value: Json, [head, ...rest]: readonly string[], to: Json): Json => {
  if (head === undefined) return to;
  if (Array.isArray(value))
    return value.map((item: Json, index) => {
      const isNamed = item !== null && typeof item === "object" && "id" in item ? item["id"] === head : false;
      return isNamed || String(index) === head ? replaced(item, rest, to) : item;
    });
  if (value === null || typeof value !== "object") throw new Error(`No place for ${head}.`);
  const held = Object.fromEntries(Object.entries(value));
  return { ...held, [head]: replaced(held[head] ?? null, rest, to) };
};

/** The case with one fact changed the way somebody would write it in a file: knows nothing of the search. */
const withFact = (value: Case, path: string, to: NearestFact["to"]): Case =>
  caseSchema.parse(replaced(JSON.parse(JSON.stringify(value)) as Json, path.split("."), to));

const households: fc.Arbitrary<CaseInput> = fc
  .record({
    sample: fc.constantFrom(...sampleMonth.map(({ input }) => input)),
    rentOre: fc.option(fc.integer({ min: 0, max: 1_500_000 })),
    isAsLastMonth: fc.boolean(),
    documentOre: fc.option(fc.integer({ min: 0, max: 1_500_000 })),
    netOre: fc.option(fc.integer({ min: 0, max: 3_000_000 })),
    paidDay: fc.constantFrom(0, 0, -25, 3, 9),
  })
  .map(({ sample, rentOre, isAsLastMonth, documentOre, netOre, paidDay }) => ({
    ...sample,
    costs: sample.costs.map((cost, index) => {
      if (index > 0) return cost;
      const appliedOre = rentOre ?? cost.appliedOre;
      return {
        ...cost,
        appliedOre,
        ...(isAsLastMonth && { lastApprovedOre: appliedOre }),
        ...(documentOre !== null && { proof: "document" as const, documentOre }),
      };
    }),
    incomes: sample.incomes.map((income, index) =>
      index > 0
        ? income
        : {
            ...income,
            netOre: netOre ?? income.netOre,
            ...(isAsLastMonth && netOre !== null && { lastCountedOre: netOre }),
            paidOn: addDays(localDate("2025-10-24"), paidDay),
          },
    ),
  }));

const packsOf = fc.constantFrom<Packs>(samplePacks, { ...samplePacks, municipal: neighbourOverlay }, nationalLawAlone);
const runs = { numRuns: 40 };

const protectedPaths =
  /protectedIdentity|birthDate|household|memberId|flags\.(registerUnchanged|lawfulResidence|staysInMunicipality|assetsDeclared|pendingBenefits|messageFromApplicant)|declared$|assessed|lastApproved|lastCounted|previous|history|manualNorm|settled/;

/** Makes every change that is reported, and one step less of it. Answers with how many there were. */
const expectEveryFactHolds = (value: Case, packs: Packs): number => {
  const before = assess(value, packs);
  const { facts } = nearestFacts(value, packs);
  const isShown = (effect: NearestFact["effect"], path: string, to: NearestFact["to"]): boolean =>
    shows(effect, before, assess(withFact(value, path, to), packs));
  for (const { path, to, from, effect, kind, differenceOre, differenceDays } of facts) {
    expect([path, effect, isShown(effect, path, to)]).toEqual([path, effect, true]);
    const difference = differenceOre ?? differenceDays;
    if (difference === undefined || Math.abs(difference) === 1) continue;
    const less = difference - Math.sign(difference);
    const nearly = kind === "amount" ? Number(from) + less : addDays(localDate(String(from)), less);
    expect([path, effect, isShown(effect, path, nearly)]).toEqual([path, effect, false]);
  }
  return facts.length;
};

describe("the nearest fact", () => {
  test("really has its effect, and for an amount or a date one step less in the same direction has not", () => {
    fc.assert(
      fc.property(households, packsOf, (input, packs) => {
        expectEveryFactHolds(caseOf(input), packs);
      }),
      runs,
    );
    const ofTheSample = sampleMonth.map(({ input }) => expectEveryFactHolds(caseOf(input), samplePacks));
    expect(ofTheSample.filter((count) => count > 0).length).toBeGreaterThan(sampleMonth.length / 2);
  }, 60_000);

  test("is never who somebody is, who lives where, an earlier decision, a judgement or what only the applicant can tell", () => {
    fc.assert(
      fc.property(households, packsOf, (input, packs) => {
        const value = caseOf(input);
        const told = new Set(value.incomes.filter(({ source }) => source === "applicant").map(({ id }) => id));
        const byWord = new Set(
          value.costs.filter(({ proof }) => proof !== "document" && proof !== "standing").map(({ id }) => id),
        );
        for (const { path } of nearestFacts(value, packs).facts) {
          expect(path).not.toMatch(protectedPaths);
          const [list, id = "", key] = path.split(".");
          if (list === "incomes" && told.has(id)) expect(key).toBe("documentOre");
          if (list === "costs" && byWord.has(id)) expect(key).not.toBe("appliedOre");
        }
      }),
      runs,
    );
  }, 60_000);

  test("is not passed over nearer by: no smaller change of the same fact turns the right", () => {
    fc.assert(
      fc.property(households, fc.nat(), (input, seed) => {
        const value = caseOf(input);
        const before = assess(value, samplePacks);
        const turned = nearestFacts(value, samplePacks).facts.find(
          ({ effect, kind }) => effect === "right" && kind === "amount",
        );
        if (turned?.differenceOre === undefined) return;
        const nearer = seed % Math.abs(turned.differenceOre);
        const to = Number(turned.from) + Math.sign(turned.differenceOre) * nearer;
        expect(shows("right", before, assess(withFact(value, turned.path, to), samplePacks))).toBe(false);
      }),
      runs,
    );
  }, 60_000);

  test("is found with at most 400 evaluations, and is the same every time", () => {
    for (const { input } of sampleMonth) {
      const once = nearestFactsSchema.parse(nearestFacts(caseOf(input), samplePacks));
      expect(once.assessments).toBeLessThanOrEqual(400);
      expect(nearestFacts(caseOf(structuredClone(input)), samplePacks)).toEqual(once);
    }
  });
});
