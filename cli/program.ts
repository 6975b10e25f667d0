import { Command, CommanderError } from "commander";
import { exitCodes, type ExitCode } from "./exit-codes.js";
import { refuse } from "./input-error.js";
import { withSharedOptions, type SharedOptions } from "./options.js";
import type { Terminal } from "./terminal.js";

/**
 * Runs one command and answers with its exit code. Wrong arguments are input refused; help is a result.
 *
 * @throws InputRefused, MissingPart and faults, which the caller turns into exit codes.
 */
export const runCommand = async (args: readonly string[], terminal: Terminal): Promise<ExitCode> => {
  let exitCode: ExitCode = exitCodes.ok;
  const program = commandTree(terminal, async (result) => {
    exitCode = await result;
  });
  let help = "";
  eachCommand(program, (command) =>
    command.exitOverride().configureOutput({ writeOut: (text) => (help += text), writeErr: () => undefined }),
  );
  try {
    await program.parseAsync([...args], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.help") throw refuse("", "command-missing", "Ange ett kommando. --help visar dem.");
    if (error.exitCode !== 0) throw refuse("", kebab(error.code), error.message.replace(/^error: /, ""));
  }
  if (help !== "") await terminal.out(help);
  return exitCode;
};

const kebab = (code: string): string =>
  code.replace("commander.", "").replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const eachCommand = (command: Command, change: (command: Command) => void): void => {
  change(command);
  for (const child of command.commands) eachCommand(child, change);
};

/** Every command of the program. `ends` is handed what a command comes to. Only the command that runs is loaded. */
const commandTree = (terminal: Terminal, ends: (result: Promise<ExitCode>) => Promise<void>): Command => {
  const program = new Command("skalig")
    .description("Försörjningsstöd med robotar som visar allt de gör. En människa beslutar.")
    .helpCommand(false);
  const add = (parent: Command, usage: string, description: string): Command =>
    withSharedOptions(parent.command(usage).description(description));

  // The set-up script takes this one before the command line is reached.
  program.command("start").description("starta programmet, som npm start");

  add(program, "doctor", "visa vad som finns och saknas på datorn").action(async (options: SharedOptions) => {
    const { doctor } = await import("./commands/doctor.js");
    await ends(doctor(terminal, options));
  });

  const cases = program.command("case").description("ärenden");
  add(cases, "show <ärende>", "visa ett ärende: beräkning, beslut och logg").action(
    async (reference: string, options: SharedOptions) => {
      const { caseShow } = await import("./commands/case-show.js");
      await ends(caseShow(terminal, { ...options, reference }));
    },
  );

  const audit = program.command("audit").description("loggen");
  add(audit, "verify [fil]", "pröva datamappens logg, eller en exporterad fil (- för stdin)")
    .option("--checkpoint <fil>", "pröva också mot slutvärdet av en tidigare export")
    .action(async (file: string | undefined, options: SharedOptions & { readonly checkpoint?: string }) => {
      const { auditVerify } = await import("./commands/audit-verify.js");
      await ends(auditVerify(terminal, { ...options, ...(file === undefined ? {} : { file }) }));
    });
  add(audit, "export <fil>", "skriv loggen som JSON Lines, utan personuppgifter").action(
    async (file: string, options: SharedOptions) => {
      const { auditExport } = await import("./commands/audit-export.js");
      await ends(auditExport(terminal, { ...options, file }));
    },
  );

  const portals = program.command("portals").description("robotarnas arbete mot andra system");
  add(portals, "list", "visa hur arbetet står mot varje system").action(async (options: SharedOptions) => {
    const { portalsList } = await import("./commands/portals.js");
    await ends(portalsList(terminal, options));
  });
  for (const [name, to, description] of [
    ["pause", "paused", "stoppa arbetet mot ett system"],
    ["resume", "working", "låt arbetet mot ett system fortsätta"],
  ] as const)
    add(portals, `${name} <system>`, description).action(async (portal: string, options: SharedOptions) => {
      const { portalsChange } = await import("./commands/portals.js");
      await ends(portalsChange(terminal, { ...options, portal, to }));
    });

  for (const [name, description] of [
    ["api", "kör konsolen och dess gränssnitt som en egen process"],
    ["workers", "kör robotarna och stegen som en egen process"],
  ] as const) {
    const command = program
      .command(name)
      .description(`${description}; allt ställs in i miljön`)
      .option("--month <månad>", "bidragsmånaden, 2025-11 (annars den som det är dags för)");
    command.option("--today <dag>", "dagen i den simulerade kommunen; bara i demo");
    if (name === "workers") command.option("--queues <köer>", "bara dessa köer, med komma emellan");
    command.action(async (options: { readonly month?: string; readonly today?: string; readonly queues?: string }) => {
      const { serveAlone } = await import("./commands/serve-alone.js");
      await ends(serveAlone(terminal, { ...options, part: name }));
    });
  }

  const rules = program.command("rules").description("regelverket");
  add(rules, "assess <fil>", "räkna ett ärende och skriv kvittot; - läser stdin, JSON Lines ger en rad för varje")
    .option("--overlay <fil>", "kommunens regelpaket; none ger bara nationell rätt")
    .action(async (file: string, options: { readonly overlay?: string }) => {
      const { rulesAssess } = await import("./commands/rules-assess.js");
      await ends(rulesAssess(terminal, { ...options, file }));
    });

  const documents = program.command("documents").description("underlag");
  add(documents, "read <fil>", "läs ett underlag: fält, plats på sidan och säkerhet").action(
    async (file: string, options: SharedOptions) => {
      const { documentsRead } = await import("./commands/documents-read.js");
      await ends(documentsRead(terminal, { ...options, file }));
    },
  );
  return program;
};
