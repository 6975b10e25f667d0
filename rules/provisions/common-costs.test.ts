import { describe, expect, test } from "vitest";
import type { CaseInput } from "../../contracts/case.js";
import type { Assessed } from "../../contracts/receipt.js";
import { run } from "../examples/assessed.js";
import { planFor } from "../examples/cases.js";
import { nationalLawAlone, samplePacks } from "../packs.js";

type Household = CaseInput["household"];
type Member = Household["members"][number];

const applicant: Member = { id: "a", role: "applicant", birthDate: "1990-05-02" };
const child = (id: string): Member => ({ id, role: "child", birthDate: "2014-05-02", days: 30 });
const children = (count: number): Member[] => Array.from({ length: count }, (_, at) => child(`c${String(at)}`));

const live = (household: Partial<Household>, packs = samplePacks): Assessed =>
  run({ household: { members: [applicant], ...household } }, packs);
const lineOf = ({ lines }: Assessed): readonly string[] =>
  lines.filter(({ provision }) => provision === "common-costs").map(({ text }) => text);

describe("a household of its own", () => {
  test("has the row of its number of people, said in words", () => {
    const of = (people: number): Assessed =>
      live({ sizeInHome: people, sharesHome: false, members: [applicant, ...children(people - 1)] });
    expect([1, 2, 3].map((people) => of(people).commonOre)).toEqual([127_000, 140_000, 177_000]);
    expect([1, 2].map((people) => lineOf(of(people)))).toEqual([
      ["Gemensamma kostnader, 1 person"],
      ["Gemensamma kostnader, 2 personer"],
    ]);
  });

  test("where nobody knows who lives in the home the row is shown, and a person asks", () => {
    const asked = (household: Partial<Household>) => {
      const receipt = live(household);
      const { factId, reason } = receipt.findings.find(({ code }) => code === "community-settled") ?? {};
      return { factId, reason, commonOre: receipt.commonOre, grantOre: receipt.grantOre };
    };
    const unknown = { reason: "fact-missing", grantOre: null };
    expect(asked({})).toEqual({ ...unknown, factId: "sizeInHome", commonOre: 127_000 });
    expect(asked({ sharesHome: false })).toEqual({ ...unknown, factId: "sizeInHome", commonOre: 127_000 });
    expect(asked({ sizeInHome: 1 })).toEqual({ ...unknown, factId: "sharesHome", commonOre: 127_000 });
    // Someone more lives there, and nobody knows as what.
    expect(asked({ sizeInHome: 2 })).toEqual({ ...unknown, factId: "sharesHome", commonOre: null });
  });

  test("of more people in the home than the household, or fewer, no amount is worked out", () => {
    for (const sizeInHome of [1, 3])
      expect(live({ sizeInHome, sharesHome: false, members: [applicant, child("c1")] })).toMatchObject({
        reasons: ["shared-household"],
        commonOre: null,
        grantOre: null,
      });
  });
});

describe("a household that shares a home", () => {
  const share = (sizeInHome: number | undefined, members = [applicant], packs = samplePacks): Assessed =>
    live(
      { sharesHome: true, sharesHomeUntil: "2025-12-31", members, ...(sizeInHome === undefined ? {} : { sizeInHome }) },
      packs,
    );

  test("one adult has one part of the whole home's row, rounded as the municipality reads it", () => {
    expect(share(2)).toMatchObject({ outcome: "prefilled", commonOre: 70_000 });
    expect(lineOf(share(2))).toEqual(["Gemensamma kostnader, en av 2 i hemmet"]);
    // 1 770 ÷ 3.
    expect(share(3).commonOre).toBe(59_000);
    expect(share(1)).toMatchObject({ commonOre: 127_000 });
    expect(lineOf(share(1))).toEqual(["Gemensamma kostnader, 1 person"]);
  });

  test("a home of fewer than the household, or of nobody knows how many, gives no amount", () => {
    const fewer = share(1, [applicant, child("c1")]);
    expect(fewer).toMatchObject({ reasons: ["shared-household"], commonOre: null });
    expect(fewer.findings).toContainEqual(
      expect.objectContaining({ code: "community-settled", reason: "shared-household", result: "cannot-tell" }),
    );
    expect(share(undefined)).toMatchObject({ reasons: ["fact-missing"], commonOre: null });
    expect(share(2, [applicant, child("c1")])).toMatchObject({ outcome: "prefilled", commonOre: 140_000 });
  });

  test("how long the share is settled has to be known", () => {
    const receipt = live({ sharesHome: true, sizeInHome: 2 });
    expect(receipt).toMatchObject({ reasons: ["fact-missing"], commonOre: 70_000 });
    expect(receipt.findings).toContainEqual(expect.objectContaining({ factId: "sharesHomeUntil" }));
  });

  test("a family has its members' part or its own row, by a reading", () => {
    const family = share(4, [applicant, child("c1")], nationalLawAlone);
    const by = new Map(
      family.variants
        .filter(({ figure }) => figure === "commonOre")
        .map(({ readings, amountOre }) => [readings["family-in-community"], amountOre]),
    );
    // Two of four: half of 2 010. By its own size the row of two.
    expect(by).toEqual(
      new Map([
        ["share-by-members", 100_500],
        ["own-size", 140_000],
      ]),
    );
    expect(share(4, [applicant], nationalLawAlone).readings).not.toHaveProperty("family-in-community");
  });
});

