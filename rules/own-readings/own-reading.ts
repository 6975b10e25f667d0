import type { ReadingKey } from "../../contracts/codes/open-readings.js";
import type { LocalDate } from "../../contracts/dates.js";
import type { MunicipalPack } from "../../contracts/rule-pack.js";

/** Who answers for a reading: those who keep the rulebook, the board, or a manager. */
export const readingOwners = {
  rulebook: { title: "Den som förvaltar regelverket" },
  board: { title: "Nämnden" },
  manager: { title: "Enhetschefen" },
} as const;

/** Our reading of a point that the sources do not settle. It is not law, and a court may read otherwise. */
export type OwnReading = {
  readonly key: string;
  readonly title: string;
  /** What the rulebook, or the process around it, does. */
  readonly does: string;
  /** Why the sources leave it open. */
  readonly why: string;
  /** What was looked at. */
  readonly lookedAt: string;
  /** What has to happen if a court, or the legislator, reads otherwise. */
  readonly otherwise: string;
  /** The day by which somebody looks at it again. */
  readonly reviewBy: LocalDate;
  readonly owner: keyof typeof readingOwners;
  /** The provisions it touches. */
  readonly provisions: readonly string[];
  /** Set where the municipality chooses. */
  readonly reading?: ReadingKey;
  /** The parts of a municipality's pack that set a limit for it. */
  readonly set?: readonly (keyof MunicipalPack)[];
};
