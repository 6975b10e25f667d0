import { z } from "zod";
import type { AgencyKey } from "../households/household.js";
import { html, type Html } from "../shared/html.js";
import { layout } from "./layout.js";
import { agencyKeys, agencyNames } from "./names.js";

const purposes = ["Prövning av ekonomiskt bistånd", "Återkrav av ekonomiskt bistånd"] as const;
const statute = "SoL (2025:400)";

/** A query that may be put. */
export type Query = {
  readonly personalNumber: string;
  readonly from: string;
  readonly to: string;
  readonly purpose: string;
  readonly statute: string;
  readonly agencies: readonly AgencyKey[];
};

const formSchema = z.object({
  personnummer: z.string().default(""),
  from: z.string().default(""),
  tom: z.string().default(""),
  syfte: z.string().default(""),
  lagtext: z.string().default(""),
  uppgiftslamnare: z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]),
});
type Form = z.output<typeof formSchema>;

/** Reads the posted form: a query, or why it may not be put. */
export const readQuery = (body: unknown): { query: Query } | { form: Form; problems: readonly string[] } => {
  const form = formSchema.parse(body ?? {});
  const isDate = (text: string): boolean => z.iso.date().safeParse(text).success;
  const problems: string[] = [];
  if (!/^(19|20)\d{10}$/.test(form.personnummer)) problems.push("Personnummer ska ha tolv siffror.");
  if (!isDate(form.from) || !isDate(form.tom) || form.from > form.tom) problems.push("Perioden är ogiltig.");
  if (!(purposes as readonly string[]).includes(form.syfte)) problems.push("Syfte måste anges.");
  if (!form.lagtext.includes(statute)) problems.push(`Lagtext måste ange gällande lag, ${statute}.`);
  const agencies = agencyKeys.filter((key) => form.uppgiftslamnare.includes(key));
  if (agencies.length === 0) problems.push("Välj minst en uppgiftslämnare.");
  if (problems.length > 0) return { form, problems };
  return {
    query: {
      personalNumber: form.personnummer,
      from: form.from,
      to: form.tom,
      purpose: form.syfte,
      statute: form.lagtext,
      agencies,
    },
  };
};

/** The form for a new query. `renamed` gives the person field another label. */
export const queryPage = (at: { form?: Form; problems: readonly string[]; renamed: boolean }): Html => {
  const form = at.form ?? formSchema.parse({});
  const field = (id: string, label: string, value: string): Html =>
    html`<div class="rad">
      <label for="${id}">${label}</label><input id="${id}" name="${id}" value="${value}" autocomplete="off" />
    </div>`;
  return layout(
    "Ny fråga",
    html`${
        at.problems.length === 0
          ? undefined
          : html`<div class="fel" role="alert">
              <h2>Frågan kan inte ställas</h2>
              <ul>
                ${at.problems.map((problem) => html`<li>${problem}</li>`)}
              </ul>
            </div>`
      }
      <form method="post" action="/fraga">
        ${field("personnummer", at.renamed ? "Person-/samordningsnr" : "Personnummer", form.personnummer)}
        <fieldset>
          <legend>Period</legend>
          ${field("from", "Från och med", form.from)}${field("tom", "Till och med", form.tom)}
        </fieldset>
        <div class="rad">
          <label for="syfte">Syfte</label
          ><select id="syfte" name="syfte">
            <option value="">Välj …</option>
            ${purposes.map(
              (purpose) => html`<option${purpose === form.syfte ? html` selected` : undefined}>${purpose}</option>`,
            )}
          </select>
        </div>
        ${field("lagtext", "Lagtext", form.lagtext)}
        <fieldset>
          <legend>Uppgiftslämnare</legend>
          ${agencyKeys.map(
            (key) =>
              html`<div>
                <input
                  type="checkbox"
                  id="ul-${key}"
                  name="uppgiftslamnare"
                  value="${key}"
                  ${form.uppgiftslamnare.includes(key) ? html` checked` : undefined}
                />
                <label for="ul-${key}">${agencyNames[key]}</label>
              </div>`,
          )}
        </fieldset>
        <button>Ställ frågan</button>
      </form>`,
  );
};
