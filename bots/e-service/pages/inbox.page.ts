import type { Month } from "../../../contracts/dates.js";
import type { Visit } from "../../core/visit.js";
import { readTable } from "../../core/table.js";
import type { InboxPageTexts } from "../parse-inbox.js";
import { inboxStates, inboxTable } from "../states.js";

/** What the page now open shows: its rows and what it says of itself. */
const readInboxPage = async (visit: Visit): Promise<InboxPageTexts> => {
  const { page } = visit;
  const state = await visit.state(inboxStates);
  const statuses = await page.getByRole("status").allInnerTexts();
  if (state === "empty") return { state, statuses };
  const table = await readTable(inboxTable(page), "Inkomna ansökningar");
  return { state, statuses, table };
};

/** Opens a month's inbox by its address: a month is no personal data, and a month without applications is not in the list. */
export const openInbox = async (visit: Visit, month: Month): Promise<InboxPageTexts> => {
  await visit.goto(`/inkorg?manad=${month}&sida=1`);
  return readInboxPage(visit);
};

/** Goes on to the next page of the list; undefined where there is none. */
export const nextInboxPage = async (visit: Visit): Promise<InboxPageTexts | undefined> => {
  const next = visit.page.getByRole("link", { name: "Nästa sida", exact: true });
  if ((await next.count()) === 0) return undefined;
  await visit.follow(next);
  return readInboxPage(visit);
};
