import { append } from "../../audit/append.js";
import { paymentInputSchema, type PaymentInput } from "../../contracts/api/commands.js";
import { paymentChangedSchema, paymentsViewSchema } from "../../contracts/api/payments-view.js";
import type { CaseId } from "../../contracts/ids.js";
import { municipalMinute, type LocalMinute } from "../../contracts/payments.js";
import { listCases } from "../../store/cases.js";
import { currentPayee } from "../../store/payees.js";
import { listPaymentFiles, openPaymentFile } from "../../store/payment-files.js";
import { changeOrder, listOrders, lockOrdersOf, type PaymentOrder } from "../../store/payment-orders.js";
import type { StoreTransaction } from "../../store/transaction.js";
import type { App } from "../app.js";
import type { ApiDeps, RulesPort } from "../deps.js";
import { actorOf, onlyFor, personOf, type Person } from "../identity/person.js";
import { decisionRefusal, Refusal } from "../plugins/refusal.js";
import { hasPaymentMandate } from "../views/payment-mandate.js";
import { paymentsView } from "../views/payments-view.js";
import { decidingRoles } from "../views/proposal.js";
import { maySeeProtected, openableCase } from "./case-access.js";
import { caseParams, fileParams } from "./params.js";

const refused = (code: string, title: string): Refusal => new Refusal("change-refused", { code, title });
const left = refused.bind(
  undefined,
  "payment-left",
  "Betalningsfilen har lämnats. Utbetalningen kan inte längre stoppas.",
);
const nothing = refused.bind(undefined, "payment-none", "Det finns ingen utbetalning att släppa.");
const noAccount = refused.bind(
  undefined,
  "payment-no-account",
  "Det finns inget konto i verksamhetssystemet. Registrera kontot där först.",
);

/** Orders as they are to become. @throws Refusal where none can be stopped any more, or none stands to be released. */
const stopping = (orders: readonly PaymentOrder[], now: LocalMinute): readonly PaymentOrder[] => {
  const open = orders.filter(({ state, cutOff }) => (state === "ready" || state === "held") && now < cutOff);
  if (open.length === 0) throw left();
  return open;
};

const stop = async (tx: StoreTransaction, order: PaymentOrder): Promise<PaymentOrder> => {
  if (!(await changeOrder(tx, order, { state: "stopped" }))) throw left();
  return { ...order, state: "stopped" };
};

/** Released after its cut-off it goes with the next file: the decision stands, and the household is to have its money. */
const release = async (
  tx: StoreTransaction,
  order: PaymentOrder,
  { now, payDayFrom }: { readonly now: LocalMinute } & Pick<RulesPort, "payDayFrom">,
): Promise<PaymentOrder> => {
  const payee = await currentPayee(tx, order.caseId);
  if (payee.maskedAccount === undefined) throw noAccount();
  const day = payDayFrom(order.payOn, now);
  if (!(await changeOrder(tx, order, { state: "ready", payee, ...day }))) throw nothing();
  return { ...order, state: "ready", ...day };
};

const change = async (
  tx: StoreTransaction,
  { caseId, person, input }: { readonly caseId: CaseId; readonly person: Person; readonly input: PaymentInput },
  deps: Pick<ApiDeps, "rulesInForce" | "today">,
): Promise<PaymentOrder> => {
  const rules = await deps.rulesInForce(tx);
  const { payDayFrom } = rules;
  const today = await deps.today(tx);
  const now = municipalMinute(today, tx.at);
  const orders = await lockOrdersOf(tx, caseId);
  if (!(await hasPaymentMandate(tx, caseId, { roles: person.roles, today, rules })))
    throw decisionRefusal("mandate-missing");
  const isStop = input.action === "stop";
  const concerned = isStop
    ? stopping(orders, now)
    : orders.filter(({ state }) => state === "stopped" || state === "held");
  let last: PaymentOrder | undefined;
  for (const order of concerned) {
    last = isStop ? await stop(tx, order) : await release(tx, order, { now, payDayFrom });
    await append(tx, {
      action: isStop ? "payment.stopped" : "payment.released",
      caseId,
      actor: actorOf(person, decidingRoles),
      details: { order: order.id, reference: order.reference, payOn: last.payOn, cutOff: last.cutOff },
      content: { explanation: input.explanation },
    });
  }
  if (last === undefined) throw nothing();
  return last;
};

/** Payments: what leaves when, and holding one back before its file leaves. */
export const registerPayments = (app: App, deps: ApiDeps): void => {
  const { store } = deps;
  const preHandler = onlyFor(store, decidingRoles);

  app.get("/api/payments", { preHandler, schema: { response: { 200: paymentsViewSchema } } }, async (request) => {
    const person = personOf(request);
    return store.read(async (tx) => {
      const rows = await listCases(tx, { includeProtected: maySeeProtected(person) });
      return paymentsView({
        now: municipalMinute(await deps.today(tx), tx.at),
        orders: await listOrders(tx),
        files: await listPaymentFiles(tx),
        cases: new Map(rows.map((row) => [row.id, row])),
      });
    });
  });

  // A file that the bank may not have is sent by hand; the same bytes are then found there.
  app.get(
    "/api/payments/:messageId/file",
    { preHandler: onlyFor(store, ["team-lead"]), schema: { params: fileParams } },
    async (request, reply) => {
      const person = personOf(request);
      const { messageId } = request.params;
      const bytes = await store.transaction(async (tx) => {
        const file = (await listPaymentFiles(tx)).find((one) => one.messageId === messageId);
        if (file === undefined) throw new Refusal("not-found");
        const opened = await openPaymentFile(tx, file.id);
        await append(tx, {
          action: "payment-file.opened",
          actor: actorOf(person, ["team-lead"]),
          details: { file: file.id, messageId, sha256: file.sha256 },
        });
        return opened.bytes;
      });
      return reply
        .header("content-disposition", `attachment; filename="${messageId}.xml"`)
        .type("application/xml")
        .send(bytes);
    },
  );

  app.post(
    "/api/cases/:caseId/payment",
    { preHandler, schema: { params: caseParams, body: paymentInputSchema, response: { 200: paymentChangedSchema } } },
    async (request) => {
      const person = personOf(request);
      const { caseId } = request.params;
      await openableCase(store, caseId, person);
      const { state, payOn, cutOff } = await store.transaction((tx) =>
        change(tx, { caseId, person, input: request.body }, deps),
      );
      return { state, payOn, cutOff };
    },
  );
};
