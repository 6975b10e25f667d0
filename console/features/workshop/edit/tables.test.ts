import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { month } from "../../../../contracts/dates.js";
import { packSchema, type MunicipalPack, type RulePack } from "../../../../contracts/rule-pack.js";
import { inWords } from "../cell-words.js";
import { applyEdits, tablesOf } from "./tables.js";
import type { Edits } from "./table-spec.js";

const packs = join(import.meta.dirname, "..", "..", "..", "..", "rules", "packs");
const readPack = (file: string): RulePack => packSchema.parse(JSON.parse(readFileSync(join(packs, file), "utf8")));
const overlay = readPack(join("municipal", "exempelkoping.json"));
const norm = readPack(join("national", "riksnorm-2026.json"));

const source = "Exempelköpings socialnämnd 2025-10-22 § 91";
const january = month("2026-01");
const edit = (line: string, cells: Readonly<Record<string, string>>, from = january): Edits => ({
  [line]: { from, source, cells: { ...cells } },
});
const municipal = (pack: RulePack): MunicipalPack => {
  if (pack.layer !== "municipal") throw new Error("Not an overlay.");
  return pack;
};
const written = (edits: Edits, content: RulePack = overlay, base: RulePack = overlay) =>
  applyEdits(content, { base, edits });
const rent = (pack: RulePack) => municipal(pack).costRules.filter(({ type }) => type === "rent");