describe("more than seven people", () => {
  const eight = (parts: Partial<CaseInput> = {}): Assessed =>
    run({ household: { sizeInHome: 8, sharesHome: false, members: [applicant, ...children(7)] }, ...parts });

  test("have a line with what each is over, from a table that is verified in both its rows", () => {
    expect(eight()).toMatchObject({ outcome: "prefilled", commonOre: 300_000 });
    expect(lineOf(eight())).toEqual(["Gemensamma kostnader, 8 personer"]);
    expect(eight().lines.every(({ verified }) => verified)).toBe(true);
  });

  test("have no amount in a month that no table covers", () => {
    expect(eight({ benefitMonth: "2027-01" })).toMatchObject({ commonOre: null, grantOre: null });
    const keys = eight({ benefitMonth: "2027-01" })
      .findings.filter(({ provision, code }) => provision === "common-costs" && code === "norm-in-force")
      .map(({ factId }) => factId);
    expect(keys).toEqual(["common-7"]);
  });

  test.each(["common-7", "common-extra"] as const)("are not granted on a table whose %s is not verified", (key) => {
    const unverified = {
      ...samplePacks,
      national: samplePacks.national.map((pack) => ({
        ...pack,
        riksnorm: pack.riksnorm.map((table) => {
          const cell = table.cells[key];
          return cell === undefined
            ? table
            : { ...table, cells: { ...table.cells, [key]: { ...cell, verified: false } } };
        }),
      })),
    };
    const receipt = run(
      { household: { sizeInHome: 8, sharesHome: false, members: [applicant, ...children(7)] } },
      unverified,
    );
    expect(receipt).toMatchObject({ reasons: ["no-verified-table"], commonOre: 300_000, grantOre: null });
    const line = receipt.lines.find(({ provision }) => provision === "common-costs");
    expect(line?.verified).toBe(false);
  });
});

describe("a part of the month", () => {
  const couple = (days: number): Assessed =>
    run({
      household: {
        sizeInHome: 2,
        sharesHome: false,
        members: [
          { ...applicant, days: 30 },
          { id: "b", role: "co-applicant", birthDate: "1988-03-14", days },
        ],
      },
      planning: [planFor("a"), planFor("b")],
    });

  test("for one of two adults leaves the common costs to a person", () => {
    expect(couple(30)).toMatchObject({ outcome: "prefilled", commonOre: 140_000 });
    const part = couple(29);
    expect(part).toMatchObject({ reasons: ["part-month"], commonOre: null, grantOre: null });
    const said = part.findings.filter(({ reason }) => reason === "part-month").map(({ provision }) => provision);
    expect(said).toEqual(expect.arrayContaining(["common-costs", "whole-month"]));
  });

  test("shows the personal costs of the fewest days", () => {
    // A couple's row of 6 420, of which 29 × 12/365 rounded by the day.
    const whole = couple(30).personalOre ?? Number.NaN;
    const part = couple(29);
    expect(part.personalOre).toBeLessThan(whole);
    expect(part.lines.map(({ text }) => text)).toContain("Sambor, två vuxna, 29 dagar");
    expect(couple(30).lines.map(({ text }) => text)).toContain("Sambor, två vuxna");
  });
});

test("a child who visits no day is in no common costs, whatever the agreement says", () => {
  const agreement = { from: "2025-01-01", to: "2025-12-31", commonCost: "counted" as const };
  const visited = (days: number): number | null =>
    live({
      sizeInHome: 1,
      sharesHome: false,
      members: [applicant, { id: "v1", role: "visiting-child", birthDate: "2014-01-12", days, agreement }],
    }).commonOre;
  expect([0, 1].map(visited)).toEqual([127_000, 140_000]);
});
