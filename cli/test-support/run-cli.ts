import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const mainFile = fileURLToPath(new URL("../main.ts", import.meta.url));

/** What a command did: what it wrote on each stream, and how it ended. */
export type CliResult = { readonly exitCode: number; readonly stdout: string; readonly stderr: string };

/** Runs the command line as a process of its own, as a user would. */
export const runCli = (
  args: readonly string[],
  {
    input = "",
    env = {},
    reads = true,
  }: {
    readonly input?: string;
    readonly env?: Readonly<Record<string, string>>;
    /** False: whoever reads the results has gone before there are any, as with `| head`. */
    readonly reads?: boolean;
  } = {},
): Promise<CliResult> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", mainFile, ...args], { env: { ...process.env, ...env } });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    if (!reads) child.stdout.destroy();
    child.once("error", reject);
    child.once("close", (code) => resolve({ exitCode: code ?? -1, stdout, stderr }));
    child.stdin.end(input);
  });
