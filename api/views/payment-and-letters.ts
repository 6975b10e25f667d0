import type { LocalDate } from "../../contracts/dates.js";
import type { CaseView, LetterView } from "../../contracts/api/case-view.js";
import { deliveryChannels, deliveryStates } from "../../contracts/delivery.js";
import { letterKinds } from "../../contracts/letter.js";
import { municipalMinute, type LocalMinute, type PaymentView } from "../../contracts/payments.js";
import { sumOre } from "../../contracts/money.js";
import type { Delivery } from "../../store/deliveries.js";
import type { LetterEntry } from "../../store/letters.js";
import { listPaymentFiles } from "../../store/payment-files.js";
import { listOrdersOf, openPayee } from "../../store/payment-orders.js";
import type { StoreTransaction } from "../../store/transaction.js";
import type { RulesPort } from "../deps.js";
import type { Person } from "../identity/person.js";
import type { CaseFacts } from "./case-facts.js";
import { inSentence } from "./words.js";
import { hasPaymentMandate } from "./payment-mandate.js";

/** What is paid in a case and what has been written to the applicant, as they stand now. */
export const paymentAndLetters = async (
  tx: StoreTransaction,
  facts: CaseFacts,
  { person, rules, today }: { readonly person: Person; readonly rules: RulesPort; readonly today: LocalDate },
): Promise<Pick<CaseView, "payment" | "letters">> => {
  const hasMandate = await hasPaymentMandate(tx, facts.row.id, { roles: person.roles, today, rules });
  const payment = await paymentOf(tx, facts, { hasMandate, now: municipalMinute(today, tx.at) });
  return { ...(payment !== undefined && { payment }), letters: lettersOf(facts) };
};

const paymentOf = async (
  tx: StoreTransaction,
  { row }: CaseFacts,
  { hasMandate, now }: { readonly hasMandate: boolean; readonly now: LocalMinute },
): Promise<PaymentView | undefined> => {
  const orders = await listOrdersOf(tx, row.id);
  // What can still be changed is what the desk is about.
  const shown = orders.find(({ state }) => state !== "in-file") ?? orders.at(-1);
  if (shown === undefined) return undefined;
  const { maskedAccount } = await openPayee(tx, shown);
  const file = (await listPaymentFiles(tx)).find(({ id }) => id === shown.fileId)?.state;
  return {
    amountOre: sumOre(orders.map(({ amountOre }) => amountOre)),
    payOn: shown.payOn,
    cutOff: shown.cutOff,
    state: shown.state,
    ...(file !== undefined && { file }),
    ...(maskedAccount !== undefined && { maskedAccount }),
    canStop: hasMandate && orders.some(({ state, cutOff }) => state === "ready" && now < cutOff),
    canRelease: hasMandate && orders.some(({ state }) => state === "stopped" || state === "held"),
  };
};

const lettersOf = ({ members, letters, deliveries }: CaseFacts): LetterView[] => {
  const byLetter = new Map(deliveries.map((one) => [one.letterId, one]));
  const names = new Map(
    members.map(({ memberId, identity }) => [memberId, `${identity.givenName} ${identity.familyName}`]),
  );
  return letters.map((letter) => ({
    id: letter.id,
    title: letterKinds[letter.kind].title,
    to: names.get(letter.recipientMember) ?? "",
    madeAt: letter.createdAt,
    sha256: letter.sha256,
    ...deliveryOf(letter, byLetter.get(letter.id)),
  }));
};

const deliveryOf = (letter: LetterEntry, delivery: Delivery | undefined): Pick<LetterView, "delivery"> => {
  if (delivery === undefined) return {};
  const { state, channel, receiptId, openedAt } = delivery;
  const text = `${deliveryStates[state].title}, ${inSentence(deliveryChannels[channel].title)}`;
  return { delivery: { state, channel, text, sentAt: letter.deliveredAt, receiptId, openedAt } };
};
