import { createApi } from "../../api/create-api.js";
import type { OidcSettings } from "../../api/deps.js";
import { createProcessGateway } from "../../api/process-gateway.js";
import { packsInForce } from "../../activities/packs-in-force.js";
import { createWorkshop } from "../../activities/rules-workshop/create-workshop.js";
import { shippedSuites } from "../../activities/rules-workshop/shipped-suites.js";
import { shippedRulebook } from "../../activities/shipped-rulebook.js";
import type { Month } from "../../contracts/dates.js";
import type { Packs } from "../../contracts/rule-pack.js";
import { drawPage } from "../../documents/read/draw-page.js";
import { systemClock } from "../../platform/clock.js";
import type { Logger } from "../../platform/logger.js";
import { deleteEndedSessions } from "../../store/sessions.js";
import type { Foundation } from "./foundation.js";
import { createHealth } from "./health.js";
import type { Municipality } from "./municipality.js";
import { createPreview } from "./letter-preview.js";
import { municipalToday } from "./municipal-day.js";
import { createRulesInForce } from "./rules-port.js";
import { sampleMunicipality } from "./sample-municipality.js";
import { registerMissingStaff, type NewStaff } from "./staff.js";

/** What the api of a process is started from. */
export type ApiPartSettings = {
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string;
  readonly consoleDir: string;
  readonly month: Month;
  readonly municipality: Municipality;
  /** The rules it starts from; what is published takes their place. */
  readonly packs: Packs;
  readonly oidc: OidcSettings;
  readonly staff: readonly NewStaff[];
  /** The queues this same process works on: none where workers are processes of their own. */
  readonly queues: readonly string[];
  /** The data folder, where there is one. */
  readonly folder?: string;
  readonly logger: Logger;
};

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
  const inForce = packsInForce(settings.packs);
  const process = createProcessGateway(client);
  const workshop = createWorkshop({
    store,
    rulebook: shippedRulebook(),
    shipped: settings.packs,
    packsInForce: inForce,
    today,
    month,
    isInvented: municipality === sampleMunicipality.name,
    suites: shippedSuites,
    reassess: async (caseId) => !("result" in (await process.reassess(caseId, { cause: "rules-changed" }))),
  });
  await registerMissingStaff(store, settings.staff);
  await store.transaction(deleteEndedSessions);
  const api = await createApi({
    store,
    process,
    workshop,
    rulesInForce: createRulesInForce(inForce, systemClock),
    previewLetter: createPreview({ store, packsInForce: inForce, municipality: letterMunicipality, today }),
    drawPage,
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
