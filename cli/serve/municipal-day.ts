import type { Client } from "@temporalio/client";
import { theSystem } from "../../activities/actors.js";
import { append } from "../../audit/append.js";
import type { LocalDate } from "../../contracts/dates.js";
import { swedishToday, type Clock } from "../../platform/clock.js";
import { listCases } from "../../store/cases.js";
import type { Store } from "../../store/open-store.js";
import { findToday, putToday } from "../../store/settings.js";
import type { StoreTransaction } from "../../store/transaction.js";
import { newDaySignal } from "../../workflows/messages.js";

/** Today in the municipality: the simulated one's date where it is set, else the calendar's. */
export const municipalToday =
  (clock: Clock) =>
  async (tx: StoreTransaction): Promise<LocalDate> =>
    (await findToday(tx)) ?? swedishToday(clock);

/** Begins a day in the simulated municipality and tells every case that waits. The date never goes back. */
export const beginDay = async (
  { store, client }: { readonly store: Store; readonly client: Client },
  today: LocalDate,
): Promise<void> => {
  const waiting = await store.transaction(async (tx) => {
    const now = await findToday(tx);
    if (now === undefined || now < today) {
      await putToday(tx, today);
      await append(tx, { action: "setting.changed", actor: theSystem, details: { setting: "today", value: today } });
    }
    return listCases(tx, { states: ["waiting", "referred", "prefilled"], includeProtected: true });
  });
  await Promise.all(
    waiting.map(({ id }) => client.workflow.getHandle(`application/${id}`).signal(newDaySignal, { today })),
  );
};
