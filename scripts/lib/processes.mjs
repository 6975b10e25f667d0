import { spawn } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** How much of a program's output is kept to explain a failure. */
const tailBytes = 8_000;

/**
 * Runs a program without a shell and without input, keeping the end of its output.
 * The whole process group ends with the signal, so that a stopped build leaves nothing behind.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, signal?: AbortSignal, timeoutMs?: number, keepAll?: boolean }} [options]
 * @returns {Promise<{ code: number, stdout: string, output: string }>} code 127 where the program could not be started
 */
export const run = (command, args, { cwd, env, signal, timeoutMs, keepAll = false } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    const kept = keepAll ? Infinity : tailBytes;
    let stdout = "";
    let output = "";
    const stop = () => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      } catch {
        // The group has already ended.
      }
    };
    const timer = timeoutMs === undefined ? undefined : setTimeout(stop, timeoutMs);
    signal?.addEventListener("abort", stop, { once: true });
    const finish = (/** @type {number} */ code) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
      resolve({ code, stdout, output });
    };
    child.stdout.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
      stdout = (stdout + text).slice(-kept);
      output = (output + text).slice(-kept);
    });
    child.stderr.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
      output = (output + text).slice(-kept);
    });
    child.once("error", (error) => {
      output += error.message;
      finish(127);
    });
    child.once("close", (code) => finish(code ?? 1));
    if (signal?.aborted) stop();
  });

/**
 * Whether a path is a file this user may execute.
 * @param {string} path
 */
export const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
};

/**
 * The first executable of that name on PATH.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined}
 */
export const findOnPath = (name, env) =>
  (env["PATH"] ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => join(folder, name))
    .find(isExecutable);

/**
 * The last lines of some output, on one line, to explain a failure.
 * @param {string} output
 */
export const lastLines = (output) =>
  output
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .slice(-3)
    .join(" · ");
