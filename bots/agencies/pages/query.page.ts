import type { Page } from "playwright";
import type { Agency } from "../../../contracts/codes/sources.js";
import { Fault } from "../../../contracts/faults.js";
import type { AgencyQuery } from "../../../contracts/portals.js";
import { fillAndReadBack } from "../../core/fields.js";
import type { Visit } from "../../core/visit.js";
import { queryFormStates } from "../states.js";
import { printedAgencies, purpose, statute } from "../vocabulary.js";

/** Ticks the agencies to ask, and makes sure that those and no others are ticked. */
const tickAgencies = async (page: Page, agencies: readonly Agency[]): Promise<void> => {
  for (const agency of agencies) await page.getByLabel(printedAgencies[agency], { exact: true }).check();
  const ticked = await page.getByRole("checkbox", { checked: true }).count();
  if (ticked !== agencies.length)
    throw new Fault("PortalChanged", "The query form has other agencies ticked than those asked.", { ticked });
};

/** Fills in the query with its purpose and statute, reads every field back, and puts it. */
export const putQuery = async (visit: Visit, { personalNumber, period, agencies }: AgencyQuery): Promise<void> => {
  const { page } = visit;
  await visit.goto("/fraga");
  await visit.state(queryFormStates);
  await fillAndReadBack(page, [
    { label: "Personnummer", value: personalNumber },
    { label: "Från och med", value: period.from },
    { label: "Till och med", value: period.to },
    { label: "Lagtext", value: statute },
    { label: "Syfte", option: purpose },
  ]);
  await tickAgencies(page, agencies);
  await visit.follow(page.getByRole("button", { name: "Ställ frågan", exact: true }));
};
