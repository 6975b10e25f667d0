import { z } from "zod";
import { logLevels } from "./logger.js";

/** What a setting is for, in both languages, and how it is to be treated. */
export type SettingEntry = {
  readonly sv: string;
  readonly en: string;
  readonly secret?: true;
  /** Outside the simulated municipality the program stops without it: every process, or the api's or workers' alone. */
  readonly neededInProduction?: "all" | "api" | "workers";
};

const entries = z.registry<SettingEntry>();
const needed = { neededInProduction: "all" } as const;
const neededByApi = { neededInProduction: "api" } as const;
const neededByWorkers = { neededInProduction: "workers" } as const;
const secret = { secret: true } as const;

const text = () => z.string().min(1).exactOptional();
const webAddress = () => z.url({ protocol: /^https?$/ }).exactOptional();

/** Where a portal is. */
const portalAddress = (sv: string, en: string) =>
  webAddress().register(entries, { sv: `Adress till ${sv}.`, en: `Address of ${en}.`, ...neededByWorkers });
/** The bot's own service account in a portal: one for each, never a person's. */
const portalUser = (sv: string, en: string) =>
  text().register(entries, { sv: `Robotens konto i ${sv}.`, en: `The bot's account in ${en}.`, ...neededByWorkers });
/** What the bot signs in with. */
const portalPassword = (sv: string, en: string) =>
  text().register(entries, {
    sv: `Robotens lösenord i ${sv}.`,
    en: `The bot's password in ${en}.`,
    ...neededByWorkers,
    ...secret,
  });

/** What a service knows us by, where it is no page that a bot signs in to. */
const serviceToken = (sv: string, en: string) =>
  text().register(entries, { sv: `Nyckeln till ${sv}.`, en: `The token for ${en}.`, ...needed, ...secret });

const eService = ["e-tjänsten", "the e-service"] as const;
const agencies = ["den sammansatta frågan", "the composite query"] as const;
const register = ["folkbokföringen", "the population register"] as const;
const mailbox = ["den digitala brevlådan", "the digital mailbox"] as const;
const printQueue = ["tryckeriet som skriver ut och postar brev", "the print works that post letters"] as const;
const bank = ["bankens mottagning av betalningsfiler", "the bank's reception of payment files"] as const;
const caseSystem = ["verksamhetssystemet", "the case system"] as const;

