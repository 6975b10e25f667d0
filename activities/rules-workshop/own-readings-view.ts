import type { OwnReadingsView } from "../../contracts/api/own-readings.js";
import { addDays, type LocalDate } from "../../contracts/dates.js";
import { provisionTitle } from "../../rules/explain/provision-title.js";
import { readingOwners } from "../../rules/own-readings/own-reading.js";
import { ownReadings } from "../../rules/own-readings/register.js";

/** So long before the day somebody is told that a reading is to be looked at. */
const soonDays = 60;

const reviewOn = (reviewBy: LocalDate, today: LocalDate): OwnReadingsView["readings"][number]["review"] => {
  if (reviewBy < today) return "passed";
  return reviewBy <= addDays(today, soonDays) ? "soon" : "later";
};

/** The register of our own readings as it is shown on a day. */
export const ownReadingsView = (today: LocalDate): OwnReadingsView => ({
  readings: ownReadings
    .map(({ key, title, does, why, lookedAt, otherwise, owner, reviewBy, provisions }) => ({
      key,
      title,
      does,
      why,
      lookedAt,
      otherwise,
      ownerTitle: readingOwners[owner].title,
      reviewBy,
      review: reviewOn(reviewBy, today),
      provisions: provisions.map((id) => ({ id, title: provisionTitle(id) })),
    }))
    .toSorted((one, other) => (one.reviewBy < other.reviewBy ? -1 : one.reviewBy > other.reviewBy ? 1 : 0)),
});
