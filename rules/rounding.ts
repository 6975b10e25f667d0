import type { Rounding } from "../contracts/codes/open-readings.js";
import type { Ore } from "../contracts/money.js";

const krona = 100;

/**
 * Turns an amount, possibly with a fraction of an öre, into whole öre the way a reading says.
 * `exact` keeps the öre and rounds a fraction of an öre half up, since no smaller unit exists.
 */
export const roundOre = (amountOre: number, rounding: Rounding): Ore => {
  switch (rounding) {
    case "exact":
      return Math.floor(amountOre + 0.5);
    case "krona-half-up":
      return Math.floor(amountOre / krona + 0.5) * krona;
    case "krona-down":
      return Math.floor(amountOre / krona) * krona;
    case "krona-up":
      return Math.ceil(amountOre / krona) * krona;
  }
};

/** Whether an amount is whole kronor, so that no rounding can change it. */
export const isWholeKronor = (amountOre: number): boolean => amountOre % krona === 0;
