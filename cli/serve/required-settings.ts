import type { Config } from "../../platform/config.js";
import { MissingPart } from "../../platform/missing.js";
import type { SettingName } from "../../platform/settings.js";
import type { PortalSettings } from "../../workers/portals.js";
import type { ApplicationSettings } from "./application.js";

type FromConfig = Omit<ApplicationSettings, "consoleDir" | "month" | "today" | "staff" | "logger">;

/**
 * The settings that the application cannot do without, in its own words.
 *
 * @throws MissingPart with the name of the first that is not set.
 */
export const requiredSettings = (config: Config): FromConfig => {
  const needed = (name: SettingName): string => {
    const value = config[name];
    if (typeof value === "string") return value;
    throw new MissingPart(`Inställningen ${name} saknas.`, "npm run skalig -- doctor visar vad den är till för.");
  };
  const portal = (name: "E_SERVICE" | "AGENCIES" | "REGISTER" | "CASE_SYSTEM"): PortalSettings => ({
    baseUrl: needed(`SKALIG_${name}_URL`),
    credentials: { userName: needed(`SKALIG_${name}_USER`), password: needed(`SKALIG_${name}_PASSWORD`) },
  });
  return {
    dataFolder: config.SKALIG_DATA,
    port: config.SKALIG_PORT,
    publicUrl: needed("SKALIG_PUBLIC_URL"),
    ...(config.SKALIG_MASTER_KEY !== undefined && { masterKey: config.SKALIG_MASTER_KEY }),
    ...(config.DATABASE_URL !== undefined && { databaseUrl: config.DATABASE_URL }),
    ...(config.TEMPORAL_ADDRESS !== undefined && { temporalAddress: config.TEMPORAL_ADDRESS }),
    portals: {
      eService: portal("E_SERVICE"),
      agencies: portal("AGENCIES"),
      register: portal("REGISTER"),
      caseSystem: portal("CASE_SYSTEM"),
      searchPath: config.searchPath,
      ...(config.CHROMIUM_PATH !== undefined && { chromiumPath: config.CHROMIUM_PATH }),
    },
    breaker: {
      failuresBeforeRest: config.SKALIG_PORTAL_FAILURES,
      restMs: config.SKALIG_PORTAL_REST_SECONDS * 1000,
    },
    inboxEveryMs: config.SKALIG_INBOX_MINUTES * 60_000,
    oidc: {
      issuer: needed("SKALIG_OIDC_ISSUER"),
      clientId: needed("SKALIG_OIDC_CLIENT_ID"),
      clientSecret: needed("SKALIG_OIDC_CLIENT_SECRET"),
    },
  };
};
