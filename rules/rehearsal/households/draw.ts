import type { Ore } from "../../../contracts/money.js";

/** Numbers from 0 up to 1, given from outside: the same numbers make the same households. */
export type Random = () => number;

/** What is drawn when a household is made up. */
export type Draw = {
  /** Whether something happens that happens in so large a share of cases, 0 to 1. */
  readonly chance: (share: number) => boolean;
  /** A whole number, both ends included. */
  readonly whole: (least: number, most: number) => number;
  /** An amount in whole kronor, given in öre; the ends are in kronor. */
  readonly kronor: (least: number, most: number) => Ore;
  /** A share between the ends, the middle likelier than the ends. */
  readonly about: (least: number, most: number) => number;
  /** One of the values, by their weights. */
  readonly oneOf: <T>(first: readonly [number, T], ...others: readonly (readonly [number, T])[]) => T;
};

/** Draws from a source of numbers. */
export const drawFrom = (random: Random): Draw => {
  const whole = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  return {
    chance: (share) => random() < share,
    whole,
    kronor: (least, most) => whole(least, most) * 100,
    about: (least, most) => least + ((random() + random()) / 2) * (most - least),
    oneOf: (first, ...others) => {
      const sum = others.reduce((total, [weight]) => total + weight, first[0]);
      let left = random() * sum - first[0];
      if (left < 0) return first[1];
      for (const [weight, value] of others) {
        left -= weight;
        if (left < 0) return value;
      }
      return first[1];
    },
  };
};

/** An amount times a share, in whole kronor. */
export const scaled = (amountOre: Ore, share: number): Ore => Math.max(0, Math.round((amountOre * share) / 100) * 100);
