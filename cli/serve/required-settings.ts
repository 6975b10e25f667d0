import type { OidcSettings } from "../../api/deps.js";
import type { Packs } from "../../contracts/rule-pack.js";
import type { Config } from "../../platform/config.js";
import { MissingPart } from "../../platform/missing.js";
import type { SettingName } from "../../platform/settings.js";
import type { BreakerSettings } from "../../workers/breaker.js";
import type { OutwardSettings } from "../../workers/outward.js";
import type { PortalSettings, PortalsSettings } from "../../workers/portals.js";
import type { ApplicationSettings } from "./application.js";
import { readMunicipality, type Municipality } from "./municipality.js";
import { readPacks } from "./packs.js";

type FromConfig = Omit<ApplicationSettings, "consoleDir" | "month" | "today" | "staff" | "logger">;

/**
 * A setting that the program cannot do without.
 *
 * @throws MissingPart with its name where it is not set.
 */
const needed = (config: Config, name: SettingName): string => {
  const value = config[name];
  if (typeof value === "string") return value;
  throw new MissingPart(`Inställningen ${name} saknas.`, "npm run skalig -- doctor visar vad den är till för.");
};

/** What the api works with. @throws MissingPart with the name of the first setting that is not there. */
export const apiSettings = (config: Config): { readonly publicUrl: string; readonly oidc: OidcSettings } => ({
  publicUrl: needed(config, "SKALIG_PUBLIC_URL"),
  oidc: {
    issuer: needed(config, "SKALIG_OIDC_ISSUER"),
    clientId: needed(config, "SKALIG_OIDC_CLIENT_ID"),
    clientSecret: needed(config, "SKALIG_OIDC_CLIENT_SECRET"),
  },
});

/** What the workers work with. @throws MissingPart with the name of the first setting that is not there. */
export const workerSettings = (
  config: Config,
): {
  readonly portals: Omit<PortalsSettings, "ownMunicipality">;
  readonly outward: OutwardSettings;
  readonly breaker: BreakerSettings;
  readonly inboxEveryMs: number;
} => {
  const service = (name: "MAILBOX" | "PRINT_QUEUE" | "BANK") => ({
    baseUrl: needed(config, `SKALIG_${name}_URL`),
    token: needed(config, `SKALIG_${name}_TOKEN`),
  });
  const portal = (name: "E_SERVICE" | "AGENCIES" | "REGISTER" | "CASE_SYSTEM"): PortalSettings => ({
    baseUrl: needed(config, `SKALIG_${name}_URL`),
    credentials: {
      userName: needed(config, `SKALIG_${name}_USER`),
      password: needed(config, `SKALIG_${name}_PASSWORD`),
    },
  });
  return {
    portals: {
      eService: portal("E_SERVICE"),
      agencies: portal("AGENCIES"),
      register: portal("REGISTER"),
      caseSystem: portal("CASE_SYSTEM"),
      searchPath: config.searchPath,
      ...(config.CHROMIUM_PATH !== undefined && { chromiumPath: config.CHROMIUM_PATH }),
    },
    outward: { mailbox: service("MAILBOX"), printQueue: service("PRINT_QUEUE"), bank: service("BANK") },
    breaker: {
      failuresBeforeRest: config.SKALIG_PORTAL_FAILURES,
      restMs: config.SKALIG_PORTAL_REST_SECONDS * 1000,
    },
    inboxEveryMs: config.SKALIG_INBOX_MINUTES * 60_000,
  };
};

/** What processes share when they are several. @throws MissingPart with the name of the first setting that is not there. */
export const sharedSettings = (config: Config): { readonly databaseUrl: string; readonly masterKey: string } => {
  needed(config, "TEMPORAL_ADDRESS");
  return { databaseUrl: needed(config, "DATABASE_URL"), masterKey: needed(config, "SKALIG_MASTER_KEY") };
};

/** Whose application it is, and by which rules. @throws MissingPart where a file does not say what it must. */
export const ofMunicipality = (config: Config): { readonly municipality: Municipality; readonly packs: Packs } => {
  const municipality = readMunicipality(config.SKALIG_MUNICIPALITY);
  return { municipality, packs: readPacks(config.SKALIG_RULES, municipality.letters.name) };
};

/** What the application in one process works with. @throws MissingPart with the name of the first setting that is not there. */
export const requiredSettings = (config: Config): FromConfig => ({
  dataFolder: config.SKALIG_DATA,
  port: config.SKALIG_PORT,
  ...ofMunicipality(config),
  ...(config.SKALIG_MASTER_KEY !== undefined && { masterKey: config.SKALIG_MASTER_KEY }),
  ...(config.DATABASE_URL !== undefined && { databaseUrl: config.DATABASE_URL }),
  ...(config.TEMPORAL_ADDRESS !== undefined && { temporalAddress: config.TEMPORAL_ADDRESS }),
  ...apiSettings(config),
  ...workerSettings(config),
});
