import { z } from "zod";
import type { CaseFileData } from "../households/household.js";
import { html, type Html } from "../shared/html.js";
import { readAmount, readDate, readMonth } from "./format.js";
import { layout } from "./layout.js";
import type { CaseRecord, RecordKind } from "./records.js";

/** The forms as they stand in addresses, and the kind of record each makes. */
export const formKinds = {
  berakning: "calculation",
  beslut: "decision",
  utbetalning: "payment",
  journal: "journal",
} as const;
export const formNames = ["berakning", "beslut", "utbetalning", "journal"] as const;
export type FormName = (typeof formNames)[number];

/** How the system names a kind of record. */
export const kindNames = {
  calculation: "BERÄKNING",
  decision: "BESLUT",
  payment: "UTBETALNING",
  journal: "JOURNAL",
} as const satisfies Record<RecordKind, string>;

const titles = {
  berakning: "NY BERÄKNING",
  beslut: "NYTT BESLUT",
  utbetalning: "NY UTBETALNING",
  journal: "NY JOURNALANTECKNING",
} as const satisfies Record<FormName, string>;
const outcomes = ["Bifall", "Delvis bifall", "Avslag"] as const;
const calculationRows = 30;

const field = (id: string, label: string): Html =>
  html`<tr>
    <td><label for="${id}">${label}</label></td>
    <td><input id="${id}" name="${id}" autocomplete="off" /></td>
  </tr>`;

const specific = (name: FormName): Html => {
  switch (name) {
    case "berakning":
      return html`${Array.from({ length: calculationRows }, (_, index) => {
        const row = String(index + 1);
        return html`<tr>
          <td>
            <label for="benamning${row}">Benämning ${row}</label>
            <input id="benamning${row}" name="benamning${row}" size="40" />
          </td>
          <td>
            <label for="belopp${row}">Belopp ${row}</label> <input id="belopp${row}" name="belopp${row}" class="h" />
          </td>
        </tr>`;
      })}${field("saldo", "Saldo")}`;
    case "beslut":
      return html`<tr>
          <td><label for="beslut">Beslut</label></td>
          <td>
            <select id="beslut" name="beslut">
              <option value=""></option>
              ${outcomes.map((outcome) => html`<option>${outcome}</option>`)}
            </select>
          </td>
        </tr>
        ${field("belopp", "Belopp")}
        <tr>
          <td><label for="motivering">Motivering</label></td>
          <td><textarea id="motivering" name="motivering" rows="6" cols="60"></textarea></td>
        </tr>`;
    case "utbetalning":
      return html`${field("belopp", "Belopp")}${field("utbetalningsdag", "Utbetalningsdag")}`;
    case "journal":
      return html`<tr>
        <td><label for="anteckning">Anteckning</label></td>
        <td><textarea id="anteckning" name="anteckning" rows="8" cols="60"></textarea></td>
      </tr>`;
  }
};

/** An empty form. `renamed` gives the reference field another label. */
export const formPage = (name: FormName, at: { file: CaseFileData; renamed: boolean }): Html =>
  layout(
    titles[name],
    html`<p>Akt ${at.file.caseNumber}</p>
      <form method="post" action="/akt/${at.file.caseNumber}/ny/${name}">
        <table>
          ${field("manad", "Månad")}${field("referens", at.renamed ? "Ref.nr" : "Referens")}${specific(name)}
        </table>
        <input type="submit" value="Spara" />
      </form>`,
  );

const bodySchema = z.record(z.string(), z.string());
type Posted = Omit<CaseRecord, "number" | "household" | "caseNumber" | "personalNumber" | "registeredOn" | "sign">;

const readRows = (body: Record<string, string>, problems: string[]): { label: string; amountOre: number }[] =>
  Array.from({ length: calculationRows }, (_, index) => String(index + 1)).flatMap((row) => {
    const label = (body[`benamning${row}`] ?? "").trim();
    const written = (body[`belopp${row}`] ?? "").trim();
    if (label === "" && written === "") return [];
    const amountOre = readAmount(written);
    if (label === "") problems.push(`Benämning saknas på rad ${row}.`);
    if (amountOre === undefined) problems.push(`Ogiltigt belopp på rad ${row}.`);
    return amountOre === undefined ? [] : [{ label, amountOre }];
  });

/** Reads a posted form: what to save, or why it is refused. */
export const readForm = (name: FormName, posted: unknown): { record: Posted } | { problems: readonly string[] } => {
  const body = bodySchema.parse(posted ?? {});
  const problems: string[] = [];
  const need = <Value>(value: Value | undefined, problem: string): Value | undefined => {
    if (value === undefined) problems.push(problem);
    return value;
  };
  const text = (id: string): string | undefined => {
    const value = (body[id] ?? "").replaceAll("\r\n", "\n").trim();
    return value === "" ? undefined : value;
  };
  const month = need(readMonth(body["manad"] ?? ""), "Ogiltig månad.");
  const reference = text("referens") ?? "";
  const amountOf = (id: string): number | undefined => need(readAmount(body[id] ?? ""), "Ogiltigt belopp.");
  const specifics = (): Partial<Posted> => {
    switch (name) {
      case "berakning": {
        const rows = readRows(body, problems);
        const amountOre = amountOf("saldo");
        if (rows.length === 0) problems.push("Beräkningen har inga rader.");
        return { rows, ...(amountOre === undefined ? {} : { amountOre }) };
      }
      case "beslut": {
        const outcome = need(
          outcomes.find((candidate) => candidate === body["beslut"]),
          "Beslut måste väljas.",
        );
        const amountOre = amountOf("belopp");
        const reason = text("motivering");
        return {
          ...(outcome === undefined ? {} : { outcome }),
          ...(amountOre === undefined ? {} : { amountOre }),
          ...(reason === undefined ? {} : { text: reason }),
        };
      }
      case "utbetalning": {
        const amountOre = amountOf("belopp");
        const payOn = need(readDate(body["utbetalningsdag"] ?? ""), "Ogiltig utbetalningsdag.");
        return { ...(amountOre === undefined ? {} : { amountOre }), ...(payOn === undefined ? {} : { payOn }) };
      }
      case "journal": {
        const note = need(text("anteckning"), "Anteckningen är tom.");
        return note === undefined ? {} : { text: note };
      }
    }
  };
  const rest = specifics();
  if (month === undefined || problems.length > 0) return { problems };
  return { record: { kind: formKinds[name], month, reference, ...rest } };
};
