import type { Shown } from "../faults/kinds.js";
import type { Household } from "../households/household.js";
import { personOf } from "../households/load.js";
import { html, type Html } from "../shared/html.js";
import { monthName } from "../shared/month-name.js";
import { answerText, dateText, kronorText, personalNumberText, timeText } from "./format.js";
import { kindText, signatureText } from "./inbox.js";
import { layout } from "./layout.js";

type Altered = ReadonlySet<Shown<"e-service", "application">>;

const roles = {
  applicant: "Sökande",
  "co-applicant": "Medsökande",
  child: "Barn",
  "visiting-child": "Barn på umgänge",
} as const;
const schools = {
  preschool: "Förskola",
  compulsory: "Grundskola",
  "upper-secondary": "Gymnasium",
  none: "Går inte i skola",
} as const;

const list = (entries: readonly (readonly [string, string] | undefined)[]): Html =>
  html`<dl>
    ${entries.flatMap((entry) =>
      entry === undefined
        ? []
        : [
            html`<dt>${entry[0]}</dt>
              <dd>${entry[1]}</dd>`,
          ],
    )}
  </dl>`;

const region = (id: string, title: string, body: Html): Html =>
  html`<section aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    ${body}
  </section>`;

const optional = (label: string, value: string | undefined): readonly [string, string] | undefined =>
  value === undefined ? undefined : [label, value];

const personGroup = (household: Household, index: number): Html => {
  const stated = household.application.persons[index];
  if (stated === undefined) return html``;
  const person = personOf(household, stated.person);
  const adult = person.role === "applicant" || person.role === "co-applicant";
  return html`<fieldset>
    <legend>${roles[person.role]}</legend>
    ${list([
      ["Rad", `p${String(index + 1)}`],
      ["Förnamn", person.givenName],
      ["Efternamn", person.familyName],
      ["Personnummer", personalNumberText(person.personalNumber)],
      adult ? ["Undertecknad", signatureText(stated.signedOn)] : undefined,
      optional("Dagar i hemmet", stated.daysInHome === undefined ? undefined : String(stated.daysInHome)),
      optional("Äter lunch i förskola", stated.lunchAway === undefined ? undefined : answerText(stated.lunchAway)),
      optional("Skola", stated.school === undefined ? undefined : schools[stated.school]),
    ])}
  </fieldset>`;
};

const costTable = ({ costs }: Household["application"], altered: Altered): Html => {
  if (altered.has("silent-empty"))
    return html`<table>
      <caption>
        Kostnader
      </caption>
    </table>`;
  const money = (amountOre: number): string =>
    altered.has("other-amount-style") ? `${(amountOre / 100).toFixed(2)} SEK` : kronorText(amountOre);
  const rows = costs.map((cost, index) => {
    const name = html`<td>${cost.label}</td>`;
    const amount = html`<td class="belopp">${money(cost.amountOre)}</td>`;
    return html`<tr>
      <th scope="row">k${index + 1}</th>
      ${altered.has("moved-column") ? [amount, name] : [name, amount]}
      <td>${cost.note}</td>
    </tr>`;
  });
  const name = html`<th scope="col">Kostnad</th>`;
  const amount = html`<th scope="col">${altered.has("renamed-column") ? "Belopp" : "Sökt belopp"}</th>`;
  const sum = costs.reduce((total, cost) => total + cost.amountOre, altered.has("sum-mismatch") ? 10_000 : 0);
  return html`<table>
    <caption>
      Kostnader
    </caption>
    <thead>
      <tr>
        <th scope="col">Rad</th>
        ${altered.has("moved-column") ? [amount, name] : [name, amount]}
        <th scope="col">Kommentar</th>
      </tr>
    </thead>
    <tbody>
      ${rows}${altered.has("duplicate-rows") ? rows.slice(0, 1) : []}
    </tbody>
    <tfoot>
      <tr>
        <th scope="row">Summa</th>
        ${
          altered.has("moved-column")
            ? html`<td class="belopp">${money(sum)}</td>
                <td></td>`
            : html`<td></td>
                <td class="belopp">${money(sum)}</td>`
        }
        <td></td>
      </tr>
    </tfoot>
  </table>`;
};

