import type { Shown } from "../faults/kinds.js";
import { html, type Html } from "../shared/html.js";
import { amountText, dateText, monthText, numberText } from "./format.js";
import { formKinds, formNames, kindNames } from "./forms.js";
import { card, layout, table } from "./layout.js";
import type { CaseRecord } from "./records.js";

type Altered = ReadonlySet<Shown<"case-system", "records">>;

const amount = ({ amountOre }: CaseRecord): string => (amountOre === undefined ? "-" : amountText(amountOre));
const payOn = (record: CaseRecord): string => (record.payOn === undefined ? "-" : dateText(record.payOn));

/** The receipt after a save. */
export const receiptPage = (record: CaseRecord): Html =>
  layout(
    "POSTEN ÄR REGISTRERAD",
    html`<dl>
        <dt>Löpnr</dt>
        <dd>${record.number}</dd>
        <dt>Slag</dt>
        <dd>${kindNames[record.kind]}</dd>
        <dt>Månad</dt>
        <dd>${monthText(record.month)}</dd>
        <dt>Referens</dt>
        <dd>${record.reference === "" ? "-" : record.reference}</dd>
      </dl>
      <p><a href="/akt/${record.caseNumber}">Till akten</a></p>`,
  );

/** The form was refused; nothing is saved. */
export const refusedPage = (problems: readonly string[]): Html =>
  layout(
    "POSTEN SPARADES INTE",
    html`<ul>
      ${problems.map((problem) => html`<li>${problem}</li>`)}
    </ul>`,
  );

/** The records of a case and month. */
export const listPage = (
  records: readonly CaseRecord[],
  at: { caseNumber: string; month: string; form: string; page: number; altered: Altered },
): Html => {
  const { altered, caseNumber, month } = at;
  const half = Math.ceil(records.length / 2);
  const paged = altered.has("two-pages") && records.length > 1;
  const visible = paged ? records.slice((at.page - 1) * half, at.page * half) : records;
  const rows = altered.has("duplicate-rows") ? [...visible, ...visible.slice(0, 1)] : visible;
  const reference = altered.has("renamed-column") ? "Ref" : "Referens";
  const columns = ["Löpnr", "Slag", "Månad", reference, "Beslut", "Belopp", "Utbet.dag", "Reg.dag", "Sign"];
  if (altered.has("moved-column")) columns.splice(3, 3, "Belopp", "Beslut", reference);
  const cellsOf = (record: CaseRecord): readonly string[] => {
    const middle = [record.reference === "" ? "-" : record.reference, record.outcome ?? "-", amount(record)];
    if (altered.has("moved-column")) middle.reverse();
    return [
      kindNames[record.kind],
      monthText(record.month),
      ...middle,
      payOn(record),
      dateText(record.registeredOn),
      record.sign,
    ];
  };
  const query = `?manad=${monthText(month)}&slag=${at.form}`;
  const empty = altered.has("silent-empty") ? html`<br />` : html`<p>Inga poster för ${monthText(month)}.</p>`;
  return layout(
    `POSTER ${caseNumber}`,
    html`<form method="get" action="/akt/${caseNumber}/poster">
        <label for="manad">Månad</label> <input id="manad" name="manad" value="${monthText(month)}" />
        <label for="slag">Slag</label>
        <select id="slag" name="slag">
          <option value="alla">Alla</option>
          ${formNames.map(
            (name) =>
              html`<option value="${name}" ${name === at.form ? html` selected` : undefined}>
                ${kindNames[formKinds[name]]}
              </option>`,
          )}
        </select>
        <input type="submit" value="Visa" />
      </form>
      ${
        rows.length === 0 || altered.has("silent-empty")
          ? empty
          : html`<table border="1">
                <caption>
                  Poster
                </caption>
                <tr>
                  ${columns.map((column) => html`<th scope="col">${column}</th>`)}
                </tr>
                ${rows.map(
                  (record) =>
                    html`<tr>
                      <td><a href="/akt/${caseNumber}/post/${record.number}">${record.number}</a></td>
                      ${cellsOf(record).map((cell) => html`<td>${cell}</td>`)}
                    </tr>`,
                )}
              </table>
              <p>Antal poster: ${records.length}</p>`
      }${paged ? html`<p>Sida ${at.page} av 2 <a href="${query}&sida=${at.page === 1 ? 2 : 1}">${at.page === 1 ? "Nästa" : "Föregående"}</a></p>` : undefined}
      <p><a href="/akt/${caseNumber}">Till akten</a></p>`,
  );
};

/** One record in full. */
export const recordPage = (record: CaseRecord): Html =>
  layout(
    `POST ${String(record.number)}`,
    html`${card([
        ["Löpnr", String(record.number)],
        ["Slag", kindNames[record.kind]],
        ["Akt", record.caseNumber],
        ["Personnr", numberText(record.personalNumber)],
        ["Månad", monthText(record.month)],
        ["Referens", record.reference === "" ? "-" : record.reference],
        ["Beslut", record.outcome ?? "-"],
        ["Belopp", amount(record)],
        ["Utbet.dag", payOn(record)],
        ["Text", record.text ?? "-"],
        ["Reg.dag", dateText(record.registeredOn)],
        ["Sign", record.sign],
      ])}
      ${
        record.kind === "calculation"
          ? table("Rader", {
              columns: ["Rad", "Benämning", "Belopp"],
              rows: (record.rows ?? []).map(({ label, amountOre }, index) => [
                String(index + 1),
                label,
                amountText(amountOre),
              ]),
            })
          : undefined
      }
      <p><a href="/akt/${record.caseNumber}">Till akten</a></p>`,
  );
