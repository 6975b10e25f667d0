import { needExceedsMeans } from "../provisions/need-exceeds-means.js";
import { provisions } from "../rulebook.js";

/** The title of a provision by its id, as a receipt names it; the id itself where the rulebook has none. */
export const provisionTitle = (id: string): string =>
  [...provisions, needExceedsMeans].find((provision) => provision.id === id)?.title ??
  (id === "open-readings" ? "Öppna tolkningar" : id);
