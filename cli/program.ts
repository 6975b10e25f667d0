import { Command, CommanderError } from "commander";
import { doctor } from "./commands/doctor.js";
import { rulesAssess } from "./commands/rules-assess.js";
import { exitCodes, type ExitCode } from "./exit-codes.js";
import { refuse } from "./input-error.js";
import { defaultDataFolder, type SharedOptions } from "./options.js";
import type { Terminal } from "./terminal.js";

const dataOption = ["--data <mapp>", "datamapp", defaultDataFolder] as const;
const jsonOption = ["--json", "skriv bara JSON på stdout", false] as const;

/**
 * Runs one command and answers with its exit code. Wrong arguments are input refused; help is a result.
 *
 * @throws InputRefused, MissingPart and faults, which the caller turns into exit codes.
 */
export const runCommand = async (args: readonly string[], terminal: Terminal): Promise<ExitCode> => {
  let exitCode: ExitCode = exitCodes.ok;
  const ends = async (result: Promise<ExitCode>): Promise<void> => {
    exitCode = await result;
  };
  let help = "";
  const program = new Command("skalig")
    .description("Försörjningsstöd med robotar som visar allt de gör. En människa beslutar.")
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: (text) => (help += text), writeErr: () => undefined });

  program
    .command("start")
    .description("starta programmet: samma sak som npm start")
    .allowUnknownOption()
    .action(() => {
      throw refuse("start", "run-by-script", "Starta med npm start eller npx skalig start.");
    });
  program
    .command("doctor")
    .description("visa vad som finns och saknas på datorn")
    .option(...dataOption)
    .option(...jsonOption)
    .action((options: SharedOptions) => ends(doctor(terminal, options)));

  const rules = program.command("rules").description("regelverket");
  rules
    .command("assess <fil>")
    .description("räkna ett ärende och skriv kvittot; - läser från stdin, JSON Lines ger en rad för varje")
    .option("--overlay <fil>", "kommunens regelpaket; none ger bara nationell rätt")
    .action((file: string, options: { readonly overlay?: string }) =>
      ends(rulesAssess(terminal, { file, ...options })),
    );

  try {
    await program.parseAsync([...args], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0 && args.length > 0)
      throw refuse("", error.code.replace("commander.", ""), error.message.replace(/^error: /, ""));
  }
  if (help !== "") await terminal.out(help);
  return exitCode;
};
