import { describe, expect, it } from "vitest";
import { month, periodOf } from "../../contracts/dates.js";
import type { AgencyQuery } from "../../contracts/portals.js";
import { tableTexts } from "../core/table.js";
import { refusalOf } from "../testing/refusal.js";
import { parseAnswers, type AnswerTexts, type SectionTexts } from "./parse.js";
import { printedAgencies, purpose, statute } from "./vocabulary.js";

const person = "193001017072";
const other = "193001034663";
const query: AgencyQuery = { personalNumber: person, period: periodOf(month("2025-10")), agencies: ["FK"] };

const top = (more: Readonly<Record<string, string>> = {}): ReadonlyMap<string, string> =>
  new Map(
    Object.entries({
      Personnummer: person,
      Period: "2025-10-01 – 2025-10-31",
      Syfte: purpose,
      Lagtext: statute,
      "Fråge-id": "1",
      ...more,
    }),
  );

const opening = `Avser ${person}, period 2025-10-01 – 2025-10-31.`;
const open = "Sekretessmarkering: Nej";
const nothing = "Inga utbetalningar registrerade för perioden.";
const heads = "Förmån\tDelförmån\tPeriod\tUtbetalningsdag\tBrutto\tSkatt\tAvdrag\tAvdragskod\tNetto\tStatus\tTyp";
const row =
  "Aktivitetsstöd\tDagersättning\t2025-10-01 – 2025-10-31\t2025-10-24\t6.760,00\t1.560,00\t0,00\t–\t5.200,00\tUtbetald\tDag";
const sums = "Summa\t\t\t\t6.760,00\t1.560,00\t0,00\t\t5.200,00\t\t";

const table = (...lines: readonly string[]) => tableTexts(["Utbetalningar", ...lines].join("\n"), "Utbetalningar");
const section = (more: Partial<SectionTexts>): SectionTexts => ({
  heading: printedAgencies.FK,
  sentences: [opening, open],
  ...more,
});
const read = (texts: Partial<AnswerTexts> & { readonly section?: SectionTexts }, asked: AgencyQuery = query) =>
  parseAnswers(
    { top: top(), sections: [texts.section ?? section({ sentences: [opening, open, nothing] })], ...texts },
    asked,
  );
const payments = (...lines: readonly string[]) => read({ section: section({ payments: table(...lines) }) });

describe("an agency's payments", () => {
  it("are read with period, amounts and what was taken", () => {
    expect(payments(heads, row, sums)).toEqual([
      {
        agency: "FK",
        status: "read",
        protectedMark: false,
        notes: [],
        payments: [
          {
            type: "activity-support",
            printedAs: "Aktivitetsstöd, Dagersättning",
            from: "2025-10-01",
            to: "2025-10-31",
            paidOn: "2025-10-24",
            grossOre: 676_000,
            taxOre: 156_000,
            deductions: [],
            netOre: 520_000,
            preliminary: false,
            retroactive: false,
          },
        ],
      },
    ]);
  });

  it.each([
    ["KVI", "set-off"],
    ["INF", "distraint"],
    ["PS", "tax"],
    ["SS", "tax"],
    ["SOC", "social-deduction"],
    ["INM", "withheld"],
    ["QQQ", "other"],
    ["KVI INF", "other"],
    ["constructor", "other"],
  ])("name a deduction %s as %s", (code, type) => {
    const taken = row.replace("0,00\t–\t5.200,00", `1.000,00\t${code}\t4.200,00`);
    const [answer] = payments(heads, taken, sums.replace("\t0,00\t\t5.200,00", "\t1.000,00\t\t4.200,00"));
    expect(answer).toMatchObject({ payments: [{ deductions: [{ type, amountOre: 100_000 }], netOre: 420_000 }] });
  });

  it("keep a benefit nobody has listed under its printed name", () => {
    const [answer] = payments(heads, row.replace("Aktivitetsstöd", "Ny ersättning"), sums);
    expect(answer).toMatchObject({
      payments: [{ type: "unknown-benefit", printedAs: "Ny ersättning, Dagersättning" }],
    });
  });

  it("do without gross and tax where the agency states the net only", () => {
    const netOnly = row.replace("6.760,00\t1.560,00", "–\t–");
    const [answer] = payments(heads, netOnly, sums.replace("6.760,00\t1.560,00", "–\t–"));
    expect(answer).toMatchObject({ payments: [{ netOre: 520_000 }] });
    expect(answer?.status === "read" && "grossOre" in (answer.payments[0] ?? {})).toBe(false);
  });

  it("tell a preliminary and a retroactive payment from an ordinary one", () => {
    const [answer] = payments(heads, row.replace("Utbetald\tDag", "Preliminär\tRetro"), sums);
    expect(answer).toMatchObject({ payments: [{ preliminary: true, retroactive: true }] });
  });

  it.each([
    ["a sum that is not the sum", [heads, row, sums.replace("5.200,00", "5.300,00")]],
    ["a row that stands twice", [heads, row, row, sums]],
    [
      "a row whose parts do not make its net",
      [heads, row.replace("1.560,00", "1.500,00"), sums.replace("1.560,00", "1.500,00")],
    ],
    ["no sum row", [heads, row]],
    ["no rows", [heads, sums]],
    ["a column that is gone", [heads.replace("\tSkatt", ""), row, sums]],
    ["a column that is new", [`${heads}\tJämkat`, `${row}\t0,00`, `${sums}\t0,00`]],
    ["a cell too few", [heads, row.replace("Utbetald\t", ""), sums]],
    ["an amount with a point", [heads, row.replaceAll("5.200,00", "5,200.00"), sums.replace("5.200,00", "5,200.00")]],
    ["a negative net", [heads, row.replaceAll("5.200,00", "-5.200,00"), sums]],
    ["a payment outside the period", [heads, row.replace("2025-10-24", "2025-09-24"), sums]],
    ["a status we do not know", [heads, row.replace("Utbetald", "Makulerad"), sums]],
    ["an empty cell", [heads, row.replace("Utbetald", ""), sums]],
    ["a deduction without a code", [heads, row.replace("0,00\t–\t5.200,00", "1.000,00\t–\t4.200,00"), sums]],
  ])("are refused with %s", (_name, lines) => {
    expect(refusalOf(() => payments(...lines))).toBe("PortalChanged");
  });
});