const incomeTable = (household: Household): Html => {
  const { declaredIncomes, persons } = household.application;
  if (declaredIncomes.length === 0) return html`<p>Inga inkomster uppgivna.</p>`;
  const rowOf = (key: string): string => `p${String(persons.findIndex(({ person }) => person === key) + 1)}`;
  return html`<table>
    <caption>
      Inkomster
    </caption>
    <thead>
      <tr>
        <th scope="col">Rad</th>
        <th scope="col">Person</th>
        <th scope="col">Inkomst</th>
        <th scope="col">Belopp</th>
        <th scope="col">Datum</th>
      </tr>
    </thead>
    <tbody>
      ${declaredIncomes.map(
        (income, index) =>
          html`<tr>
            <th scope="row">i${index + 1}</th>
            <td>${rowOf(income.person)}</td>
            <td>${income.label}</td>
            <td class="belopp">${income.amountOre === undefined ? "Ej angivet" : kronorText(income.amountOre)}</td>
            <td>${income.paidOn === undefined ? "Ej angivet" : dateText(income.paidOn)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
};

const attachmentTable = ({ attachments, reference }: Household["application"]): Html =>
  attachments.length === 0
    ? html`<p>Inga bilagor.</p>`
    : html`<table>
        <caption>
          Bilagor
        </caption>
        <thead>
          <tr>
            <th scope="col">Nr</th>
            <th scope="col">Fil</th>
            <th scope="col">Slag</th>
            <th scope="col">Gäller rad</th>
          </tr>
        </thead>
        <tbody>
          ${attachments.map(
            (attachment, index) =>
              html`<tr>
                <th scope="row">${index + 1}</th>
                <td><a href="/arenden/${reference}/bilagor/${index + 1}" download>${attachment.name}</a></td>
                <td>${attachment.label}</td>
                <td>${attachment.costRow ?? "–"}</td>
              </tr>`,
          )}
        </tbody>
      </table>`;

/** An application as the household sent it. */
export const applicationPage = (household: Household, altered: Altered): Html => {
  const { application } = household;
  const received = altered.has("renamed-label") ? "Mottagen" : "Inkom";
  return layout(
    `Ansökan ${application.reference}`,
    html`${region(
      "uppgifter",
      "Uppgifter om ansökan",
      list([
        ["Ärende", application.reference],
        ["Typ", kindText(application.kind)],
        ["Avser", monthName(application.month)],
        [received, timeText(application.receivedAt)],
        optional("Söker från", application.appliesFrom === undefined ? undefined : dateText(application.appliesFrom)),
      ]),
    )}
    ${region("personer", "Personer", html`${application.persons.map((_, index) => personGroup(household, index))}`)}
    ${region(
      "boende",
      "Boende",
      list([
        ["Adress", application.address.street],
        ["Postnummer", application.address.postalCode],
        ["Ort", application.address.city],
        ["Antal personer i hemmet", String(application.personsInHome)],
        ["Delar bostad med annan vuxen", answerText(application.sharesHome)],
        ["Har hushållet förändrats sedan förra ansökan", answerText(application.householdChanged)],
      ]),
    )}
    ${region("kostnader", "Kostnader", costTable(application, altered))}
    ${region("inkomster", "Inkomster som myndigheter inte känner till", incomeTable(household))}
    ${region(
      "ersattningar",
      "Ersättningar som är ikryssade",
      application.declaredBenefits.length === 0
        ? html`<p>Inga ersättningar ikryssade.</p>`
        : html`<ul>
            ${application.declaredBenefits.map((benefit) => html`<li>${benefit}</li>`)}
          </ul>`,
    )}
    ${region(
      "fragor",
      "Frågor",
      list([
        ["Väntar du på beslut om ersättning?", answerText(application.pendingBenefits)],
        ["Har du tillgångar?", answerText(application.hasAssets)],
        ["Vistas du i kommunen?", answerText(application.staysInMunicipality)],
        ["Är kontot detsamma som tidigare?", answerText(application.accountUnchanged)],
      ]),
    )}
    ${region("meddelande", "Meddelande", html`<p>${application.message ?? "Inget meddelande."}</p>`)}
    ${region("bilagor", "Bilagor", attachmentTable(application))}`,
  );
};
