import { append } from "../../audit/append.js";
import { monthOf, type Month } from "../../contracts/dates.js";
import { Fault } from "../../contracts/faults.js";
import { paymentDate } from "../../contracts/payment-date.js";
import { municipalMinute, type LocalMinute } from "../../contracts/payments.js";
import type { Packs, PaymentCutOff } from "../../contracts/rule-pack.js";
import { parametersFor } from "../../rules/index.js";
import { getCase } from "../../store/cases.js";
import type { Decision } from "../../store/decisions.js";
import { currentPayee } from "../../store/payees.js";
import { addPaymentOrder } from "../../store/payment-orders.js";
import type { StoreTransaction } from "../../store/transaction.js";
import { theSystem } from "../actors.js";
import { payDayFrom } from "./pay-day.js";

/** The municipality's cut-off for a month. @throws Fault `InvariantBroken` where none is set: then nothing can be paid. */
export const cutOffRule = (packs: Packs, month: Month): PaymentCutOff => {
  const rule = parametersFor(packs, month).paymentCutOff;
  if (rule === undefined)
    throw new Fault("InvariantBroken", "Kommunen har inte angett när betalningsfiler ska lämnas.", { month });
  return rule;
};

/**
 * Orders what a decision gives, in the decision's own transaction, for the first day of payment whose file has not left.
 * Nothing where it gives nothing. Without a known account the order is held until a person has seen to it.
 */
export const orderPayment = async (
  tx: StoreTransaction,
  decision: Decision,
  { packs }: { readonly packs: Packs },
): Promise<void> => {
  const { id: decisionId, caseId, amountOre, decidedOn } = decision;
  if (amountOre === 0) return;
  const { number, answerDue } = await getCase(tx, caseId);
  const wished = paymentDate(decidedOn, answerDue);
  const now: LocalMinute = municipalMinute(decidedOn, tx.at);
  const { payOn, cutOff } = payDayFrom(wished, { now, rule: cutOffRule(packs, monthOf(wished)) });
  const payee = await currentPayee(tx, caseId);
  const order = await addPaymentOrder(tx, {
    caseId,
    decisionId,
    reference: `${number}-${decisionId.slice(0, 8)}`,
    amountOre,
    payOn,
    cutOff,
    payee,
    state: payee.maskedAccount === undefined ? "held" : "ready",
  });
  if (order === undefined) return;
  const { id, state, reference } = order;
  await append(tx, {
    action: state === "held" ? "payment.held" : "payment.ordered",
    caseId,
    actor: theSystem,
    details: { order: id, reference, decisionId, payOn, cutOff },
    content: { amountOre, payee },
  });
};
