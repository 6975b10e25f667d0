import { describe, expect, it } from "vitest";
import type { CaseInput } from "../../contracts/case.js";
import { assess } from "../assess.js";
import { caseOf, paid, renewal } from "../examples/cases.js";
import { sampleMonth } from "../examples/sample-month.js";
import { samplePacks } from "../packs.js";
import { composeGrant } from "./compose-grant.js";
import { singleInput } from "./test-support/household.js";

/** The appendix of a grant, a line for each row of each table; a sum is marked. */
const appendixOf = (input: CaseInput): readonly (readonly string[])[] => {
  const value = caseOf(input);
  const receipt = { ...singleInput.receipt, ...assess(value, samplePacks) };
  const { appendix } = composeGrant({
    ...singleInput,
    case: value,
    receipt,
    names: { a: "Ada Ek", b: "Bo Ek" },
    decision: { ...singleInput.decision, amountOre: receipt.grantOre ?? 0 },
  });
  return (appendix?.tables ?? []).map(({ caption, columns, rows }) =>
    [
      `${caption}: ${columns.map(({ title }) => title).join(" | ")}`,
      ...rows.map(({ cells, isTotal }) => `${isTotal ? "= " : ""}${cells.join(" | ")}`),
    ].map((line) => line.replaceAll("\u00a0", " ")),
  );
};

const ofHousehold = (id: number): readonly (readonly string[])[] => {
  const household = sampleMonth.find((one) => one.id === id);
  if (household === undefined) throw new Error("There is no such household.");
  return appendixOf(household.input);
};

describe("the calculation beside a letter", () => {
  it("lists norm, costs, incomes and what is left out of them, each with its sum, and the result", () => {
    // 7 050 + 1 400 = 8 450. A fourth of 9 600 is 2 400. 9 600 + 4 600 − 2 400 = 11 800. 8 450 + 7 250 − 11 800 = 3 900.
    expect(ofHousehold(7)).toEqual([
      [
        "Riksnorm: Rad | Belopp",
        "Sambor, två vuxna | 7 050",
        "Gemensamma kostnader, 2 personer | 1 400",
        "= Summa riksnorm | 8 450",
      ],
      [
        "Kostnader utöver riksnormen: Kostnad | Sökt | Godkänt | Varför",
        "Hyra | 6 590 | 6 590 | Godkänd i sin helhet.",
        "Hushållsel | 480 | 480 | Godkänd i sin helhet.",
        "Hemförsäkring | 180 | 180 | Godkänd i sin helhet.",
        "= Summa kostnader | 7 250 | 7 250 | ",
      ],
      [
        "Inkomster: Vem | Inkomst | Källa | Avser | Utbetald | Belopp",
        "Ada Ek | Lön | Uppgift i ansökan | 2025-10-01 – 2025-10-31 | 2025-10-24 | 9 600",
        "Bo Ek | Aktivitetsstöd | Försäkringskassan och Pensionsmyndigheten | 2025-10-01 – 2025-10-31 | 2025-10-24 | 4 600",
        "= Summa inkomster |  |  |  |  | 14 200",
      ],
      [
        "Inkomster som inte räknas: Vad | Enligt | Belopp",
        "Jobbstimulans, en fjärdedel av lönen räknas inte | 12 kap. 8 § SoL (2025:400) | 2 400",
      ],
      [
        "Resultat: Steg | Belopp",
        "Riksnorm | 8 450",
        "Godkända kostnader | 7 250",
        "Inkomster som räknas | −11 800",
        "= Bistånd för månaden | 3 900",
      ],
    ]);
  });

  it("has no table of what there is none of", () => {
    const captions = (tables: readonly (readonly string[])[]) => tables.map(([head = ""]) => head.split(":")[0]);
    expect(captions(ofHousehold(2))).toEqual(["Riksnorm", "Kostnader utöver riksnormen", "Resultat"]);
    expect(captions(appendixOf(renewal()))).toEqual(["Riksnorm", "Resultat"]);
    expect(appendixOf(renewal()).at(-1)).toEqual([
      "Resultat: Steg | Belopp",
      "Riksnorm | 5 180",
      "Godkända kostnader | 0",
      "Inkomster som räknas | 0",
      "= Bistånd för månaden | 5 180",
    ]);
  });

  it("says where each income comes from", () => {
    const [, incomes] = appendixOf(
      renewal({
        incomes: [
          paid("housing-allowance", 300, { id: "i1", source: "document", assessed: "counts" }),
          paid("pension", 200, { id: "i2", source: "FK", memberId: "a" }),
          paid("pension", 100, { id: "i3", source: "caseworker", assessed: "counts" }),
        ],
      }),
    );
    expect(incomes?.map((line) => line.split(" | ").slice(0, 3).join(" | "))).toEqual([
      "Inkomster: Vem | Inkomst | Källa",
      "Ada Ek | Bostadsbidrag | Underlag",
      "Ada Ek | Pension | Försäkringskassan och Pensionsmyndigheten",
      "Ada Ek | Pension | Handläggare",
      "= Summa inkomster |  | ",
    ]);
  });
});
