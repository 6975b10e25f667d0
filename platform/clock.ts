import { swedishDateAt, type Instant, type LocalDate } from "../contracts/dates.js";

/** What time it is. Handed to whoever needs it; nobody else reads the machine's clock. */
export type Clock = { readonly now: () => Instant };

/** A JavaScript date as an instant: UTC, milliseconds, `Z`. */
export const instantOf = (date: Date): Instant => date.toISOString() as Instant;

/** The instant so many milliseconds later; earlier where `ms` is negative. */
export const instantAfter = (instant: Instant, ms: number): Instant => instantOf(new Date(Date.parse(instant) + ms));

/** The machine's clock. */
export const systemClock: Clock = { now: () => instantOf(new Date()) };

/** Today's date in Sweden. In the simulated municipality the store's setting `today` is used instead. */
export const swedishToday = (clock: Clock): LocalDate => swedishDateAt(clock.now());

/** A clock that shows another date with the time of day it really is: the simulated municipality's, for what bots read. */
export const clockOn = (date: () => LocalDate, { now }: Clock): Clock => ({
  now: () => `${date()}T${now().slice(11)}` as Instant,
});
