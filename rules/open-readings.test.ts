import { describe, expect, test } from "vitest";
import type { CaseInput } from "../contracts/case.js";
import type { Assessed } from "../contracts/receipt.js";
import { optionsOf, type ReadingChoices } from "../contracts/codes/open-readings.js";
import type { Packs } from "../contracts/rule-pack.js";
import { assess } from "./assess.js";
import { run } from "./examples/assessed.js";
import { caseOf, renewal } from "./examples/cases.js";
import { withChoice } from "./open-readings.js";
import { nationalLawAlone, samplePacks } from "./packs.js";

const family = (...children: readonly object[]): Partial<CaseInput> => ({
  household: {
    sizeInHome: 1 + children.length,
    sharesHome: false,
    members: [
      { id: "a", role: "applicant", birthDate: "1990-05-02" },
      ...children.map((child, at) => ({
        id: `c${String(at)}`,
        role: "child" as const,
        birthDate: "2016-08-10",
        days: 30,
        ...child,
      })),
    ],
  },
});
/** Turns 7 on the fifteenth of November: the row is another by each way of counting age. */
const turning = { birthDate: "2018-11-15", lunchAway: false };
const opened = ({ findings }: Assessed) => findings.filter(({ reason }) => reason === "reading-open");
const normLines = ({ lines }: Assessed) => lines.filter(({ kind }) => kind === "norm").map(({ text }) => text);

describe("a figure that a reading decides", () => {
  const left = () => run(family(turning, {}), nationalLawAlone);

  test("is left to a person with each reading's figure, and the question names the reading", () => {
    const receipt = left();
    expect(receipt).toMatchObject({ outcome: "referred", personalOre: null, normOre: null, grantOre: null });
    expect(receipt.readings["age-at"]).toBe("unset");
    const ages = receipt.variants.filter(({ figure }) => figure === "personalOre");
    expect(new Set(ages.map(({ readings }) => readings["age-at"]))).toEqual(
      new Set(["first-day", "last-day", "month-after", "pro-rata"]),
    );
    const [question, ...others] = opened(receipt);
    expect(others).toEqual([]);
    expect(question).toMatchObject({ provision: "open-readings", facts: [], result: "cannot-tell" });
    expect(question?.text).toContain("När ett barn fyller år under månaden");
    expect(question?.text).not.toContain("Belopp per dag för del av månad");
    expect(question?.basis).toEqual(["12 kap. 7 § SoL (2025:400)"]);
  });

  test("shows the lines that hold by all readings, and none that holds by some", () => {
    expect(normLines(left())).toEqual([
      "Ensamstående vuxen",
      "Barn 9 år (7–10 år)",
      "Gemensamma kostnader, 3 personer",
    ]);
  });

  test("is told as it is where the municipality has chosen, and nothing is asked", () => {
    const chosen = run(family(turning, {}));
    expect(chosen.variants).toEqual([]);
    expect(opened(chosen)).toEqual([]);
    expect(chosen.readings["age-at"]).not.toBe("unset");
    expect(chosen.lines.filter(({ kind }) => kind === "norm")).toHaveLength(4);
  });
});

test("a figure that every reading gives needs no choice, and the receipt says what was consulted", () => {
  const receipt = run(family({}), nationalLawAlone);
  expect(receipt.normOre).toBe(391_000 + 379_000 + 140_000);
  expect(receipt.variants).toEqual([]);
  expect(opened(receipt)).toEqual([]);
});

test("what is found by one reading only is found, and what all find is told once", () => {
  const one = run(family(turning, { birthDate: "2020-02-01" }), nationalLawAlone);
  const keyed = one.findings.map(({ code, result, reason, factId }) => [code, result, reason, factId].join(" "));
  expect(new Set(keyed).size).toBe(keyed.length);
  expect(one.findings.filter(({ factId, reason }) => factId === "c1" && reason === "fact-missing")).toHaveLength(1);
  // By three of the four ways of counting the child has not turned 7 yet, and what it eats at midday is asked.
  const lunch = run(family({ birthDate: turning.birthDate }), nationalLawAlone);
  expect(lunch.findings).toContainEqual(expect.objectContaining({ reason: "fact-missing", factId: "c0" }));
});

