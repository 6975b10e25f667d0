import { createApi } from "../../api/create-api.js";
import type { OidcSettings } from "../../api/deps.js";
import { createProcessGateway } from "../../api/process-gateway.js";
import { cutOffRule } from "../../activities/payments/order-payment.js";
import { payDayFrom } from "../../activities/payments/pay-day.js";
import { dateInWords, monthOf, rentDueOn, type LocalDate, type Month } from "../../contracts/dates.js";
import { paymentDate } from "../../contracts/payment-date.js";
import { dateOfMinute, municipalMinute, type LocalMinute } from "../../contracts/payments.js";
import { drawPage } from "../../documents/read/draw-page.js";
import { systemClock } from "../../platform/clock.js";
import type { Logger } from "../../platform/logger.js";
import { samplePacks } from "../../rules/index.js";
import { deleteEndedSessions } from "../../store/sessions.js";
import type { Foundation } from "./foundation.js";
import { createHealth } from "./health.js";
import type { Municipality } from "./municipality.js";
import { createPreview } from "./letter-preview.js";
import { municipalToday } from "./municipal-day.js";
import { createRulesPort } from "./rules-port.js";
import { registerMissingStaff, type NewStaff } from "./staff.js";

/** What the api of a process is started from. */
export type ApiPartSettings = {
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string;
  readonly consoleDir: string;
  readonly month: Month;
  readonly municipality: Municipality;
  readonly oidc: OidcSettings;
  readonly staff: readonly NewStaff[];
  /** The queues this same process works on: none where workers are processes of their own. */
  readonly queues: readonly string[];
  /** The data folder, where there is one. */
  readonly folder?: string;
  readonly logger: Logger;
};

/** The first day of payment whose file has not left, by the municipality's own cut-off. */
const payDay = (wished: LocalDate, now: LocalMinute) =>
  payDayFrom(wished, { now, rule: cutOffRule(samplePacks, monthOf(wished)) });

const session = { idleMs: 30 * 60_000, absoluteMs: 10 * 60 * 60_000 } as const;

/** Serves the api and the console. Resolves when it takes requests, with where and with how to end it. */
export const startApiPart = async (
  foundation: Foundation,
  settings: ApiPartSettings,
): Promise<{ readonly address: string; readonly close: () => Promise<void> }> => {
  const { store, client, metrics } = foundation;
  const { month, queues, folder, host, port } = settings;
  const { name: municipality, letters: letterMunicipality } = settings.municipality;
  const today = municipalToday(systemClock);
  await registerMissingStaff(store, settings.staff);
  await store.transaction(deleteEndedSessions);
  const api = await createApi({
    store,
    process: createProcessGateway(client),
    rules: createRulesPort(samplePacks),
    previewLetter: createPreview({ store, packs: samplePacks, municipality: letterMunicipality, today }),
    drawPage,
    payment: (decidedOn, benefitMonth) => {
      const now = municipalMinute(decidedOn, systemClock.now());
      const { payOn, cutOff } = payDay(paymentDate(decidedOn, rentDueOn(benefitMonth)), now);
      return { payOn, note: `kan stoppas till ${dateInWords(dateOfMinute(cutOff))} kl. ${cutOff.slice(11)}` };
    },
    payDayFrom: payDay,
    clock: systemClock,
    today,
    month,
    municipality,
    oidc: settings.oidc,
    publicUrl: settings.publicUrl,
    session,
    consoleDir: settings.consoleDir,
    logger: settings.logger,
    operations: {
      health: createHealth({ foundation, queues, ...(folder !== undefined && { folder }) }),
      metrics: metrics.text,
    },
  });
  const address = await api.listen({ host, port });
  return { address, close: () => api.close() };
};
