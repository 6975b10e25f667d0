import { randomFrom } from "../../rules/examples/seeded-random.js";
import type { TableInput } from "../../contracts/decision-table.js";

/** How many öre an amount of a case may be: a hundred million kronor, as in a real case. */
const mostOre = 10_000_000_000;

const ore = (name: string, title: string) => ({ name, title, kind: "ore", min: 0, max: mostOre }) as const;
const age = (name: string) => ({ name, title: "Ålder", kind: "integer", min: 0, max: 20 }) as const;

const kinds = ["renewal", "first-time"] as const;
const proofs = ["document", "standing", "declared", "none"] as const;
const plans = ["followed", "not-followed", "unknown"] as const;

/** The seventeen facts of the case that engines are compared on: one month of one household. */
export const caseInputs = [
  { name: "kind", title: "Slag av ansökan", kind: "code", codes: kinds },
  { name: "adults", title: "Vuxna", kind: "integer", min: 1, max: 2 },
  { name: "children", title: "Barn", kind: "integer", min: 0, max: 3 },
  age("child1Age"),
  age("child2Age"),
  age("child3Age"),
  { name: "lunchAway", title: "Lunch i förskola", kind: "boolean" },
  ore("rentOre", "Hyra"),
  ore("lastRentOre", "Hyra förra månaden"),
  ore("electricityOre", "El"),
  ore("lastElectricityOre", "El förra månaden"),
  ore("incomeOre", "Inkomst"),
  ore("lastIncomeOre", "Inkomst förra månaden"),
  ore("assetsOre", "Tillgångar"),
  { name: "proof", title: "Underlag för hyran", kind: "code", codes: proofs },
  { name: "sourcesAnswered", title: "Alla källor har svarat", kind: "boolean" },
  { name: "plan", title: "Planering", kind: "code", codes: plans },
] as const satisfies readonly TableInput[];

/** A case with a value for each of `caseInputs`. Ages count only for as many children as there are. */
export type HouseholdCase = {
  readonly kind: (typeof kinds)[number];
  readonly adults: number;
  readonly children: number;
  readonly child1Age: number;
  readonly child2Age: number;
  readonly child3Age: number;
  readonly lunchAway: boolean;
  readonly rentOre: number;
  readonly lastRentOre: number;
  readonly electricityOre: number;
  readonly lastElectricityOre: number;
  readonly incomeOre: number;
  readonly lastIncomeOre: number;
  readonly assetsOre: number;
  readonly proof: (typeof proofs)[number];
  readonly sourcesAnswered: boolean;
  readonly plan: (typeof plans)[number];
};

/** Made-up households, the same for the same seed. Most months are uneventful; some differ in one way or another. */
export const householdCases = (count: number, seed: number): readonly HouseholdCase[] => {
  const random = randomFrom(seed);
  const upTo = (most: number): number => Math.floor(random() * (most + 1));
  const kronor = (least: number, most: number): number => (least + upTo(most - least)) * 100;
  const chance = (share: number): boolean => random() < share;
  const changed = (amountOre: number, share: number): number =>
    chance(share) ? Math.max(0, amountOre + (upTo(400) - 200) * 100) : amountOre;
  return Array.from({ length: count }, (): HouseholdCase => {
    const adults = chance(0.3) ? 2 : 1;
    const children = chance(0.55) ? 0 : 1 + upTo(2);
    const rentOre = kronor(4_500, 7_000 + 900 * (adults + children));
    const electricityOre = kronor(200, 900);
    const incomeOre = chance(0.4) ? 0 : kronor(500, 14_000);
    return {
      kind: chance(0.06) ? "first-time" : "renewal",
      adults,
      children,
      child1Age: upTo(20),
      child2Age: upTo(18),
      child3Age: upTo(12),
      lunchAway: chance(0.4),
      rentOre,
      lastRentOre: changed(rentOre, 0.1),
      electricityOre,
      lastElectricityOre: changed(electricityOre, 0.6),
      incomeOre,
      lastIncomeOre: chance(0.1) ? kronor(0, 14_000) : changed(incomeOre, 0.3),
      assetsOre: chance(0.04) ? kronor(1, 50_000) : 0,
      proof: chance(0.7) ? "standing" : (proofs[upTo(3)] ?? "none"),
      sourcesAnswered: chance(0.96),
      plan: chance(0.9) ? "followed" : chance(0.5) ? "not-followed" : "unknown",
    };
  });
};
