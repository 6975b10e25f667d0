import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { startIdentityProvider } from "../../simulators/identity-provider/start.js";
import { simulatorLogins } from "../../simulators/logins.js";
import { startMunicipality, type MunicipalityOptions } from "../../simulators/municipality.js";
import { startOutwardServices } from "../../simulators/outward.js";
import { createUnwinding } from "../serve/unwinding.js";

/** The simulated municipality with its sign-in, and the environment that leads the application to them. */
export type Simulation = {
  readonly environment: Readonly<Record<string, string>>;
  readonly controlUrl: string;
  readonly close: () => Promise<void>;
};

/** Starts every simulated system and the development provider of sign-in, all on loopback. */
export const startSimulation = async (options: {
  readonly dataFolder: string;
  readonly households: MunicipalityOptions["households"];
  readonly today: string;
  readonly publicUrl: string;
}): Promise<Simulation> => {
  const unwinding = createUnwinding();
  const dataDir = join(options.dataFolder, "simulated");
  const { eService, agencies, register, caseSystem } = simulatorLogins;
  const client = {
    clientId: "skalig",
    clientSecret: randomBytes(24).toString("base64url"),
    redirectUri: new URL("/api/sign-in/callback", options.publicUrl).href,
  };
  try {
    const { urls, close } = await startMunicipality({ dataDir, households: options.households, today: options.today });
    unwinding.add(close);
    const outward = await startOutwardServices({ dataDir, households: options.households });
    unwinding.add(outward.close);
    const provider = await startIdentityProvider({ dataDir, client });
    unwinding.add(provider.close);
    return {
      controlUrl: urls.control,
      environment: {
        SKALIG_MODE: "demo",
        SKALIG_PUBLIC_URL: options.publicUrl,
        ...portal("E_SERVICE", urls.eService, { user: eService.user, password: eService.password }),
        ...portal("AGENCIES", urls.agencies, { user: agencies.user, password: agencies.oneTimeCode }),
        ...portal("REGISTER", urls.register, { user: register.user, password: register.password }),
        ...portal("CASE_SYSTEM", urls.caseSystem, { user: caseSystem.sign, password: caseSystem.password }),
        ...service("MAILBOX", outward.urls.mailbox, simulatorLogins.mailbox),
        ...service("PRINT_QUEUE", outward.urls.printQueue, simulatorLogins.printQueue),
        ...service("BANK", outward.urls.bank, simulatorLogins.bank),
        SKALIG_OIDC_ISSUER: provider.issuer,
        SKALIG_OIDC_CLIENT_ID: client.clientId,
        SKALIG_OIDC_CLIENT_SECRET: client.clientSecret,
      },
      close: unwinding.unwind,
    };
  } catch (error) {
    await unwinding.unwind();
    throw error;
  }
};

const service = (name: string, url: string, { token }: { readonly token: string }): Record<string, string> => ({
  [`SKALIG_${name}_URL`]: url,
  [`SKALIG_${name}_TOKEN`]: token,
});

const portal = (
  name: string,
  url: string,
  { user, password }: { readonly user: string; readonly password: string },
): Record<string, string> => ({
  [`SKALIG_${name}_URL`]: url,
  [`SKALIG_${name}_USER`]: user,
  [`SKALIG_${name}_PASSWORD`]: password,
});
