import type { Shown } from "../faults/kinds.js";
import type { CaseFileData, Household } from "../households/household.js";
import { personOf } from "../households/load.js";
import { html, type Html } from "../shared/html.js";
import { amountText, dateText, monthText, numberText } from "./format.js";
import { card, layout, table } from "./layout.js";

type Altered = ReadonlySet<Shown<"case-system", "file">>;

const roles = {
  applicant: "SÖKANDE",
  "co-applicant": "MEDSÖKANDE",
  child: "BARN",
  "visiting-child": "UMGÄNGESBARN",
} as const;
const commonCosts = { counted: "RÄKNAS", "not-counted": "RÄKNAS EJ" } as const;
const rowKinds = { norm: "NORM", cost: "KOSTNAD", income: "INKOMST" } as const;

const previousTable = (
  household: Household,
  at: { previous: NonNullable<CaseFileData["previous"]>; altered: Altered },
): Html => {
  const { previous, altered } = at;
  const rows = previous.rows.map((row) => {
    const amounts = [amountText(row.amountOre), amountText(row.countedOre ?? row.amountOre)];
    return [
      rowKinds[row.kind],
      row.person === undefined ? "HUSHÅLL" : numberText(personOf(household, row.person).personalNumber),
      row.label,
      ...(altered.has("moved-column") ? amounts.reverse() : amounts),
    ];
  });
  const counted = altered.has("renamed-column") ? "Beaktat" : "Medräknat";
  const columns = altered.has("moved-column") ? [counted, "Belopp"] : ["Belopp", counted];
  const balance = amountText(previous.balanceOre + (altered.has("sum-mismatch") ? 10_000 : 0));
  return table(`Beräkning ${monthText(previous.month)}`, {
    columns: ["Slag", "Person", "Benämning", ...columns],
    rows: altered.has("duplicate-rows") ? [...rows, ...rows.slice(-1)] : rows,
    foot: html`<tr>
      <th scope="row" colspan="4">Saldo</th>
      <td>${balance}</td>
    </tr>`,
  });
};

/** A case file: what the municipality knew before the month. */
export const filePage = (
  household: Household,
  at: { file: CaseFileData; altered: Altered; mayWrite: boolean },
): Html => {
  const { file, altered } = at;
  const number = (key: string | undefined, everyone: string): string =>
    key === undefined ? everyone : numberText(personOf(household, key).personalNumber);
  const leader = personOf(household, file.persons[0] ?? "a");
  const link = (path: string, label: string): Html => html`<a href="/akt/${file.caseNumber}/${path}">${label}</a> `;
  return layout(
    `AKT ${file.caseNumber}`,
    html`${card([
        ["Akt", file.caseNumber],
        ["Registerledare", `${leader.familyName}, ${leader.givenName}`],
        ["Personnr", numberText(leader.personalNumber)],
      ])}
      <p>
        ${
          at.mayWrite
            ? [
                link("ny/berakning", "Ny beräkning"),
                link("ny/beslut", "Nytt beslut"),
                link("ny/utbetalning", "Ny utbetalning"),
                link("ny/journal", "Ny journalanteckning"),
              ]
            : undefined
        }${link("poster", "Poster")}
      </p>
      ${table("Personer", {
        columns: ["Roll", "Personnr", "Namn"],
        rows: file.persons.map((key) => {
          const person = personOf(household, key);
          return [roles[person.role], numberText(person.personalNumber), `${person.familyName}, ${person.givenName}`];
        }),
      })}
      ${
        altered.has("silent-empty")
          ? undefined
          : file.previous === undefined
            ? html`<p>Ingen tidigare beräkning.</p>`
            : previousTable(household, { previous: file.previous, altered })
      }
      ${table("Stående godkännanden", {
        columns: ["Kostnad", "Godkänt belopp", "T.o.m.", "Rådrum t.o.m."],
        rows: file.standingApprovals.map(({ label, amountOre, until, graceUntil }) => [
          label,
          amountText(amountOre),
          dateText(until),
          graceUntil === undefined ? "-" : dateText(graceUntil),
        ]),
      })}
      ${table("Stående uppgifter", {
        columns: ["Uppgift", "Personnr", "Dagar", "Gemensam kostnad", "Fr.o.m.", "T.o.m."],
        rows: file.standingFacts.map(({ label, person, days, commonCost, from, until }) => [
          label,
          number(person, "-"),
          days === undefined ? "-" : String(days),
          commonCost === undefined ? "-" : commonCosts[commonCost],
          dateText(from),
          dateText(until),
        ]),
      })}
      ${table("Planering", {
        columns: ["Personnr", "Slag", "Fr.o.m.", "T.o.m.", "Följs", "Intyg t.o.m."],
        rows: file.plans.map(({ person, label, from, to, followed, certificateUntil }) => [
          number(person, "-"),
          label,
          dateText(from),
          dateText(to),
          followed ? "J" : "N",
          certificateUntil === undefined ? "-" : dateText(certificateUntil),
        ]),
      })}
      ${table("Beslutshistorik", {
        columns: ["Månad", "Avser", "Utfall", "Kommun"],
        rows: file.history.map(({ month, person, outcome, municipality }) => [
          monthText(month),
          number(person, "ALLA"),
          outcome,
          municipality ?? "Exempelköping",
        ]),
      })}
      ${table("Arbetsinkomster", {
        columns: ["Personnr", "Månad", "Netto"],
        rows: file.earnings.map(({ person, month, netOre }) => [
          number(person, "-"),
          monthText(month),
          amountText(netOre),
        ]),
      })}
      ${table("Utbetalningskonto", {
        columns: ["Konto", "Oförändrat sedan"],
        rows: file.account === undefined ? [] : [[file.account.masked, monthText(file.account.unchangedSince)]],
      })}`,
  );
};
