import { Command, CommanderError } from "commander";
import { exitCodes, type ExitCode } from "./exit-codes.js";
import { refuse } from "./input-error.js";
import { withSharedOptions, type SharedOptions } from "./options.js";
import type { WhatIfAsked } from "./commands/rules-what-if.js";
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

type Adding = {
  readonly add: (parent: Command, usage: string, description: string) => Command;
  readonly terminal: Terminal;
  readonly ends: (result: Promise<ExitCode>) => Promise<void>;
};

/** Who may sign in: the sign-in service says who somebody is, and this what they may do. */
const addStaff = (program: Command, { add, terminal, ends }: Adding): void => {
  const staff = program.command("staff").description("vilka som får logga in, och som vad");
  add(staff, "list", "visa alla och deras roller").action(async (options: SharedOptions) => {
    const { staffList } = await import("./commands/staff.js");
    await ends(staffList(terminal, options));
  });
  type Described = SharedOptions & { readonly name: string; readonly unit: string; readonly title?: string };
  add(staff, "add <person>", "registrera någon med det namn som inloggningen ger dem")
    .requiredOption("--name <namn>", "namnet som visas")
    .requiredOption("--unit <enhet>", "enheten")
    .option("--title <titel>", "vad de kallas i brev; annars rollens namn")
    .action(async (subject: string, { name, unit, title, ...options }: Described) => {
      const { staffChange } = await import("./commands/staff.js");
      const change = { to: "registered", subject, name, unit, ...(title !== undefined && { title }) } as const;
      await ends(staffChange(terminal, { ...options, change }));
    });
  for (const [verb, to, description] of [
    ["grant", "granted", "ge en roll: caseworker, team-lead, administrator eller auditor"],
    ["revoke", "removed", "ta bort en roll"],
  ] as const)
    add(staff, `${verb} <person> <roll>`, description).action(
      async (subject: string, role: string, options: SharedOptions) => {
        const { roleFrom, staffChange } = await import("./commands/staff.js");
        await ends(staffChange(terminal, { ...options, change: { to, subject, role: roleFrom(role) } }));
      },
    );
  for (const [verb, active, description] of [
    ["shut-out", false, "stäng av någon, vilka roller de än har"],
    ["let-in", true, "släpp in någon som är avstängd"],
  ] as const)
    add(staff, `${verb} <person>`, description).action(async (subject: string, options: SharedOptions) => {
      const { staffChange } = await import("./commands/staff.js");
      await ends(staffChange(terminal, { ...options, change: { to: "active", subject, active } }));
    });
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

  add(rules, "explain <fil>", "visa på svenska hur ett ärende är räknat, och vad som avgör; - läser stdin")
    .option("--overlay <fil>", "kommunens regelpaket; none ger bara nationell rätt")
    .action(async (file: string, options: SharedOptions & { readonly overlay?: string }) => {
      const { rulesExplain } = await import("./commands/rules-explain.js");
      await ends(rulesExplain(terminal, { ...options, file }));
    });

  type WhatIf = SharedOptions & Omit<WhatIfAsked, "file">;
  add(rules, "what-if <paket>", "visa vem ett regelpaket skulle beröra, och med hur många kronor")
    .option("--overlay <fil>", "kommunens regelpaket att jämföra med; none ger bara nationell rätt")
    .option("--cases <fil>", "ärenden att pröva på, JSON Lines; annars påhittade hushåll")
    .option("--households <antal>", "så många påhittade hushåll, 400 om inget sägs")
    .option("--months <antal>", "så många månader för vart och ett, 12 om inget sägs")
    .option("--seed <tal>", "samma tal ger samma hushåll; 1 om inget sägs")
    .option("--from <månad>", "första månaden; annars den då allt i paketet gäller")
    .option("--as-if-always", "pröva det nya i paketet som om det redan hade gällt, på månaderna före")
    .option("--csv <fil>", "skriv ärendena som blir annorlunda till en fil")
    .option("--reading <tolkning>", "vad varje val av en öppen tolkning skulle ge, med paketet på plats")
    .action(async (file: string, options: WhatIf) => {
      const { rulesWhatIf } = await import("./commands/rules-what-if.js");
      await ends(rulesWhatIf(terminal, { ...options, file }));
    });

  addStaff(program, { add, terminal, ends });

  add(
    rules,
    "check <paket>",
    "pröva ett regelpaket: luckor, motsägelser och spärrar, med ett hushåll som drabbas",
  ).action(async (file: string, options: SharedOptions) => {
    const { rulesCheck } = await import("./commands/rules-check.js");
    await ends(rulesCheck(terminal, { ...options, file }));
  });
  add(rules, "diff <före> <efter>", "visa vad två regelpaket säger olika, i ord och i kronor").action(
    async (before: string, after: string, options: SharedOptions) => {
      const { rulesDiff } = await import("./commands/rules-diff.js");
      await ends(rulesDiff(terminal, { ...options, before, after }));
    },
  );
  add(rules, "key <fil>", "gör ett nyckelpar att skriva under regelpaket med; raden till förtroendelistan skrivs ut")
    .requiredOption("--issuer <namn>", "utgivaren, som kommunen heter i sitt överlägg")
    .requiredOption("--from <dag>", "nyckelns första dag")
    .requiredOption("--to <dag>", "nyckelns sista dag")
    .action(async (file: string, options: { readonly issuer: string; readonly from: string; readonly to: string }) => {
      const { rulesKey } = await import("./commands/rules-key.js");
      await ends(rulesKey(terminal, { ...options, file }));
    });
  add(rules, "export <paket>", "skriv ett underskrivet regelpaket att lämna till en annan kommun")
    .requiredOption("--out <fil>", "filen; underskriften läggs i samma namn med .sig")
    .requiredOption("--key <fil>", "nyckelfilen från rules key")
    .requiredOption("--on <dag>", "dagen för underskriften")
    .option("--scenarios <fil>", "egna exempel (skalig.scenarios.v1)")
    .option("--history <fil>", "versionerna med vad var och en ändrade")
    .action(
      async (
        file: string,
        options: SharedOptions & {
          readonly out: string;
          readonly key: string;
          readonly on: string;
          readonly scenarios?: string;
          readonly history?: string;
        },
      ) => {
        const { rulesExport } = await import("./commands/rules-export.js");
        await ends(rulesExport(terminal, { ...options, file }));
      },
    );
  add(rules, "import <fil>", "pröva ett underskrivet regelpaket och visa varje skillnad mot det egna i kronor")
    .requiredOption("--trust <fil>", "förtroendelistan")
    .option("--overlay <fil>", "det egna överlägget")
    .option("--cases <fil>", "ärenden att pröva skillnaderna på, ett på varje rad")
    .option("--take <rad...>", "rader att ta med i förslaget, som costRules:rent")
    .option("--from <månad>", "från vilken månad de ska gälla")
    .option("--proposal <fil>", "var förslaget skrivs (annars filens namn med .forslag.json)")
    .option("--today <dag>", "dagens datum")
    .action(
      async (
        file: string,
        options: SharedOptions & {
          readonly trust: string;
          readonly overlay?: string;
          readonly cases?: string;
          readonly take?: readonly string[];
          readonly from?: string;
          readonly proposal?: string;
          readonly today?: string;
        },
      ) => {
        const { rulesImport } = await import("./commands/rules-import.js");
        await ends(rulesImport(terminal, { ...options, file }));
      },
    );

  const documents = program.command("documents").description("underlag");
  add(documents, "read <fil>", "läs ett underlag: fält, plats på sidan och säkerhet").action(
    async (file: string, options: SharedOptions) => {
      const { documentsRead } = await import("./commands/documents-read.js");
      await ends(documentsRead(terminal, { ...options, file }));
    },
  );
  return program;
};
