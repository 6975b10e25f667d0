import type { FileView, PaymentsView } from "../../contracts/api/payments-view.js";
import { sumOre } from "../../contracts/money.js";
import { paymentFileStates, type LocalMinute } from "../../contracts/payments.js";
import type { PaymentFile } from "../../store/payment-files.js";
import type { PaymentOrder } from "../../store/payment-orders.js";
import type { CaseRow } from "../../store/schema.js";

/** What the list of payments is made from. `cases` holds the cases that the viewer may see. */
export type PaymentFacts = {
  readonly now: LocalMinute;
  readonly orders: readonly PaymentOrder[];
  readonly files: readonly PaymentFile[];
  readonly cases: ReadonlyMap<string, Pick<CaseRow, "number">>;
};

/** Orders that will be paid, or were: what is stopped or held is listed, but not in the sum. */
const pays = ({ state }: PaymentOrder): boolean => state === "ready" || state === "in-file";

const rowsOf = (orders: readonly PaymentOrder[], { cases }: PaymentFacts): FileView["rows"] =>
  orders.flatMap(({ caseId, amountOre, payOn, cutOff, state }) => {
    const row = cases.get(caseId);
    return row === undefined ? [] : [{ caseId, reference: row.number, amountOre, payOn, cutOff, state }];
  });

const upcoming = (facts: PaymentFacts): FileView[] => {
  const waiting = facts.orders.filter(({ fileId }) => fileId === null);
  const days = [...new Set(waiting.map(({ payOn, cutOff }) => `${payOn} ${cutOff}`))];
  return days.flatMap((day) => {
    const together = waiting.filter(({ payOn, cutOff }) => `${payOn} ${cutOff}` === day);
    const [first] = together;
    if (first === undefined) return [];
    const paid = together.filter(pays);
    return [
      {
        payOn: first.payOn,
        cutOff: first.cutOff,
        state: "upcoming" as const,
        title: "Inte gjord än",
        messageId: null,
        orders: paid.length,
        totalOre: sumOre(paid.map(({ amountOre }) => amountOre)),
        rows: rowsOf(together, facts),
      },
    ];
  });
};

const made = (facts: PaymentFacts): FileView[] =>
  facts.files.map(({ id, payOn, cutOff, state, messageId, orders, totalOre }) => ({
    payOn,
    cutOff,
    state,
    title: paymentFileStates[state].title,
    messageId,
    orders,
    totalOre,
    rows: rowsOf(
      facts.orders.filter(({ fileId }) => fileId === id),
      facts,
    ),
  }));

/** Every payment by file: those that have not left first, then those that have, the latest first. */
export const paymentsView = (facts: PaymentFacts): PaymentsView => ({
  now: facts.now,
  files: [...upcoming(facts), ...made(facts).toReversed()],
});
