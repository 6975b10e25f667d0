import { expect, test } from "vitest";
import { roleSchema } from "../contracts/codes/roles.js";
import { localDate } from "../contracts/dates.js";
import { decisionOutcomeSchema, type MunicipalPack } from "../contracts/rule-pack.js";
import { mandateFor, roleUnder } from "./mandates.js";
import { samplePacks } from "./packs.js";

const overlay = (): MunicipalPack => {
  if (samplePacks.municipal === undefined) throw new Error("the sample municipality has an overlay");
  return samplePacks.municipal;
};
const on = localDate("2025-10-27");

test("a caseworker grants up to the amount of the item, and not one öre more", () => {
  const grant = { roles: ["caseworker"], outcome: "granted", on } as const;
  expect(mandateFor({ ...grant, amountOre: 2_499_999 }, overlay())?.item).toBe("3.2");
  expect(mandateFor({ ...grant, amountOre: 2_500_000 }, overlay())?.item).toBe("3.2");
  expect(mandateFor({ ...grant, amountOre: 2_500_001 }, overlay())).toBeUndefined();
});

test("the narrowest item is used by one who has several roles", () => {
  const grant = { roles: ["team-lead", "caseworker"], outcome: "granted", on } as const;
  expect(mandateFor({ ...grant, amountOre: 619_000 }, overlay())?.item).toBe("3.2");
  expect(mandateFor({ ...grant, amountOre: 2_500_001 }, overlay())?.item).toBe("3.4");
});

test("writing off is an item of its own: a caseworker's and a head of unit's, nobody else's", () => {
  const writtenOff = { outcome: "written-off", amountOre: 0, on } as const;
  expect(mandateFor({ ...writtenOff, roles: ["caseworker"] }, overlay())?.item).toBe("3.5");
  expect(mandateFor({ ...writtenOff, roles: ["team-lead"] }, overlay())?.item).toBe("3.5");
  expect(mandateFor({ ...writtenOff, roles: ["administrator", "auditor"] }, overlay())).toBeUndefined();
});

test("the day before the delegation order takes effect nobody may decide", () => {
  const grant = { roles: ["caseworker"], outcome: "granted", amountOre: 100 } as const;
  expect(mandateFor({ ...grant, on: localDate("2024-12-31") }, overlay())).toBeUndefined();
  expect(mandateFor({ ...grant, on: localDate("2025-01-01") }, overlay())?.boardMinute).toBe("2024-11-20 § 121");
});

test("discretionary aid, administration and audit are outside a caseworker's and an administrator's mandate", () => {
  const decision = { amountOre: 100, on } as const;
  expect(mandateFor({ ...decision, roles: ["caseworker"], outcome: "discretionary" }, overlay())).toBeUndefined();
  expect(mandateFor({ ...decision, roles: ["team-lead"], outcome: "discretionary" }, overlay())?.item).toBe("3.6");
  expect(
    mandateFor({ ...decision, roles: ["administrator", "auditor"], outcome: "granted" }, overlay()),
  ).toBeUndefined();
});

test("the items say what they hold, by the act of their time, and who refuses also decides on emergency aid", () => {
  const titlesOf = (item: string): readonly string[] => [
    ...new Set(overlay().delegation.flatMap((one) => (one.item === item ? [one.title] : []))),
  ];
  expect(titlesOf("3.2")).toEqual([
    "Bifall till ekonomiskt bistånd enligt 4 kap. 1 § SoL (2001:453)",
    "Bifall till ekonomiskt bistånd enligt 12 kap. 1 § SoL (2025:400)",
  ]);
  expect(titlesOf("3.3").at(-1)).toBe(
    "Avslag och delavslag på ekonomiskt bistånd enligt 12 kap. 1 § SoL (2025:400), även akut hjälp",
  );
  expect(titlesOf("3.6")).toEqual([
    "Bistånd enligt 4 kap. 2 § SoL (2001:453)",
    "Bistånd enligt 12 kap. 2 § SoL (2025:400)",
  ]);
});

