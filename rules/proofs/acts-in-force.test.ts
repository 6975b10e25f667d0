import { expect, test } from "vitest";
import type { MunicipalPack } from "../../contracts/rule-pack.js";
import { nationalPacks, neighbourOverlay, samplePacks } from "../packs.js";
import { proveActsInForce } from "./acts-in-force.js";
import { overlayWith, problemsOf } from "./test-support.js";

const waiting = (source: string, from: string, to?: string): MunicipalPack =>
  overlayWith({ sourceWait: [{ from, ...(to !== undefined && { to }), class: "operational", source, days: 5 }] });

const monthsOf = (pack: MunicipalPack): readonly string[] =>
  proveActsInForce(pack).map(({ counterexample }) => ("month" in counterexample ? counterexample.month : ""));

test("a row may be read in the act of its time only, on either side of July 2025", () => {
  for (const act of ["14 kap. 2 § SoL (2025:400)", "12 kap. 1 § SoL", "12 kap. 2–3 §§ SoF (2025:468)"]) {
    expect([act, monthsOf(waiting(act, "2025-07"))]).toEqual([act, []]);
    expect([act, monthsOf(waiting(act, "2025-06"))]).toEqual([act, ["2025-06"]]);
  }
  for (const act of ["11 kap. 1 § SoL (2001:453)", "4 kap. 1 § SoL", "2 kap. 1 § SoF (2001:937)"]) {
    expect([act, monthsOf(waiting(act, "2024-01", "2025-06"))]).toEqual([act, []]);
    expect([act, monthsOf(waiting(act, "2024-01", "2025-07"))]).toEqual([act, ["2025-07"]]);
    expect([act, monthsOf(waiting(act, "2024-01"))]).toEqual([act, ["2025-07"]]);
    expect([act, monthsOf(waiting(act, "2026-01"))]).toEqual([act, ["2026-01"]]);
  }
});

test("a row that names both acts, or none, says nothing that is wrong", () => {
  const both = "4 kap. 1 § SoL (2001:453), från juli 2025 12 kap. 1 § SoL (2025:400)";
  for (const source of [both, "Beslut av enhetschefen 2024-10-20", "4 kap. 6 § kommunallagen (2017:725)"])
    expect([source, monthsOf(waiting(source, "2020-01"))]).toEqual([source, []]);
});

test("an item of the delegation order is judged by its days, and by what its title names too", () => {
  const [item] = samplePacks.municipal?.delegation ?? [];
  const order = (days: { from: string; to?: string }) =>
    monthsOf(
      overlayWith({
        delegation: [
          { ...item, to: undefined, title: "Bistånd enligt 4 kap. 1 § SoL", source: "Delegationsordning", ...days },
        ],
      }),
    );
  expect(order({ from: "2025-01-01", to: "2025-06-30" })).toEqual([]);
  expect(order({ from: "2025-01-01", to: "2025-07-01" })).toEqual(["2025-07"]);
});

test("what is shipped holds, and a draft that does not is refused with the month that would rest on nothing", () => {
  for (const pack of [...nationalPacks, samplePacks.municipal, neighbourOverlay])
    if (pack !== undefined) expect(proveActsInForce(pack)).toEqual([]);
  expect(problemsOf(waiting("11 kap. 1 § SoL (2001:453)", "2024-01"))).toMatchObject([
    {
      code: "act-not-in-force",
      row: "sourceWait[0]",
      counterexample: { kind: "month", month: "2025-07", text: "En ansökan som gäller juli 2025." },
    },
  ]);
});
