import type { Credentials } from "../../core/session.js";
import type { Visit } from "../../core/visit.js";
import { loginPageStates, roleStates, searchStates } from "../states.js";

/** The role the bot works in: it reads files and registers records. */
const role = "Handläggare";

/** From a blank page to the search form: sign and password, then the role. */
export const logIn = async (visit: Visit, { userName, password }: Credentials): Promise<void> => {
  const { page } = visit;
  await visit.goto("/");
  await visit.state(loginPageStates);
  await page.getByLabel("Sign", { exact: true }).fill(userName);
  await page.getByLabel("Lösen", { exact: true }).fill(password);
  await visit.follow(page.getByRole("button", { name: "OK", exact: true }));
  await visit.state(roleStates);
  await page.getByRole("radio", { name: role, exact: true }).check();
  await visit.follow(page.getByRole("button", { name: "Välj", exact: true }));
  await visit.state(searchStates);
};