describe("where one reading only is left open", () => {
  /** The sample municipality with its choice of age made otherwise, or not at all. */
  const packs = (option?: string): Packs => {
    const { municipal } = samplePacks;
    if (municipal === undefined) throw new Error("the sample has a municipality");
    const readings = municipal.readings.flatMap((row) =>
      row.key !== "age-at" ? [row] : option === undefined ? [] : [{ ...row, option }],
    );
    return { ...samplePacks, municipal: { ...municipal, readings } };
  };
  // The first turns 7 in the month and is not known to eat at school, the second turns 4, the third no age at all.
  const household = family({ birthDate: turning.birthDate }, { birthDate: "2021-11-20", lunchAway: true }, {});
  const all = optionsOf("age-at").map((option) => ({ option, chosen: run(household, packs(option)) }));
  const open = () => run(household, packs());
  const foundIn = ({ findings }: Assessed) =>
    findings.map(({ code, result, reason, factId }) => [code, result, reason ?? "", factId ?? ""].join(" "));

  test("whatever is found by any option is found, each once, and the question of the reading besides", () => {
    const found = foundIn(open());
    const expected = new Set(all.flatMap(({ chosen }) => foundIn(chosen)));
    expect(found.toSorted()).toEqual([...expected, "reading-chosen cannot-tell reading-open "].toSorted());
  });

  test("each variant is what its option gives by itself", () => {
    const known = family({ ...turning }, { birthDate: "2021-11-20", lunchAway: true }, {});
    const { variants } = run(known, packs());
    const shortfalls = variants.filter(({ figure }) => figure === "shortfallOre");
    expect(shortfalls.map(({ readings, amountOre }) => [readings["age-at"], amountOre])).toEqual(
      optionsOf("age-at").map((option) => [option, run(known, packs(option)).shortfallOre]),
    );
  });

  test("a line of a figure that differs stands only where every option has it", () => {
    const personal = ({ lines }: Assessed) => lines.filter(({ provision }) => provision === "personal-costs");
    const [first, ...others] = all.map(({ chosen }) => personal(chosen).map(({ text }) => text));
    const shared = first?.filter((text) => others.every((texts) => texts.includes(text)));
    expect(personal(open()).map(({ text }) => text)).toEqual(shared);
    expect(shared).not.toEqual(first);
  });
});

test("a case that leaves more combinations open than are told apart has no figures, and is a person's", () => {
  const parts = Array.from({ length: 7 }, (_, at) => ({
    birthDate: `20${String(10 + at)}-11-15`,
    days: 9 + at,
    lunchAway: false,
    pupil: "compulsory",
  }));
  const value = caseOf(
    renewal({
      ...family(...parts),
      benefitMonth: "2025-11",
      costs: [{ id: "k1", type: "rent", appliedOre: 500_033, proof: "document", documentOre: 500_033 }],
      incomes: ["1", "2"].map((id) => ({
        id,
        memberId: "a",
        type: "salary",
        source: "document",
        declared: true,
        from: "2025-09-20",
        to: "2025-10-19",
        paidOn: "2025-10-25",
        deductions: [],
        netOre: 100_033,
        preliminary: false,
        retroactive: false,
      })),
      history: [{ month: "2025-10", outcome: "emergency" }],
    }),
  );
  const receipt = assess(value, nationalLawAlone);
  expect(receipt.variants).toEqual([]);
  expect(receipt).toMatchObject({ outcome: "referred", normOre: null, shortfallOre: null, lines: [] });
  expect(opened(receipt)).toHaveLength(1);
  expect(receipt.findings.length).toBeGreaterThan(1);
});

test("a choice is made, made otherwise and unmade without touching the others", () => {
  const choices: ReadingChoices = { "age-at": "first-day", "day-divisor": "30" };
  expect(withChoice(choices, { key: "age-at", option: "last-day" })).toEqual({ ...choices, "age-at": "last-day" });
  expect(withChoice(choices, { key: "age-at", option: undefined })).toEqual({ "day-divisor": "30" });
  expect(() => withChoice(choices, { key: "age-at", option: "never" })).toThrow();
});
