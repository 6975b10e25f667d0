import { MissingPart } from "./missing.js";
import { listSettings, settingsSchema, type Settings } from "./settings.js";

/** The settings, and the search path that programs are looked for on. */
export type Config = Settings & { readonly searchPath: string };

/**
 * Reads the environment: the only place that does. Called once, by whatever starts the program. An empty variable is
 * not set. In production every setting that is needed must be there: by the whole application, or by the `part` of it
 * that this process is, so that a part is not given the secrets of another.
 *
 * @throws MissingPart with every setting that is wrong or missing, by name; never with a value.
 */
export const readConfig = (
  environment: Readonly<Record<string, string | undefined>> = process.env,
  part?: "api" | "workers",
): Config => {
  const set = Object.entries(environment).filter(([, value]) => value !== undefined && value !== "");
  const parsed = settingsSchema.safeParse(Object.fromEntries(set));
  if (!parsed.success) throw wrong("fel form", [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))]);
  const settings = parsed.data;
  if (settings.SKALIG_MODE === "production") {
    const missing = listSettings().filter(
      ({ name, neededInProduction: by }) =>
        by !== undefined && (part === undefined || by === "all" || by === part) && !(name in settings),
    );
    if (missing.length > 0)
      throw wrong(
        "saknas",
        missing.map(({ name }) => name),
      );
  }
  return { ...settings, searchPath: environment["PATH"] ?? "" };
};

const wrong = (what: string, names: readonly string[]): MissingPart =>
  new MissingPart(
    `Inställningar med fel (${what}): ${names.join(", ")}.`,
    "Rätta dem; npm run skalig -- doctor visar vad var och en är till för.",
  );
