import type { Column, Columns } from "../../rules/tables/batch.js";
import { placeOf, type Outcomes } from "./batch.js";
import { routes, type Route } from "./steps.js";
import type { RuleVersion } from "./version.js";

const place = (route: Route): number => routes.indexOf(route);
const [prefilled, noNeed, firstTime, silent] = [
  place("prefilled"),
  place("no-need"),
  place("first-time"),
  place("source-silent"),
];
const [assets, unproved, rentAbove] = [place("assets"), place("cost-unproved"), place("rent-above-guideline")];
const [rentChanged, electricityChanged, incomeChanged, person] = [
  place("rent-changed"),
  place("electricity-changed"),
  place("income-changed"),
  place("person"),
];
const firstTimeCode = placeOf("kind", "first-time");
const [declared, none] = [placeOf("proof", "declared"), placeOf("proof", "none")];
const followed = placeOf("plan", "followed");

const doubles = (columns: Columns, name: string): Float64Array => {
  const found = columns[name];
  if (!(found instanceof Float64Array)) throw new Error(`${name} is not kept in doubles.`);
  return found;
};
const integers = (columns: Columns, name: string): Int32Array => {
  const found = columns[name];
  if (!(found instanceof Int32Array)) throw new Error(`${name} is not kept in 32 bits.`);
  return found;
};
const bytes = (columns: Columns, name: string): Uint8Array => {
  const found: Column | undefined = columns[name];
  if (!(found instanceof Uint8Array)) throw new Error(`${name} is not kept in bytes.`);
  return found;
};

/** Assesses many cases the way a programmer would write it for just this case: one loop over the columns. */
export const assessBatchByHand = (
  { norm, rentCaps, electricityChangeOre, incomeChangePercent }: RuleVersion,
  { columns, count }: { columns: Columns; count: number },
): Outcomes => {
  const kind = bytes(columns, "kind");
  const adultsOf = integers(columns, "adults");
  const childrenOf = integers(columns, "children");
  const firstAge = integers(columns, "child1Age");
  const secondAge = integers(columns, "child2Age");
  const thirdAge = integers(columns, "child3Age");
  const lunchAway = bytes(columns, "lunchAway");
  const rent = doubles(columns, "rentOre");
  const lastRent = doubles(columns, "lastRentOre");
  const electricity = doubles(columns, "electricityOre");
  const lastElectricity = doubles(columns, "lastElectricityOre");
  const income = doubles(columns, "incomeOre");
  const lastIncome = doubles(columns, "lastIncomeOre");
  const assetsOre = doubles(columns, "assetsOre");
  const proof = bytes(columns, "proof");
  const sourcesAnswered = bytes(columns, "sourcesAnswered");
  const plan = bytes(columns, "plan");
  const route = new Uint8Array(count);
  const needOre = new Float64Array(count);

  const childOre = (age: number, away: number): number => {
    if (age <= 0) return away === 1 ? norm["child-0-lunch-away"] : norm["child-0"];
    if (age <= 2) return away === 1 ? norm["child-1-2-lunch-away"] : norm["child-1-2"];
    if (age <= 3) return away === 1 ? norm["child-3-lunch-away"] : norm["child-3"];
    if (age <= 6) return away === 1 ? norm["child-4-6-lunch-away"] : norm["child-4-6"];
    if (age <= 10) return norm["child-7-10"];
    if (age <= 14) return norm["child-11-14"];
    if (age <= 18) return norm["child-15-18"];
    return norm["child-19-20"];
  };
  const commonBySize = Float64Array.of(
    0,
    norm["common-1"],
    norm["common-2"],
    norm["common-3"],
    norm["common-4"],
    norm["common-5"],
  );
  /** The guideline of each household there can be, worked out once. */
  const capByHousehold = new Float64Array(12);
  for (let adults = 1; adults <= 2; adults += 1)
    for (let children = 0; children <= 3; children += 1)
      capByHousehold[adults * 4 + children] =
        rentCaps.find((row) => adults <= row.maxAdults && children <= row.maxChildren)?.capOre ?? 0;

  for (let at = 0; at < count; at += 1) {
    const adults = adultsOf[at] ?? 0;
    const children = childrenOf[at] ?? 0;
    const away = lunchAway[at] ?? 0;
    let normOre = adults === 1 ? norm["adult-single"] : norm["adult-couple"];
    if (children >= 1) normOre += childOre(firstAge[at] ?? 0, away);
    if (children >= 2) normOre += childOre(secondAge[at] ?? 0, away);
    if (children >= 3) normOre += childOre(thirdAge[at] ?? 0, away);
    normOre += commonBySize[adults + children] ?? 0;
    const rentOre = rent[at] ?? 0;
    const electricityOre = electricity[at] ?? 0;
    const incomeOre = income[at] ?? 0;
    const before = lastIncome[at] ?? 0;
    const need = normOre + rentOre + electricityOre - incomeOre;
    const proofCode = proof[at];
    needOre[at] = need;
    if (kind[at] === firstTimeCode) route[at] = firstTime;
    else if (sourcesAnswered[at] !== 1) route[at] = silent;
    else if ((assetsOre[at] ?? 0) > 0) route[at] = assets;
    else if (proofCode === declared || proofCode === none) route[at] = unproved;
    else if (rentOre > (capByHousehold[adults * 4 + children] ?? 0)) route[at] = rentAbove;
    else if (rentOre !== lastRent[at]) route[at] = rentChanged;
    else if (Math.abs(electricityOre - (lastElectricity[at] ?? 0)) > electricityChangeOre)
      route[at] = electricityChanged;
    else if (Math.abs(incomeOre - before) * 100 - before * incomeChangePercent > 0) route[at] = incomeChanged;
    else if (plan[at] !== followed) route[at] = person;
    else route[at] = need >= 1 ? prefilled : noNeed;
  }
  return { route, needOre };
};
