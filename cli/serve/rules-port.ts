import { refusedOreOf } from "../../activities/decide/full-need.js";
import { packHash, packsInUse } from "../../activities/pack-hash.js";
import type { PacksInForce } from "../../activities/packs-in-force.js";
import { cutOffRule } from "../../activities/payments/order-payment.js";
import { payDayFrom } from "../../activities/payments/pay-day.js";
import type { ApiDeps, RulesPort } from "../../api/deps.js";
import { dateInWords, monthOf, rentDueOn } from "../../contracts/dates.js";
import { paymentDate } from "../../contracts/payment-date.js";
import { dateOfMinute, municipalMinute } from "../../contracts/payments.js";
import type { Packs } from "../../contracts/rule-pack.js";
import type { Clock } from "../../platform/clock.js";
import { canBeSettled, mandateFor, parametersFor, provisionsInProse, rulebookVersion } from "../../rules/index.js";
import { createNearestFacts } from "./nearest-facts.js";

/** The rules in force as the console may show them, worked out again only when they have changed. */
export const createRulesInForce = (inForce: PacksInForce, clock: Clock): ApiDeps["rulesInForce"] => {
  const ports = new WeakMap<Packs, RulesPort>();
  return async (tx) => {
    const packs = await inForce(tx);
    const port = ports.get(packs) ?? createRulesPort(packs, clock);
    ports.set(packs, port);
    return port;
  };
};

/** The rulebook as the console may show it: prose, versions, mandates and what an assessment hangs on. */
const createRulesPort = (packs: Packs, clock: Clock): RulesPort => {
  const payDay: RulesPort["payDayFrom"] = (wished, now) =>
    payDayFrom(wished, { now, rule: cutOffRule(packs, monthOf(wished)) });
  const hashes = new Map(packsInUse(packs).map((pack) => [pack.id, packHash(pack)]));
  return {
    packs,
    rulebookVersion,
    provisions: (month) => provisionsInProse(packs, month),
    packHash: (packId) => hashes.get(packId) ?? "",
    leastAnswerDays: (month) => parametersFor(packs, month).leastAnswerDays,
    canBeSettled,
    mandateFor: (decision) => (packs.municipal === undefined ? undefined : mandateFor(decision, packs.municipal)),
    refusedOre: refusedOreOf,
    nearestFacts: createNearestFacts(packs),
    payment: (decidedOn, benefitMonth) => {
      const now = municipalMinute(decidedOn, clock.now());
      const { payOn, cutOff } = payDay(paymentDate(decidedOn, rentDueOn(benefitMonth)), now);
      return { payOn, note: `kan stoppas till ${dateInWords(dateOfMinute(cutOff))} kl. ${cutOff.slice(11)}` };
    },
    payDayFrom: payDay,
  };
};
