import type { Locator } from "playwright";
import { agencies as allAgencies } from "../../../contracts/codes/sources.js";
import { Fault } from "../../../contracts/faults.js";
import type { AgencyQuery } from "../../../contracts/portals.js";
import { fillAndReadBack } from "../../core/fields.js";
import type { Visit } from "../../core/visit.js";
import { queryFormStates } from "../states.js";
import { printedAgencies, purpose, statute } from "../vocabulary.js";

const setBox = async (box: Locator, wanted: boolean): Promise<void> => {
  await box.setChecked(wanted);
  if ((await box.isChecked()) !== wanted)
    throw new Fault("PortalChanged", "A box of the query form did not keep what was set.");
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
  for (const agency of allAgencies)
    await setBox(page.getByLabel(printedAgencies[agency], { exact: true }), agencies.includes(agency));
  await visit.follow(page.getByRole("button", { name: "Ställ frågan", exact: true }));
};
