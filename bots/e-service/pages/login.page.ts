import type { Visit } from "../../core/visit.js";
import type { Credentials } from "../../core/session.js";
import { loggedInStates, loginPageStates } from "../states.js";

/** From a blank page to the inbox. */
export const logIn = async (visit: Visit, { userName, password }: Credentials): Promise<void> => {
  const { page } = visit;
  await visit.goto("/logga-in");
  await visit.state(loginPageStates);
  await page.getByLabel("Användarnamn", { exact: true }).fill(userName);
  await page.getByLabel("Lösenord", { exact: true }).fill(password);
  await visit.follow(page.getByRole("button", { name: "Logga in", exact: true }));
  await visit.state(loggedInStates);
};