describe("a table that is edited", () => {
  test("closes the row that held and begins another, with the source, from the month that is chosen", () => {
    const { pack, problems } = written(edit("costRules:rent", { "cap:1:0": "7 200" }));
    expect(problems).toEqual([]);
    expect(rent(pack)).toMatchObject([
      { from: "2025-01", to: "2025-12" },
      {
        from: "2026-01",
        source,
        caps: [{ maxAdults: 1, maxChildren: 0, capOre: 720_000 }, { capOre: 750_000 }, {}, {}, {}, {}, {}],
      },
    ]);
    expect(municipal(pack).costRules.filter(({ type }) => type !== "rent")).toEqual(
      municipal(overlay).costRules.filter(({ type }) => type !== "rent"),
    );
  });

  test("moves a row that the draft began to another month, and opens what it had closed", () => {
    const once = written(edit("costRules:rent", { "cap:1:0": "7 200" })).pack;
    const { pack } = written(edit("costRules:rent", { "cap:1:0": "7 300" }, month("2026-03")), once);
    expect(rent(pack)).toMatchObject([
      { from: "2025-01", to: "2026-02" },
      { from: "2026-03", caps: [{ capOre: 730_000 }, {}, {}, {}, {}, {}, {}] },
    ]);
  });

  test("is as it was where what is written is what held already", () => {
    const once = written(edit("costRules:rent", { "cap:1:0": "7 200" })).pack;
    expect(written(edit("costRules:rent", { "cap:1:0": "6 900" }), once).pack).toEqual(overlay);
  });

  test("loses a row whose amount is emptied, and takes in one for households it did not tell apart where it applies", () => {
    const { pack } = written(edit("costRules:rent", { "cap:2:2": "", "cap:1:2": "8 000" }));
    const bounds = rent(pack)[1]?.caps.map(({ maxAdults, maxChildren }) => [maxAdults, maxChildren]);
    expect(bounds).toEqual([
      [1, 0],
      [1, 1],
      [2, 0],
      [2, 1],
      [1, 2],
      [2, 3],
      [undefined, undefined],
    ]);
  });

  test("is not saved at all where an amount cannot be read or a source is missing, and says which", () => {
    const { problems } = written({
      "costRules:rent": { from: january, source: "", cells: { "cap:1:0": "7 200" } },
      "sourceWait:all": { from: january, source, cells: { days: "61" } },
    });
    expect(problems).toEqual([{ line: "costRules:rent" }, { line: "sourceWait:all", cell: "days" }]);
  });

  test("takes a choice of an open reading, also of one that nobody had chosen, and no other word", () => {
    const lines = tablesOf(overlay)
      .find(({ table }) => table === "readings")
      ?.lines({ content: overlay, base: overlay, month: january, edits: {} });
    const unset = lines?.find(({ cells }) => cells[0]?.draft === "");
    const [first] = unset?.cells[0]?.entry.kind === "choice" ? unset.cells[0].entry.options : [];
    if (unset === undefined || first === undefined) throw new Error("Every reading is chosen.");
    const { pack, problems } = written(edit(unset.key, { option: first.value }));
    expect(problems).toEqual([]);
    expect(municipal(pack).readings.at(-1)).toMatchObject({ option: first.value, from: "2026-01", source });
    expect(written(edit(unset.key, { option: "whatever" })).problems).toEqual([{ line: unset.key, cell: "option" }]);
  });

  test("shows a table of a new pack against what is in force in its month, and as absent where nothing is", () => {
    if (norm.layer !== "national") throw new Error("Not a national pack.");
    const next: RulePack = {
      ...norm,
      id: "practice",
      riksnorm: norm.riksnorm.map((row) => ({ ...row, to: month("2027-12") })),
    };
    const shown = (at: string) =>
      tablesOf(next)
        .find(({ table }) => table === "riksnorm")
        ?.lines({ content: next, base: norm, month: month(at), edits: {} })[0]?.cells[0];
    expect(shown("2026-12")).toMatchObject({ base: shown("2026-12")?.draft });
    expect(shown("2027-01")).toMatchObject({ base: undefined, draft: shown("2026-12")?.draft });
    const cell = shown("2027-01");
    expect(cell && inWords(cell, cell.base)).toBe("finns inte i dag");
  });

  describe("has a day for review", () => {
    const reviewed = written(edit("costRules:rent", { "cap:1:0": "7 200", reviewBy: "2026-10-01" })).pack;
    const days = (pack: RulePack) => rent(pack).map(({ reviewBy }) => reviewBy);
    const july = month("2026-07");
    const before = "2025-11-20";

    test("that is written for a row, and is a day", () => {
      expect(days(reviewed)).toEqual([before, "2026-10-01"]);
      const moved = written(edit("costRules:rent", { reviewBy: "2026-11-15" }, july), reviewed, reviewed).pack;
      expect(days(moved)).toEqual([before, "2026-10-01", "2026-11-15"]);
      for (const wrong of ["2026-02-30", "i höst", "2026-10"])
        expect(written(edit("costRules:rent", { reviewBy: wrong })).problems).toEqual([
          { line: "costRules:rent", cell: "reviewBy" },
        ]);
    });

    test("that another row does not take over, and that goes where it is emptied or put back", () => {
      const stored = packSchema.parse(structuredClone(reviewed));
      const next = written(edit("costRules:rent", { "cap:1:0": "7 300" }, july), stored, reviewed).pack;
      expect(days(next)).toEqual([before, "2026-10-01", undefined]);
      const again = written(edit("costRules:rent", { "cap:1:0": "7 300" }), reviewed).pack;
      expect(days(again)).toEqual([before, "2026-10-01"]);
      expect(days(written(edit("costRules:rent", { reviewBy: "" }), reviewed).pack)).toEqual([before, undefined]);
      const back = edit("costRules:rent", { "cap:1:0": "7 200" }, july);
      expect(written(back, reviewed, reviewed).pack).toEqual(reviewed);
    });

    test("that is shown in words for the municipality's own rows, and not for the law's nor where there is no row", () => {
      const cells = (pack: RulePack) =>
        tablesOf(pack).flatMap(({ lines }) => lines({ content: pack, base: pack, month: january, edits: {} }));
      const day = cells(reviewed)
        .find(({ key }) => key === "costRules:rent")
        ?.cells.find(({ name }) => name === "reviewBy");
      expect(day && inWords(day, day.text)).toBe("1 oktober 2026");
      const has = (line: { cells: readonly { name: string }[] }) => line.cells.some(({ name }) => name === "reviewBy");
      expect(cells(norm).some(has)).toBe(false);
      expect(cells(overlay).filter((line) => !has(line) && line.source !== "")).toEqual([]);
      expect(cells(overlay).filter((line) => has(line) && line.source === "")).toEqual([]);
    });
  });

  test("begins an item of the delegation order on the first day of the month, and lifts its limit where it is emptied", () => {
    const { pack } = written(edit("delegation:3.2:caseworker:granted", { "up-to": "" }));
    const items = municipal(pack).delegation.filter(({ item }) => item === "3.2");
    expect(items.map(({ from, to, upToOre }) => [from, to, upToOre])).toEqual([
      ["2025-01-01", "2025-06-30", 2_500_000],
      ["2025-07-01", "2025-12-31", 2_500_000],
      ["2026-01-01", undefined, undefined],
    ]);
  });

  test("cites the new source for a figure of the riksnorm, and leaves the other figures theirs", () => {
    const { pack } = written(edit("riksnorm:all", { "adult-single": "3 990" }), norm, norm);
    if (pack.layer !== "national" || norm.layer !== "national") throw new Error("Not a national pack.");
    expect(pack.riksnorm).toHaveLength(1);
    expect(pack.riksnorm[0]?.cells["adult-single"]).toMatchObject({ amountOre: 399_000, source });
    expect(pack.riksnorm[0]?.cells["child-3"]).toEqual(norm.riksnorm[0]?.cells["child-3"]);
  });
});
