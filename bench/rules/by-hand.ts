import type { NormCellKey } from "../../contracts/rule-pack.js";
import type { HouseholdCase } from "./household-case.js";
import { arithmetic, routing, type Explained, type Route, type Step, type Tell } from "./steps.js";
import type { RuleVersion } from "./version.js";

const childKey = (age: number, lunchAway: boolean): NormCellKey => {
  if (age <= 0) return lunchAway ? "child-0-lunch-away" : "child-0";
  if (age <= 2) return lunchAway ? "child-1-2-lunch-away" : "child-1-2";
  if (age <= 3) return lunchAway ? "child-3-lunch-away" : "child-3";
  if (age <= 6) return lunchAway ? "child-4-6-lunch-away" : "child-4-6";
  if (age <= 10) return "child-7-10";
  if (age <= 14) return "child-11-14";
  if (age <= 18) return "child-15-18";
  return "child-19-20";
};

const commonKeys = ["common-1", "common-2", "common-3", "common-4", "common-5"] as const;
const capIds = ["rent.1", "rent.2", "rent.3", "rent.4", "rent.5", "rent.6", "rent.7"] as const;

/** Assesses one case the way a programmer would write it for just this case, with the same explanation. Checks nothing. */
export const assessByHand = (version: RuleVersion, value: HouseholdCase, tell: Tell): Explained => {
  const { norm, normSource: source, rentCaps, rentSource } = version;
  const { kind, adults, children, child1Age, child2Age, child3Age, lunchAway, rentOre, lastRentOre } = value;
  const { electricityOre, lastElectricityOre, incomeOre, lastIncomeOre, assetsOre, proof, sourcesAnswered, plan } =
    value;
  const steps: Step[] = [];

  const adultKey = adults === 1 ? "adult-single" : "adult-couple";
  const adultsOre = norm[adultKey];
  steps.push({ rule: adultKey, source, inputs: { adults }, value: adultsOre, text: tell("Vuxna", adultsOre) });
  let childrenOre = 0;
  if (children >= 1) {
    const rule = childKey(child1Age, lunchAway);
    const amount = norm[rule];
    steps.push({ rule, source, inputs: { age: child1Age, lunchAway }, value: amount, text: tell("Barn 1", amount) });
    childrenOre += amount;
  }
  if (children >= 2) {
    const rule = childKey(child2Age, lunchAway);
    const amount = norm[rule];
    steps.push({ rule, source, inputs: { age: child2Age, lunchAway }, value: amount, text: tell("Barn 2", amount) });
    childrenOre += amount;
  }
  if (children >= 3) {
    const rule = childKey(child3Age, lunchAway);
    const amount = norm[rule];
    steps.push({ rule, source, inputs: { age: child3Age, lunchAway }, value: amount, text: tell("Barn 3", amount) });
    childrenOre += amount;
  }
  const personalOre = adultsOre + childrenOre;
  steps.push({
    rule: "personal",
    source: arithmetic,
    inputs: { adultsOre, childrenOre },
    value: personalOre,
    text: tell("Personliga kostnader", personalOre),
  });
  const size = adults + children;
  const commonKey = commonKeys[size - 1] ?? "common-5";
  const commonOre = norm[commonKey];
  steps.push({
    rule: commonKey,
    source,
    inputs: { size },
    value: commonOre,
    text: tell("Gemensamma kostnader", commonOre),
  });
  const normOre = personalOre + commonOre;
  steps.push({
    rule: "norm",
    source: arithmetic,
    inputs: { personalOre, commonOre },
    value: normOre,
    text: tell("Riksnorm", normOre),
  });
  let capAt = 0;
  let capOre = 0;
  for (const row of rentCaps) {
    if (adults <= row.maxAdults && children <= row.maxChildren) {
      ({ capOre } = row);
      break;
    }
    capAt += 1;
  }
  steps.push({
    rule: capIds[capAt] ?? "",
    source: rentSource,
    inputs: { adults, children },
    value: capOre,
    text: tell("Riktlinje för hyra", capOre),
  });
  const rentOverOre = rentOre - capOre;
  steps.push({
    rule: "rent-over",
    source: arithmetic,
    inputs: { rentOre, capOre },
    value: rentOverOre,
    text: tell("Hyra över riktlinjen", rentOverOre),
  });
  const rentChangeOre = Math.abs(rentOre - lastRentOre);
  steps.push({
    rule: "rent-change",
    source: arithmetic,
    inputs: { rentOre, lastRentOre },
    value: rentChangeOre,
    text: tell("Ändrad hyra", rentChangeOre),
  });
  const electricityChangeOre = Math.abs(electricityOre - lastElectricityOre);
  steps.push({
    rule: "electricity-change",
    source: arithmetic,
    inputs: { electricityOre, lastElectricityOre },
    value: electricityChangeOre,
    text: tell("Ändrad el", electricityChangeOre),
  });
  const costsOre = rentOre + electricityOre;
  steps.push({
    rule: "costs",
    source: arithmetic,
    inputs: { rentOre, electricityOre },
    value: costsOre,
    text: tell("Kostnader", costsOre),
  });
  const percent = version.incomeChangePercent;
  const incomeExcess = Math.abs(incomeOre - lastIncomeOre) * 100 - lastIncomeOre * percent;
  steps.push({
    rule: "income-change",
    source: arithmetic,
    inputs: { incomeOre, lastIncomeOre, percent },
    value: incomeExcess,
    text: tell("Ändrad inkomst över gränsen, hundradelar", incomeExcess),
  });
  const needOre = normOre + costsOre - incomeOre;
  steps.push({
    rule: "need",
    source: arithmetic,
    inputs: { normOre, costsOre, incomeOre },
    value: needOre,
    text: tell("Behov", needOre),
  });
  let route: Route;
  if (kind === "first-time") route = "first-time";
  else if (!sourcesAnswered) route = "source-silent";
  else if (assetsOre > 0) route = "assets";
  else if (proof === "declared" || proof === "none") route = "cost-unproved";
  else if (rentOverOre > 0) route = "rent-above-guideline";
  else if (rentChangeOre > 0) route = "rent-changed";
  else if (electricityChangeOre > version.electricityChangeOre) route = "electricity-changed";
  else if (incomeExcess > 0) route = "income-changed";
  else if (plan !== "followed") route = "person";
  else route = needOre >= 1 ? "prefilled" : "no-need";
  steps.push({
    rule: route,
    source: routing,
    inputs: {
      kind,
      sourcesAnswered,
      assetsOre,
      proof,
      rentOverOre,
      rentChangeOre,
      electricityChangeOre,
      incomeExcess,
      plan,
      needOre,
    },
    value: route,
    text: tell("Väg", route),
  });
  return { route, needOre, grantOre: route === "prefilled" ? needOre : null, steps };
};