/** Every setting of the program, with its form and its default. */
export const settingsSchema = z.object({
  SKALIG_MODE: z.enum(["demo", "production"]).default("demo").register(entries, {
    sv: "demo: den simulerade kommunen på den egna datorn. production: riktiga system.",
    en: "demo: the simulated municipality on this machine. production: real systems.",
  }),
  SKALIG_DATA: z.string().min(1).default(".skalig").register(entries, { sv: "Datamappen.", en: "The data folder." }),
  SKALIG_PORT: z.coerce.number().int().min(0).max(65_535).default(4600).register(entries, {
    sv: "Konsolens port. Är den upptagen tas nästa lediga.",
    en: "The console's port. The next free one is taken where it is in use.",
  }),
  SKALIG_HOST: z.string().min(1).default("127.0.0.1").register(entries, {
    sv: "Adressen som konsolen lyssnar på när den är en egen process, bakom kommunens proxy.",
    en: "The address the console listens on as a process of its own, behind the municipality's proxy.",
  }),
  SKALIG_WORKERS_PORT: z.coerce.number().int().min(0).max(65_535).default(4690).register(entries, {
    sv: "Porten på den egna datorn där arbetarna svarar på /health och /metrics.",
    en: "The port on the machine itself where the workers answer /health and /metrics.",
  }),
  SKALIG_LOG_LEVEL: z.enum(logLevels).default("warn").register(entries, {
    sv: "Hur mycket den tekniska loggen skriver.",
    en: "How much the technical log writes.",
  }),
  SKALIG_MUNICIPALITY: text().register(entries, {
    sv: "Fil (JSON) med kommunens namn och vad som står om den i brev. Saknas den är det den påhittade kommunen.",
    en: "File (JSON) with the municipality's name and what letters say of it. Without it: the invented municipality.",
    ...needed,
  }),
  SKALIG_RULES: text().register(entries, {
    sv: "Fil (JSON) med kommunens eget regelpaket. Saknas den är det den påhittade kommunens.",
    en: "File (JSON) with the municipality's own rule pack. Without it: the invented municipality's.",
    ...needed,
  }),
  SKALIG_PUBLIC_URL: webAddress().register(entries, {
    sv: "Konsolens adress, som inloggningen leder tillbaka till.",
    en: "The console's address, to which the sign-in leads back.",
    ...neededByApi,
  }),
  SKALIG_MASTER_KEY: text().register(entries, {
    sv: "Huvudnyckeln, 32 byte i base64. Saknas den används keys/master.key i datamappen.",
    en: "The master key, 32 bytes in base64. Without it, keys/master.key in the data folder is used.",
    ...needed,
    ...secret,
  }),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .exactOptional()
    .register(entries, {
      sv: "PostgreSQL 15 eller nyare. Saknas den används en inbyggd databas i datamappen.",
      en: "PostgreSQL 15 or newer. Without it, an embedded database in the data folder is used.",
      ...needed,
      ...secret,
    }),
  TEMPORAL_ADDRESS: text().register(entries, {
    sv: "En Temporal-server som redan kör. Övriga TEMPORAL_-variabler läses som Temporal beskriver dem.",
    en: "A Temporal server that runs already. Other TEMPORAL_ variables are read as Temporal documents them.",
    ...needed,
  }),
  TEMPORAL_CLI_PATH: text().register(entries, {
    sv: "Programmet temporal, när servern startas av Skälig.",
    en: "The temporal program, where the server is started by Skälig.",
  }),
  CHROMIUM_PATH: text().register(entries, {
    sv: "Webbläsaren som robotarna använder.",
    en: "The browser that the bots use.",
  }),
  SKALIG_PORTAL_FAILURES: z.coerce.number().int().min(1).max(100).default(5).register(entries, {
    sv: "Så många läsningar i rad utan svar gör att ett systems kö vilar.",
    en: "So many readings in a row without an answer make a system's queue rest.",
  }),
  SKALIG_PORTAL_REST_SECONDS: z.coerce.number().int().min(1).max(900).default(60).register(entries, {
    sv: "Så länge vilar kön först, innan en läsning prövar igen. Varje vila därefter är dubbelt så lång, högst 15 minuter.",
    en: "So long the queue rests at first, before one reading tries again. Each rest after it is twice as long, at most 15 minutes.",
  }),
  SKALIG_INBOX_MINUTES: z.coerce.number().int().min(1).max(1440).default(10).register(entries, {
    sv: "Så ofta läses e-tjänstens inkorg.",
    en: "So often the e-service's inbox is read.",
  }),
  SKALIG_CACHE_DIR: text().register(entries, {
    sv: "Där installationen lägger den Temporal-server som den bygger. Annars användarens egen cache.",
    en: "Where the set-up puts the Temporal server that it builds. Otherwise the user's own cache.",
  }),
  SKALIG_OIDC_ISSUER: webAddress().register(entries, {
    sv: "Utfärdaren som personalen loggar in hos (OpenID Connect).",
    en: "The issuer that staff sign in with (OpenID Connect).",
    ...neededByApi,
  }),
  SKALIG_OIDC_CLIENT_ID: text().register(entries, {
    sv: "Klientens id hos utfärdaren.",
    en: "The client's id with the issuer.",
    ...neededByApi,
  }),
  SKALIG_OIDC_CLIENT_SECRET: text().register(entries, {
    sv: "Klientens hemlighet hos utfärdaren.",
    en: "The client's secret with the issuer.",
    ...neededByApi,
    ...secret,
  }),
  SKALIG_E_SERVICE_URL: portalAddress(...eService),
  SKALIG_E_SERVICE_USER: portalUser(...eService),
  SKALIG_E_SERVICE_PASSWORD: portalPassword(...eService),
  SKALIG_AGENCIES_URL: portalAddress(...agencies),
  SKALIG_AGENCIES_USER: portalUser(...agencies),
  SKALIG_AGENCIES_PASSWORD: portalPassword(...agencies),
  SKALIG_REGISTER_URL: portalAddress(...register),
  SKALIG_REGISTER_USER: portalUser(...register),
  SKALIG_REGISTER_PASSWORD: portalPassword(...register),
  SKALIG_CASE_SYSTEM_URL: portalAddress(...caseSystem),
  SKALIG_CASE_SYSTEM_USER: portalUser(...caseSystem),
  SKALIG_CASE_SYSTEM_PASSWORD: portalPassword(...caseSystem),
  SKALIG_MAILBOX_URL: portalAddress(...mailbox),
  SKALIG_MAILBOX_TOKEN: serviceToken(...mailbox),
  SKALIG_PRINT_QUEUE_URL: portalAddress(...printQueue),
  SKALIG_PRINT_QUEUE_TOKEN: serviceToken(...printQueue),
  SKALIG_BANK_URL: portalAddress(...bank),
  SKALIG_BANK_TOKEN: serviceToken(...bank),
});

/** The settings as they were read. An absent key is not set. */
export type Settings = z.output<typeof settingsSchema>;
/** Name of a setting. */
export type SettingName = keyof Settings;

/** What holds where a setting is not set. */
const defaultOf = (schema: z.ZodType): string | undefined => {
  const unset = schema.safeParse(undefined);
  return unset.success && (typeof unset.data === "string" || typeof unset.data === "number")
    ? String(unset.data)
    : undefined;
};

/** Every setting with what it is for: printed by `doctor` and in the documentation. */
export const listSettings = (): readonly (SettingEntry & { readonly name: string; readonly unset?: string })[] =>
  Object.entries(settingsSchema.shape).map(([name, schema]) => {
    const entry = entries.get(schema);
    if (entry === undefined) throw new Error(`The setting ${name} is not described.`);
    const unset = defaultOf(schema);
    return { name, ...entry, ...(unset !== undefined && { unset }) };
  });
