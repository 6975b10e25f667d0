import { describe, expect, test } from "vitest";
import type { Case } from "../../contracts/case.js";
import type { Assessed } from "../../contracts/receipt.js";
import { assess } from "../assess.js";
import { caseOf, paid, planFor, renewal, standing } from "../examples/cases.js";
import { samplePacks } from "../packs.js";
import { changeableFacts } from "./changeable-facts.js";

const value = caseOf(
  renewal({
    costs: [
      { ...standing("rent", 5000), graceUntil: "2025-12-31" },
      { id: "k2", type: "electricity", appliedOre: 30_000, proof: "document", documentOre: 29_000 },
      { id: "k3", type: "medicine", appliedOre: 10_000, proof: "unreadable" },
      { id: "k4", type: "internet", appliedOre: 20_000, proof: "declared" },
    ],
    incomes: [
      paid("activity-support", 5000, { grossOre: 700_000 }),
      paid("salary", 100, { id: "i2", source: "applicant", proof: "document", documentOre: 9_900, grossOre: 12_000 }),
      paid("unknown-benefit", 50, { id: "i3" }),
    ],
    earnings: [
      { memberId: "a", month: "2025-08", netOre: 100 },
      { memberId: "a", month: "2025-09", netOre: 200, grossOre: 300 },
    ],
    planning: [planFor("a"), { ...planFor("a"), kind: "sick-leave", certificateUntil: "2025-11-15" }],
    documents: [{ id: "d1", kind: "bank-statement", state: "rows-unclear" }],
  }),
);

const everyPath = [
  ...["rent", "k2", "k3", "k4"].flatMap((id) =>
    ["appliedOre", "documentOre", "standingUntil", "graceUntil", "proof", "assessedOre", "lastApprovedOre"].map(
      (key) => `costs.${id === "rent" ? "k-rent" : id}.${key}`,
    ),
  ),
  ...["i-activity-support", "i2", "i3"].flatMap((id) =>
    ["netOre", "grossOre", "documentOre", "paidOn", "from", "to", "preliminary", "retroactive", "type", "declared"].map(
      (key) => `incomes.${id}.${key}`,
    ),
  ),
  ...[0, 1].flatMap((at) => [
    `earnings.${String(at)}.netOre`,
    `earnings.${String(at)}.grossOre`,
    ...["from", "to", "followed", "certificateUntil", "kind"].map((key) => `planning.${String(at)}.${key}`),
  ]),
  ...["signedByAll", "accountUnchanged", "caseFileRead", "otherMunicipality", "protectedIdentity"].map(
    (flag) => `flags.${flag}`,
  ),
  "sources.FK",
  "sources.population",
  "documents.d1.state",
  "household.members.a.birthDate",
];

/** The case as if the rules had read the paths, and asked about the third income's kind. */
const havingRead = (facts: readonly string[], read: Case = value): Assessed => ({
  ...assess(read, samplePacks),
  lines: [],
  findings: [
    { code: "reading-chosen", result: "met", provision: "x", basis: [], facts: [...facts] },
    {
      code: "income-stable",
      result: "not-met",
      reason: "income-type-unlisted",
      factId: "i3",
      provision: "x",
      basis: [],
      facts: [],
    },
  ],
});

/** Where two cases say different things, by path. */
const differences = (one: unknown, other: unknown, path = ""): readonly string[] => {
  if (one === null || other === null || typeof one !== "object" || typeof other !== "object")
    return one === other ? [] : [path];
  const named = (of: object): Map<string, unknown> =>
    new Map(
      Object.entries(of).map(([key, part]: [string, unknown]) => [
        part !== null && typeof part === "object" && "id" in part ? String(part.id) : key,
        part,
      ]),
    );
  const [before, after] = [named(one), named(other)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) =>
    differences(before.get(key), after.get(key), path === "" ? key : `${path}.${key}`),
  );
};

const { scalars, stated } = changeableFacts(value, havingRead(everyPath));

