import { describe, expect, it } from "vitest";
import { tableTexts } from "../core/table.js";
import { refusalOf } from "../testing/refusal.js";
import { parseRecord, type RecordTexts } from "./parse.js";

const person = "193001017072";
const personTable = tableTexts("Identity number\t19300101 7072");

const values = (more: Readonly<Record<string, string>> = {}): ReadonlyMap<string, string> =>
  new Map(
    Object.entries({
      "Identity number": "19300101 7072",
      "Given names": "Åsa",
      Surname: "Ö",
      Street: "Provgatan 1",
      "Postal code": "999 11",
      City: "Exempelköping",
      Municipality: "Exempelköping",
      Status: "Registered",
      "Last change": "None recorded",
      Protection: "None",
      ...more,
    }),
  );

const none: RecordTexts = { tables: [personTable], person: values(), sentences: ["No relations recorded."] };
const related = (...rows: readonly string[]): RecordTexts => ({
  tables: [personTable, tableTexts(["Relation\tIdentity number\tName", ...rows].join("\n"))],
  person: values(),
  sentences: [],
});
const read = (texts: RecordTexts) => parseRecord(texts, person);
const withheld = { Street: "Withheld", "Postal code": "Withheld", City: "Withheld" };

describe("a person's record", () => {
  it("is read with relations, dates and address", () => {
    const texts = {
      ...related("Child\t19300103 4663\tBo Ö", "Spouse\t19300122 7705\tEva Ö"),
      person: values({ "Last change": "20190314", Status: "Deceased 20250912" }),
    };
    expect(read(texts)).toEqual({
      personalNumber: person,
      givenName: "Åsa",
      familyName: "Ö",
      address: { street: "Provgatan 1", postalCode: "999 11", city: "Exempelköping" },
      relations: [
        { relation: "child", personalNumber: "193001034663" },
        { relation: "spouse", personalNumber: "193001227705" },
      ],
      lastChangedOn: "2019-03-14",
      deceasedOn: "2025-09-12",
      protectedMark: false,
      municipality: "Exempelköping",
    });
  });

  it("of a protected person has no address", () => {
    const answer = read({ ...none, person: values({ ...withheld, Protection: "PROTECTED" }) });
    expect(answer.protectedMark).toBe(true);
    expect(answer).not.toHaveProperty("address");
  });

  it("of somebody else is a mismatch", () => {
    expect(refusalOf(() => parseRecord(none, "193001034663"))).toBe("PersonMismatch");
  });

  it.each<[string, RecordTexts]>([
    ["a mark of protection beside an address", { ...none, person: values({ Protection: "PROTECTED" }) }],
    ["a withheld address without a mark", { ...none, person: values(withheld) }],
    ["a mark we do not know", { ...none, person: values({ Protection: "PARTLY" }) }],
    ["a status we do not know", { ...none, person: values({ Status: "Emigrated 20250101" }) }],
    ["a term we do not know", { ...none, person: values({ "Civil status": "Married" }) }],
    ["a value that is gone", { ...none, person: new Map([["Identity number", "19300101 7072"]]) }],
    ["neither relations nor the word that there are none", { ...none, sentences: [] }],
    [
      "relations and the word that there are none",
      { ...related("Child\t19300103 4663\tBo Ö"), sentences: none.sentences },
    ],
    ["a relation that stands twice", related("Child\t19300103 4663\tBo Ö", "Child\t19300103 4663\tBo Ö")],
    ["a relation we do not know", related("Cousin\t19300103 4663\tBo Ö")],
    ["a table we do not know", { ...none, tables: [personTable, tableTexts("Property\tShare")] }],
  ])("is refused with %s", (_name, texts) => {
    expect(refusalOf(() => read(texts))).toBe("PortalChanged");
  });
});
