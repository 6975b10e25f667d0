import { median } from "../figures.js";

/** How long two ways took in each round, in milliseconds. */
export type Rounds = { readonly ours: readonly number[]; readonly other: readonly number[] };

/** Milliseconds that a piece of work takes. */
export const timed = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/**
 * Runs two ways turn and turn about, the one first in every other round, so that neither gets the warmer machine. The
 * rounds in `warmUp` are run and not counted.
 */
export const inTurns = (
  { ours, other }: { readonly ours: (round: number) => void; readonly other: (round: number) => void },
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
): Rounds => {
  const taken = { ours: new Array<number>(), other: new Array<number>() };
  for (let round = 0; round < warmUp + rounds; round += 1) {
    const isOursFirst = round % 2 === 0;
    const first = timed(() => {
      (isOursFirst ? ours : other)(round);
    });
    const second = timed(() => {
      (isOursFirst ? other : ours)(round);
    });
    if (round < warmUp) continue;
    taken.ours.push(isOursFirst ? first : second);
    taken.other.push(isOursFirst ? second : first);
  }
  return taken;
};

/** The middle of the rounds' ratios: a round in which the machine was taken by another counts as any other. */
export const ratioOf = ({ ours, other }: Rounds): number =>
  median(ours.map((taken, round) => taken / (other[round] ?? Number.NaN)));