test("a mandate goes on without a gap where the board adopts the order anew", () => {
  const grant = { roles: ["caseworker"], outcome: "granted", amountOre: 100 } as const;
  expect(mandateFor({ ...grant, on: localDate("2025-06-30") }, overlay())?.boardMinute).toBe("2024-11-20 § 121");
  expect(mandateFor({ ...grant, on: localDate("2025-07-01") }, overlay())?.boardMinute).toBe("2025-06-11 § 64");
});

test("what is refused counts against the item's amount as what is granted does", () => {
  const partial = { roles: ["caseworker"], outcome: "partly-granted", amountOre: 100_000, on } as const;
  expect(mandateFor({ ...partial, refusedOre: 2_500_000 }, overlay())?.item).toBe("3.3");
  expect(mandateFor({ ...partial, refusedOre: 2_500_001 }, overlay())).toBeUndefined();
  const refusal = { ...partial, outcome: "refused", amountOre: 0, refusedOre: 2_500_001 } as const;
  expect(mandateFor(refusal, overlay())).toBeUndefined();
  expect(mandateFor({ ...refusal, roles: ["team-lead"] }, overlay())?.item).toBe("3.4");
});

test("an unknown refused amount needs an item without an upper bound", () => {
  const refusal = { roles: ["team-lead"], outcome: "refused", amountOre: 0, refusedOre: "unknown", on } as const;
  expect(mandateFor({ ...refusal, roles: ["caseworker"] }, overlay())).toBeUndefined();
  expect(mandateFor({ ...refusal, outcome: "partly-granted" }, overlay())).toBeUndefined();
  expect(mandateFor(refusal, overlay())).toMatchObject({ item: "3.3", role: "team-lead" });
  expect(mandateFor({ ...refusal, refusedOre: 0 }, overlay())?.item).toBe("3.4");
});

test("what the order describes of an automated function gives nobody a mandate, off or on", () => {
  const described = (on: boolean): MunicipalPack => {
    const [first] = overlay().delegation;
    if (first === undefined) throw new Error("there is an item");
    const { role, ...rest } = first;
    expect(role).toBe("caseworker");
    return { ...overlay(), delegation: [{ ...rest, automated: { name: "Månadsbifall", on } }] };
  };
  for (const isOn of [false, true])
    for (const outcome of decisionOutcomeSchema.options)
      expect(mandateFor({ roles: roleSchema.options, outcome, amountOre: 0, on }, described(isOn))).toBeUndefined();
});

test("an item that names both a role and a function is nobody's either", () => {
  const delegation = overlay().delegation.map((item) => ({ ...item, automated: { name: "Månadsbifall", on: true } }));
  const both: MunicipalPack = { ...overlay(), delegation };
  expect(mandateFor({ roles: roleSchema.options, outcome: "granted", amountOre: 0, on }, both)).toBeUndefined();
});

test("who holds two roles decides in the one that the item is for, also where it is the higher", () => {
  const both = ["caseworker", "team-lead"] as const;
  const under = { outcome: "granted", on, roles: both } as const;
  expect(roleUnder({ ...under, item: "3.2" }, overlay())).toBe("caseworker");
  expect(roleUnder({ ...under, item: "3.4" }, overlay())).toBe("team-lead");
  expect(roleUnder({ ...under, item: "3.4", roles: ["caseworker"] }, overlay())).toBeUndefined();
  expect(roleUnder({ ...under, item: "3.2", outcome: "refused" }, overlay())).toBeUndefined();
  expect(roleUnder({ ...under, item: "3.2", on: localDate("2024-12-31") }, overlay())).toBeUndefined();
  expect(roleUnder({ ...under, item: "3.2", on: localDate("2025-01-01") }, overlay())).toBe("caseworker");
});

test("the role under which somebody decided is the one whose item the mandate was", () => {
  const roles = roleSchema.options;
  for (const outcome of decisionOutcomeSchema.options)
    for (const amountOre of [0, 2_500_000, 2_500_001]) {
      const mandate = mandateFor({ roles, outcome, amountOre, on }, overlay());
      if (mandate === undefined) continue;
      expect(roleUnder({ roles: [mandate.role], outcome, item: mandate.item, on }, overlay())).toBe(mandate.role);
    }
});