describe("the facts that a change may be shown of", () => {
  test("are amounts and days that a document, an agency or a plan shows", () => {
    const facts = changeableFacts(value, havingRead(everyPath)).scalars;
    expect(facts.map(({ path, kind, from }) => [path, kind, from])).toEqual([
      ["costs.k-rent.appliedOre", "amount", 500_000],
      ["costs.k-rent.standingUntil", "date", "2026-06-30"],
      ["costs.k-rent.graceUntil", "date", "2025-12-31"],
      ["costs.k2.appliedOre", "amount", 30_000],
      ["costs.k2.documentOre", "amount", 29_000],
      ["incomes.i-activity-support.netOre", "amount", 500_000],
      ["incomes.i-activity-support.grossOre", "amount", 700_000],
      ["incomes.i-activity-support.paidOn", "date", "2025-10-24"],
      ["incomes.i-activity-support.from", "date", "2025-10-01"],
      ["incomes.i-activity-support.to", "date", "2025-10-31"],
      ["incomes.i2.documentOre", "amount", 9_900],
      ["incomes.i3.netOre", "amount", 5_000],
      ["incomes.i3.paidOn", "date", "2025-10-24"],
      ["incomes.i3.from", "date", "2025-10-01"],
      ["incomes.i3.to", "date", "2025-10-31"],
      ["planning.0.from", "date", "2025-07-01"],
      ["planning.0.to", "date", "2025-12-31"],
      ["planning.1.from", "date", "2025-07-01"],
      ["planning.1.to", "date", "2025-12-31"],
      ["planning.1.certificateUntil", "date", "2025-11-15"],
      ["earnings.0.netOre", "amount", 100],
      ["earnings.1.netOre", "amount", 200],
      ["earnings.1.grossOre", "amount", 300],
    ]);
  });

  test("and statements that somebody else than the applicant establishes; an income's kind only where it is asked about", () => {
    const facts = changeableFacts(value, havingRead(everyPath)).stated;
    expect(facts.map(({ path, from }) => [path, from])).toEqual([
      ["costs.k2.proof", "document"],
      ["costs.k3.proof", "unreadable"],
      ["incomes.i-activity-support.preliminary", false],
      ["incomes.i-activity-support.retroactive", false],
      ["incomes.i3.preliminary", false],
      ["incomes.i3.retroactive", false],
      ["incomes.i3.type", "unknown-benefit"],
      ["planning.0.followed", true],
      ["planning.1.followed", true],
      ["flags.signedByAll", true],
      ["flags.accountUnchanged", true],
      ["flags.caseFileRead", null],
      ["flags.otherMunicipality", false],
      ["sources.FK", "read"],
      ["sources.population", "read"],
      ["documents.d1.state", "rows-unclear"],
    ]);
    // A document without an amount answers nothing.
    const others = (path: string) => facts.find((fact) => fact.path === path)?.others.map(({ to }) => to);
    expect(others("costs.k2.proof")).toEqual(["unreadable", "mismatch"]);
    expect(others("costs.k3.proof")).toEqual(["mismatch"]);
    expect(others("flags.caseFileRead")).toEqual([true, false]);
    expect(others("flags.signedByAll")).toEqual([false]);
  });

  test("are those that were read, and no others", () => {
    const few = changeableFacts(value, havingRead(["costs.k2.appliedOre", "flags.signedByAll"]));
    expect([...few.scalars, ...few.stated].map(({ path }) => path)).toEqual([
      "costs.k2.appliedOre",
      "flags.signedByAll",
    ]);
    const bare = caseOf(renewal({ planning: [], earnings: [] }));
    const none = changeableFacts(bare, havingRead(everyPath, bare));
    expect(none.scalars).toEqual([]);
    expect(none.stated.map(({ path }) => path.split(".")[0])).not.toContain("planning");
  });

  test.each(scalars.map((fact) => [fact.path, fact] as const))(
    "%s is changed alone, within what can be",
    (path, fact) => {
      const again = changeableFacts(value, havingRead(everyPath)).scalars.find((one) => one.path === path) ?? fact;
      for (const difference of [1, -1]) {
        const moved = again.at(difference);
        const isOutside = again.kind === "date" && moved === undefined;
        if (!isOutside) expect([path, differences(value, moved?.value)]).toEqual([path, [path]]);
      }
      if (again.kind === "amount") {
        expect(again.at(-Number(again.from))?.to).toBe(0);
        expect(again.at(-Number(again.from) - 1)).toBeUndefined();
        expect(again.at(100_000_000 - Number(again.from))?.to).toBe(100_000_000);
        expect(again.at(100_000_001 - Number(again.from))).toBeUndefined();
      }
    },
  );

  test("a period does not end before it begins, nor begin after its end", () => {
    const dates = changeableFacts(value, havingRead(everyPath)).scalars;
    const at = (path: string, difference: number) => dates.find((one) => one.path === path)?.at(difference)?.to;
    expect([at("planning.0.from", 183), at("planning.0.from", 184)]).toEqual(["2025-12-31", undefined]);
    expect([at("planning.0.to", -183), at("planning.0.to", -184)]).toEqual(["2025-07-01", undefined]);
    expect([at("incomes.i3.from", 30), at("incomes.i3.from", 31)]).toEqual(["2025-10-31", undefined]);
    expect([at("incomes.i3.to", -30), at("incomes.i3.to", -31)]).toEqual(["2025-10-01", undefined]);
    expect([at("incomes.i3.paidOn", -9_428), at("incomes.i3.paidOn", -9_429)]).toEqual(["2000-01-01", undefined]);
    expect([at("incomes.i3.paidOn", 27_461), at("incomes.i3.paidOn", 27_462)]).toEqual(["2100-12-31", undefined]);
  });

  test("the edges of the month and of the month before are where a day is likely to matter", () => {
    const paidOn = changeableFacts(value, havingRead(everyPath)).scalars.find(
      ({ path }) => path === "incomes.i3.paidOn",
    );
    const days = paidOn?.hints.map((hint) => paidOn.at(hint)?.to);
    expect(days).toEqual([
      ...["2025-09-30", "2025-10-01", "2025-10-31", "2025-11-01"],
      ...["2025-10-31", "2025-11-01", "2025-11-30", "2025-12-01"],
    ]);
    expect(changeableFacts(value, havingRead(everyPath)).scalars[0]?.hints).toEqual([]);
  });

  test.each(stated.map((fact) => [fact.path, fact] as const))("%s is said otherwise alone", (path, fact) => {
    const again = changeableFacts(value, havingRead(everyPath)).stated.find((one) => one.path === path) ?? fact;
    expect(again.others.length).toBeGreaterThan(0);
    for (const { to, value: said } of again.others) {
      expect([path, to, differences(value, said)]).toEqual([path, to, [path]]);
      expect(to).not.toBe(again.from);
    }
  });
});
