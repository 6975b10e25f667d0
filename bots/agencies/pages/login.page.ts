import type { Credentials } from "../../core/session.js";
import type { Visit } from "../../core/visit.js";
import { codeStepStates, loggedInStates, userStepStates } from "../states.js";

/** From a blank page to the query form, in two steps: the user, then the one-time code. */
export const logIn = async (visit: Visit, { userName, password }: Credentials): Promise<void> => {
  const { page } = visit;
  await visit.goto("/inloggning");
  await visit.state(userStepStates);
  await page.getByLabel("Användar-id", { exact: true }).fill(userName);
  await visit.follow(page.getByRole("button", { name: "Fortsätt", exact: true }));
  await visit.state(codeStepStates);
  await page.getByLabel("Engångskod", { exact: true }).fill(password);
  await visit.follow(page.getByRole("button", { name: "Logga in", exact: true }));
  await visit.state(loggedInStates);
};
