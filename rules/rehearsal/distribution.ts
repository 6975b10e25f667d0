import type { Ore } from "../../contracts/money.js";
import type { Rehearsal } from "../../contracts/rehearsal.js";

/** The largest difference that has a bucket with an end. */
const lastEndOre = 200_000;
/** Upper ends of the buckets, in öre, both ways from zero. */
const ends: readonly Ore[] = [10_000, 20_000, 30_000, 50_000, 100_000, lastEndOre];

type Bucket = Omit<Rehearsal["distribution"][number], "cases">;

const gains: readonly Bucket[] = [
  ...ends.map((toOre, at) => ({ fromOre: (ends[at - 1] ?? 0) + 1, toOre })),
  { fromOre: lastEndOre + 1, toOre: null },
];
const mirrored = (bound: Ore | null): Ore | null => (bound === null ? null : -bound);
const buckets: readonly Bucket[] = [
  ...gains.map(({ fromOre, toOre }) => ({ fromOre: mirrored(toOre), toOre: mirrored(fromOre) })).toReversed(),
  ...gains,
];

/** How many differences fall in each bucket; zero falls in none. Every bucket is given, so that two can be laid side by side. */
export const distributionOf = (differences: readonly Ore[]): Rehearsal["distribution"] =>
  buckets.map((bucket) => ({
    ...bucket,
    cases: differences.filter((ore) => (bucket.fromOre ?? -Infinity) <= ore && ore <= (bucket.toOre ?? Infinity))
      .length,
  }));
