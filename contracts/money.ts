import { z } from "zod";

/** One hundred million kronor: far above any household's month, far below the end of exact integers. */
const limitOre = 10_000_000_000;

/** An amount in whole öre (1/100 krona), never a fraction. May be negative where a difference is meant. */
export type Ore = number;

/** A non-negative amount in öre, as every cost, income and norm row is. */
export const oreSchema = z.int().min(0).max(limitOre);

/** An amount in öre that may be negative: a difference, or means minus need. */
export const signedOreSchema = z.int().min(-limitOre).max(limitOre);

const groupThousands = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, "\u00a0");

/**
 * Writes an amount the Swedish way, "6 190" or "507,50": no-break spaces between thousands, U+2212 as minus,
 * öre only where there are any. The unit is left to the caller.
 */
export const formatKronor = (amountOre: Ore): string => {
  const absolute = Math.abs(amountOre);
  const kronor = groupThousands(String(Math.floor(absolute / 100)));
  const ore = absolute % 100;
  const sign = amountOre < 0 ? "\u2212" : "";
  return ore === 0 ? `${sign}${kronor}` : `${sign}${kronor},${String(ore).padStart(2, "0")}`;
};

/** Adds amounts in öre. */
export const sumOre = (amounts: readonly Ore[]): Ore => amounts.reduce((sum, amount) => sum + amount, 0);
