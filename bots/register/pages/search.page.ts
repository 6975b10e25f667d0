import type { PersonalNumber } from "../../../contracts/readings/person.js";
import { fillAndReadBack } from "../../core/fields.js";
import type { Visit } from "../../core/visit.js";
import { resultStates, searchStates } from "../states.js";

/** Opens the search form; with it comes the login, which the browser answers. */
export const openSearch = async (visit: Visit): Promise<void> => {
  await visit.goto("/");
  await visit.state(searchStates);
};

/** Looks for one person by number. The form is posted, so the number is in no address. */
export const search = async (visit: Visit, personalNumber: PersonalNumber): Promise<"record" | "no-hits"> => {
  await openSearch(visit);
  await fillAndReadBack(visit.page, [{ label: "Personal identity number", value: personalNumber }]);
  await visit.follow(visit.page.getByRole("button", { name: "Search", exact: true }));
  return visit.state(resultStates);
};
