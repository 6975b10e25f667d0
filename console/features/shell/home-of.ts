import type { Role } from "../../../contracts/codes/roles.js";

/** The pages of the console that a menu leads to. */
export type Place = "/arenden" | "/manaden" | "/regler" | "/granskning";

const places: Readonly<Record<Role, readonly Place[]>> = {
  caseworker: ["/arenden", "/manaden", "/regler"],
  "team-lead": ["/arenden", "/manaden", "/regler"],
  administrator: ["/regler"],
  auditor: ["/granskning", "/regler"],
};

/** Every place, in the order of the menu. */
export const allPlaces: readonly Place[] = ["/arenden", "/manaden", "/regler", "/granskning"];

/** What the roles may see, in the order of the menu. The server decides; this only keeps dead ends out of the menu. */
export const placesOf = (roles: readonly Role[]): readonly Place[] =>
  allPlaces.filter((place) => roles.some((role) => places[role].includes(place)));

/** Where someone with the roles begins: the first place of their first role. */
export const homeOf = (roles: readonly Role[]): Place => roles.flatMap((role) => places[role])[0] ?? "/regler";

/** The keys that lead to each place, one after the other. */
export const placeKeys: Readonly<Record<Place, string>> = {
  "/arenden": "g a",
  "/manaden": "g m",
  "/regler": "g r",
  "/granskning": "g g",
};
