import { spawn } from "node:child_process";
import { documentRefusals, type DocumentRefusal } from "../../contracts/document-reading.js";
import { Fault } from "../../contracts/faults.js";
import { childProgram } from "./child-program.js";
import { decodeFrame, encodeFrame, type Frame } from "./frame.js";

/** What one isolated run may cost. Whatever a stranger's file does, it does it to its own process, within this. */
export type Limits = {
  readonly cpuSeconds: number;
  readonly wallMs: number;
  readonly memoryMiB: number;
  readonly answerMiB: number;
};

/** The work that is done on strangers' bytes, each in a process of its own. */
export type IsolatedTask = "inspect" | "recognise" | "draw" | "bundle";

/**
 * In there no file is written and no program is started. Node's own door, under its name in this version: it holds
 * script, not a broken native library, and keeps no one from the network; that is for the machine's own fences.
 */
const readingOnly: readonly string[] = [
  process.allowedNodeEnvironmentFlags.has("--permission") ? "--permission" : "--experimental-permission",
  "--allow-fs-read=*",
  "--allow-worker",
  "--allow-addons",
];

const nodeArguments = (program: string, task: IsolatedTask, limits: Limits): string[] => [
  `--max-old-space-size=${String(limits.memoryMiB)}`,
  "--disable-proto=delete",
  ...readingOnly,
  program,
  task,
  String(limits.memoryMiB),
];

/** Where there is a POSIX shell, the kernel holds the processor limit too, and no core is dumped. */
const command = (args: string[], limits: Limits): readonly [string, string[]] => {
  if (process.platform === "win32") return [process.execPath, args];
  const shell = `ulimit -c 0; ulimit -t ${String(limits.cpuSeconds)}; exec "$0" "$@"`;
  return ["/bin/sh", ["-c", shell, process.execPath, ...args]];
};

const refusal = (code: DocumentRefusal, details: Readonly<Record<string, string | number>>): Fault =>
  new Fault("DocumentRefused", documentRefusals[code].title, { code, ...details });

/**
 * Runs one task on a stranger's bytes in a process of its own, without our environment, and returns its answer.
 * Throws `DocumentRefused` where the process did not come back with an answer: with the code
 * `limit-reached` where it was stopped, `unreadable` where it fell over.
 */
export const runIsolated = async (task: IsolatedTask, request: Frame, limits: Limits): Promise<Frame> => {
  const [file, args] = command(nodeArguments(await childProgram(), task, limits), limits);
  return new Promise((succeed, fail) => {
    const child = spawn(file, args, { stdio: ["pipe", "pipe", "ignore"], env: {}, windowsHide: true });
    const chunks: Buffer[] = [];
    let received = 0;
    const stopped: { by?: string } = {};
    const stop = (limit: string): void => {
      stopped.by ??= limit;
      child.kill("SIGKILL");
    };
    const timer = setTimeout(() => {
      stop("wall-clock");
    }, limits.wallMs);
    child.stdout.on("data", (chunk: Buffer) => {
      received += chunk.length;
      if (received > limits.answerMiB * 1024 * 1024) stop("answer");
      else chunks.push(chunk);
    });
    child.on("error", (error) => {
      clearTimeout(timer);
      fail(error);
    });
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      const limit = stopped.by ?? signal;
      if (limit !== null) {
        fail(refusal("limit-reached", { task, limit }));
        return;
      }
      try {
        succeed(decodeFrame(Buffer.concat(chunks)));
      } catch {
        // It fell over on the file, or said something that is no answer. What it printed may hold personal data and was dropped.
        fail(refusal("unreadable", { task, exitCode: code ?? -1 }));
      }
    });
    // A child that dies early closes its end of the pipe; the "close" event above tells what came of it.
    child.stdin.on("error", () => undefined);
    child.stdin.end(encodeFrame(request));
  });
};
