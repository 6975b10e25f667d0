import type { Shown } from "../faults/kinds.js";
import type { AgencyHolds, AgencyKey, AgencyPayment } from "../households/household.js";
import { html, type Html } from "../shared/html.js";
import { amountText, periodText } from "./format.js";
import { agencyNames, nothingText } from "./names.js";

export type SectionAlteration = Shown<"agencies", "answer">;

/** One agency's part of an answer. `holds` undefined: the person is unknown to the service. */
export type Section = {
  readonly agency: AgencyKey;
  readonly personalNumber: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly holds: AgencyHolds | undefined;
  readonly today: string;
  readonly altered: ReadonlySet<SectionAlteration>;
};

type Column = { readonly title: string; readonly number: boolean; readonly cell: (payment: AgencyPayment) => string };

const maybe = (amountOre: number | undefined, write: (amountOre: number) => string): string =>
  amountOre === undefined ? "–" : write(amountOre);
const deducted = (payment: AgencyPayment): number =>
  payment.deductions.reduce((total, deduction) => total + deduction.amountOre, 0);
const types = { month: "Månad", day: "Dag", retro: "Retro" } as const;

const columns = (altered: Section["altered"]): readonly Column[] => {
  const write = altered.has("other-amount-style")
    ? (amountOre: number): string => (amountOre / 100).toLocaleString("en-US", { minimumFractionDigits: 2 })
    : amountText;
  const text = (title: string, cell: Column["cell"]): Column => ({ title, number: false, cell });
  const number = (title: string, cell: Column["cell"]): Column => ({ title, number: true, cell });
  const gross = number("Brutto", ({ grossOre }) => maybe(grossOre, write));
  const tax = number("Skatt", ({ taxOre }) => maybe(taxOre, write));
  const deduction = number("Avdrag", (payment) => write(deducted(payment)));
  const codes = text("Avdragskod", ({ deductions }) => deductions.map(({ code }) => code).join(" ") || "–");
  const net = number(altered.has("renamed-column") ? "Utbetalt" : "Netto", ({ netOre }) => write(netOre));
  const amounts = altered.has("moved-column")
    ? [net, tax, deduction, codes, gross]
    : [gross, tax, deduction, codes, net];
  return [
    text("Förmån", ({ benefit }) => benefit),
    text("Delförmån", ({ part }) => part),
    text("Period", periodText),
    text("Utbetalningsdag", ({ paidOn }) => paidOn),
    ...(altered.has("extra-column") ? [number("Jämkat", () => write(0))] : []),
    ...amounts,
    text("Status", ({ state }) => (state === "paid" ? "Utbetald" : "Preliminär")),
    text("Typ", ({ type }) => types[type]),
  ];
};

const sumOf = (title: string, payments: readonly AgencyPayment[]): string => {
  const of = (amount: (payment: AgencyPayment) => number | undefined): string => {
    const known = payments.map(amount).filter((value) => value !== undefined);
    return known.length === 0 ? "–" : amountText(known.reduce((total, value) => total + value, 0));
  };
  switch (title) {
    case "Brutto":
      return of(({ grossOre }) => grossOre);
    case "Skatt":
      return of(({ taxOre }) => taxOre);
    case "Avdrag":
      return of(deducted);
    case "Netto":
    case "Utbetalt":
      return of(({ netOre }) => netOre);
    default:
      return "";
  }
};

const paymentTable = (payments: readonly AgencyPayment[], altered: Section["altered"]): Html => {
  const shown = columns(altered);
  const rows = altered.has("duplicate-rows") ? [...payments, ...payments.slice(0, 1)] : payments;
  const summed = altered.has("sum-mismatch") ? [...payments, ...payments.slice(0, 1)] : payments;
  return html`<table>
    <caption>
      Utbetalningar
    </caption>
    <thead>
      <tr>
        ${shown.map(({ title }) => html`<th scope="col">${title}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (payment) =>
          html`<tr>
            ${shown.map(({ number, cell }) => html`<td${number ? html` class="tal"` : undefined}>${cell(payment)}</td>`)}
          </tr>`,
      )}
    </tbody>
    <tfoot>
      <tr>
        <th scope="row">Summa</th>
        ${shown
          .slice(1)
          .map(({ number, title }) => html`<td${number ? html` class="tal"` : undefined}>${sumOf(title, summed)}</td>`)}
      </tr>
    </tfoot>
  </table>`;
};

const errorBox = (error: { code: string; source: string }): Html =>
  html`<div class="fel" role="alert">
    <h3>Svar saknas</h3>
    <dl>
      <dt>Felkod</dt>
      <dd>${error.code}</dd>
      <dt>Källa</dt>
      <dd>${error.source}</dd>
      <dt>Meddelande</dt>
      <dd>Uppgiftslämnaren kunde inte svara. Ställ frågan igen senare.</dd>
    </dl>
  </div>`;

const content = ({ agency, holds, period, today, altered }: Section): Html => {
  if (altered.has("agency-error")) return errorBox({ code: "BT-500", source: "BT" });
  if (holds === undefined) return errorBox({ code: "SSBT-404", source: "SSBT" });
  if (holds.error !== undefined && today < holds.error.before) return errorBox(holds.error);
  const paid = holds.payments.filter(({ paidOn }) => paidOn >= period.from && paidOn <= period.to);
  if (altered.has("silent-empty")) return html`<p></p>`;
  if (paid.length === 0 && holds.facts.length === 0) return html`<p>${nothingText(agency)}</p>`;
  return html`${paid.length === 0 ? undefined : paymentTable(paid, altered)}
  ${
    holds.facts.length === 0
      ? undefined
      : html`<h3>Uppgifter</h3>
          <dl class="par">
            ${holds.facts.map(
              ({ label, value }) =>
                html`<dt>${label}</dt>
                  <dd>${value}</dd>`,
            )}
          </dl>`
  }
  ${paid.length === 0 && (agency === "FK" || agency === "SO" || agency === "CSN") ? html`<p>${nothingText(agency)}</p>` : undefined}`;
};

const answered = ({ holds, today, altered }: Section): boolean =>
  holds !== undefined && !altered.has("agency-error") && (holds.error === undefined || today >= holds.error.before);

/** One agency's section, finished or still waiting. */
export const sectionHtml = (section: Section, ready: boolean): Html => {
  const { agency, altered } = section;
  const number = altered.has("other-person") ? "193001017072" : section.personalNumber;
  const period = altered.has("other-period") ? { from: "2024-10-01", to: "2024-10-31" } : section.period;
  const body = ready
    ? html`<p>Avser ${number}, period ${periodText(period)}.</p>
        ${answered(section) ? html`<p>Sekretessmarkering: ${section.holds?.protectedMark === true ? "Ja" : "Nej"}</p>` : undefined}
        ${content(section)}`
    : html`<p>Hämtar svar …</p>`;
  return html`<section class="avsnitt" aria-labelledby="rubrik-${agency}" data-klar="${String(ready)}">
    <h2 id="rubrik-${agency}">${agencyNames[agency]}</h2>
    ${body}
  </section>`;
};