describe("an answer", () => {
  it("has nothing registered only where the agency says so", () => {
    expect(read({})).toEqual([{ agency: "FK", status: "nothing-registered", protectedMark: false }]);
    expect(refusalOf(() => read({ section: section({}) }))).toBe("PortalChanged");
    expect(refusalOf(() => read({ section: section({ sentences: [opening, open, ""] }) }))).toBe("PortalChanged");
  });

  it("is unavailable, with the code, where the agency could not answer", () => {
    const missing = new Map([["Felkod", "BT-500"]]);
    expect(read({ section: section({ sentences: [opening], missing }) })).toEqual([
      { agency: "FK", status: "unavailable", errorCode: "BT-500" },
    ]);
  });

  it("carries the mark of a protected person", () => {
    const [answer] = read({ section: section({ sentences: [opening, "Sekretessmarkering: Ja", nothing] }) });
    expect(answer).toMatchObject({ protectedMark: true });
  });

  it.each([
    ["at the top", { top: top({ Personnummer: other }) }],
    ["in a section", { section: section({ sentences: [opening.replace(person, other), open, nothing] }) }],
  ])("about another person %s is a mismatch", (_where, texts) => {
    expect(refusalOf(() => read(texts))).toBe("PersonMismatch");
  });

  it.each<[string, Parameters<typeof read>[0]]>([
    ["another period at the top", { top: top({ Period: "2024-10-01 – 2024-10-31" }) }],
    [
      "another period in a section",
      { section: section({ sentences: [opening.replaceAll("2025", "2024"), open, nothing] }) },
    ],
    ["another purpose", { top: top({ Syfte: "Återkrav av ekonomiskt bistånd" }) }],
    ["a repealed statute", { top: top({ Lagtext: "11 kap. 11 a § SoL (2001:453)" }) }],
    ["a term we do not know", { top: top({ Reservation: "Ja" }) }],
    ["a section too few", { sections: [] }],
    ["another agency's section", { section: section({ heading: printedAgencies.SO }) }],
    [
      "both payments and the word that there are none",
      { section: section({ sentences: [opening, open, nothing], payments: table(heads, row, sums) }) },
    ],
    [
      "a payment beside an error",
      {
        section: section({
          sentences: [opening],
          missing: new Map([["Felkod", "1"]]),
          payments: table(heads, row, sums),
        }),
      },
    ],
    ["no word on protection", { section: section({ sentences: [opening, nothing] }) }],
  ])("is refused with %s", (_name, texts) => {
    expect(refusalOf(() => read(texts))).toBe("PortalChanged");
  });
});
