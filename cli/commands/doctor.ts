import { spawn } from "node:child_process";
import { statfs } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { readConfig } from "../../platform/config.js";
import { MissingPart } from "../../platform/missing.js";
import { listSettings } from "../../platform/settings.js";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import type { SharedOptions } from "../options.js";
import type { Terminal } from "../terminal.js";

/** What was seen of one part of the machine: what was found, or what is missing and how to get it. */
const partSeenSchema = z.strictObject({ part: z.string(), ok: z.boolean(), detail: z.string() });
type PartSeen = z.output<typeof partSeenSchema>;

const setupScript = fileURLToPath(new URL("../../scripts/setup.mjs", import.meta.url));
/** A month with its evidence takes well under this; the embedded database alone takes about 40 MB. */
const leastFreeMiB = 2048;

/** The parts that only the tests need. Their absence is told, but does not fail the check. */
const onlyForTests = new Set(["PostgreSQL"]);

const inspectMachine = (): Promise<PartSeen[]> =>
  new Promise((settle, reject) => {
    // The set-up runs on a fresh clone, in plain JavaScript; asking it means that it and this command never disagree.
    const child = spawn(process.execPath, [setupScript, "--check", "--json"], { stdio: ["ignore", "pipe", "inherit"] });
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    child.once("error", reject);
    child.once("close", () => {
      const parsed = z.array(partSeenSchema).safeParse(JSON.parse(text === "" ? "null" : text));
      if (parsed.success) settle(parsed.data);
      else reject(new Error("The set-up did not answer with a list of parts."));
    });
  });

const existingFolder = async (path: string): Promise<{ bavail: number; bsize: number }> => {
  try {
    return await statfs(path);
  } catch (error) {
    if (dirname(path) === path) throw error;
    return existingFolder(dirname(path));
  }
};

const inspectDisk = async (dataFolder: string): Promise<PartSeen> => {
  const { bavail, bsize } = await existingFolder(resolve(dataFolder));
  const freeMiB = Math.floor((bavail * bsize) / 2 ** 20);
  return {
    part: "disk",
    ok: freeMiB >= leastFreeMiB,
    detail: `${String(freeMiB)} MiB ledigt, minst ${String(leastFreeMiB)} behövs`,
  };
};

const inspectSettings = (): PartSeen => {
  try {
    const { SKALIG_MODE: mode } = readConfig();
    return { part: "inställningar", ok: true, detail: mode };
  } catch (error) {
    if (!(error instanceof MissingPart)) throw error;
    return { part: "inställningar", ok: false, detail: error.message };
  }
};

/** Every setting with what it is for and whether it is set; never its value. */
const settingsSeen = () =>
  listSettings().map(({ name, sv, en }) => ({ name, set: (process.env[name] ?? "") !== "", sv, en }));

/**
 * `skalig doctor`: says of each part whether it is there, and how to get it where it is not. Installs nothing.
 * Exit code 3 where the application could not start.
 */
export const doctor = async (terminal: Terminal, { data, json }: SharedOptions): Promise<ExitCode> => {
  const seen = [
    ...(await inspectMachine()),
    await inspectDisk(data ?? process.env["SKALIG_DATA"] ?? "."),
    inspectSettings(),
  ];
  const ok = seen.every((part) => part.ok || onlyForTests.has(part.part));
  if (json) {
    await terminal.out(`${JSON.stringify({ ok, parts: seen, settings: settingsSeen() })}\n`);
    return ok ? exitCodes.ok : exitCodes.missing;
  }
  for (const { part, ok: found, detail } of seen)
    await terminal.out(`${found ? "✓" : "✗"} ${part}${detail === "" ? "" : `: ${detail}`}\n`);
  await terminal.out("\nInställningar (miljövariabler):\n");
  for (const { name, set, sv } of settingsSeen()) await terminal.out(`${set ? "✓" : " "} ${name}  ${sv}\n`);
  return ok ? exitCodes.ok : exitCodes.missing;
};
