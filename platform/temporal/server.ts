import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, Socket } from "node:net";
import { dirname } from "node:path";
import { Connection } from "@temporalio/client";
import { msToTs } from "@temporalio/common/lib/time.js";
import { z } from "zod";
import { Fault } from "../../contracts/faults.js";
import { takeLock } from "../lock.js";
import { processStart } from "../process-identity.js";
import { freePort } from "../free-port.js";
import { until } from "../until.js";

const host = "127.0.0.1";
const startTimeoutMs = 30_000;
/** The server flushes and closes its database when asked to stop; killed after this. */
const stopTimeoutMs = 10_000;
/** How long ended workflows are kept: an ended case's id must go on refusing to start anew. */
const retention = msToTs("400 days");

/** A server we have started. */
export type TemporalServer = {
  readonly address: string;
  readonly pid: number;
  /** Resolves when the process has ended, whoever ended it. */
  readonly exited: Promise<void>;
  readonly stop: () => Promise<void>;
};

/** The program, the database file (made if missing, kept between starts) and, if need be, a port. */
export type TemporalServerOptions = { readonly executable: string; readonly dbFile: string; readonly port?: number };

/**
 * Starts a real Temporal server on this machine, with its data in one file. Tuned for one machine: write-ahead log,
 * sync at checkpoints, eager activities. A server left behind on the same file by a killed process is stopped first.
 *
 * @throws Fault `InvariantBroken` where it does not answer in time; its log lies beside the database. DataFolderLocked
 * where a living process has a server on the file: that one is in use, not left behind.
 */
export const startTemporalServer = async ({
  executable,
  dbFile,
  port,
}: TemporalServerOptions): Promise<TemporalServer> => {
  mkdirSync(dirname(dbFile), { recursive: true, mode: 0o700 });
  const lock = takeLock(`${dbFile}.locks`);
  try {
    await stopLeftBehind(dbFile);
    return await startAlone({ executable, dbFile, port: port ?? (await freePort()), onExit: lock.release });
  } catch (error) {
    lock.release();
    throw error;
  }
};

const startAlone = async ({
  executable,
  dbFile,
  port: chosenPort,
  onExit,
}: Required<TemporalServerOptions> & { readonly onExit: () => void }): Promise<TemporalServer> => {
  const address = `${host}:${String(chosenPort)}`;
  const child = launch({ executable, dbFile, port: chosenPort });
  const pid = await pidOf(child, executable);
  const exited = new Promise<void>((resolve) => {
    child.once("exit", () => {
      onExit();
      resolve();
    });
  });
  remember(dbFile, pid);
  const guard = guardOver(pid);
  void exited.then(() => guard?.kill("SIGKILL"));
  const stop = async (): Promise<void> => {
    await end(pid);
    await exited;
    rmSync(recordOf(dbFile), { force: true });
  };
  try {
    await ready(chosenPort, child);
    await keepHistory(address);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, pid, exited, stop };
};

const launch = ({ executable, dbFile, port }: Required<TemporalServerOptions>): ChildProcess => {
  // A file rather than a pipe: the server must not die of a broken pipe when we are killed.
  const log = openSync(`${dbFile}.log`, "a", 0o600);
  try {
    return spawn(executable, serverArguments({ dbFile, port }), {
      stdio: ["ignore", log, log],
      // Its own process group: Ctrl+C reaches us first, and the server is stopped after the workers.
      detached: true,
    });
  } finally {
    closeSync(log);
  }
};

/**
 * Ends the server when we are gone without having stopped it, killed or crashed: a shell that waits for the end of a pipe
 * which only we hold. In a session of its own, so that Ctrl+C does not reach it. Where there is no shell (Windows), a
 * server left behind is ended by the next start.
 */
const guardOver = (pid: number): ChildProcess | undefined => {
  if (process.platform === "win32") return undefined;
  const guard = spawn("/bin/sh", ["-c", 'read -r _; kill -TERM "$0"', String(pid)], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  // Without a shell the server is merely unguarded.
  guard.on("error", () => undefined);
  guard.unref();
  if (guard.stdin instanceof Socket) guard.stdin.unref();
  return guard;
};

const serverArguments = ({ dbFile, port }: { readonly dbFile: string; readonly port: number }): string[] => [
  ...["server", "start-dev", "--headless", "--ip", host, "--port", String(port), "--db-filename", dbFile],
  ...["--namespace", "default", "--log-level", "warn"],
  ...["--sqlite-pragma", "journal_mode=wal", "--sqlite-pragma", "synchronous=1"],
  ...["--dynamic-config-value", "system.enableActivityEagerExecution=true"],
];

const pidOf = async (child: ChildProcess, executable: string): Promise<number> => {
  if (child.pid !== undefined) return child.pid;
  const code = await new Promise<string>((resolve) => {
    child.once("error", (error) => {
      resolve("code" in error ? String(error.code) : error.name);
    });
  });
  throw new Fault("InvariantBroken", `The Temporal server could not be started: ${executable}`, { code });
};

const ready = async (port: number, child: ChildProcess): Promise<void> => {
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const settled = await until(async () => hasEnded() || (await accepts(port)), startTimeoutMs);
  if (!settled || hasEnded())
    throw new Fault("InvariantBroken", "The Temporal server did not start; its log lies beside its database.");
};

const accepts = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => {
      resolve(false);
    });
  });

/** Waits until the namespace is there, and lengthens how long it keeps ended workflows. */
const keepHistory = async (address: string): Promise<void> => {
  const connection = await Connection.connect({ address, connectTimeout: startTimeoutMs });
  try {
    await connection.workflowService.updateNamespace({
      namespace: "default",
      config: { workflowExecutionRetentionTtl: retention },
    });
  } finally {
    await connection.close();
  }
};

const recordOf = (dbFile: string): string => `${dbFile}.pid`;
const recordSchema = z.strictObject({ pid: z.int(), start: z.string() });

const remember = (dbFile: string, pid: number): void => {
  writeFileSync(recordOf(dbFile), JSON.stringify({ pid, start: processStart(pid) ?? "unknown" }), { mode: 0o600 });
};

/** Stops a server that we started earlier and that outlived us. Known by process id and start: never somebody else's. */
const stopLeftBehind = async (dbFile: string): Promise<void> => {
  const record = readRecord(dbFile);
  if (record === undefined || processStart(record.pid) !== record.start) return;
  await end(record.pid);
};

const readRecord = (dbFile: string): z.output<typeof recordSchema> | undefined => {
  try {
    return recordSchema.parse(JSON.parse(readFileSync(recordOf(dbFile), "utf8")));
  } catch {
    // No record, or one that was cut off: then there is nothing we know to be ours.
    return undefined;
  }
};

/** Asks a process to end, kills it where it does not, and waits until it is gone. */
const end = async (pid: number): Promise<void> => {
  const start = processStart(pid);
  const isGone = (): boolean => start === undefined || processStart(pid) !== start;
  if (isGone()) return;
  process.kill(pid, "SIGTERM");
  if (await until(isGone, stopTimeoutMs)) return;
  process.kill(pid, "SIGKILL");
  if (!(await until(isGone, stopTimeoutMs)))
    throw new Fault("InvariantBroken", "The Temporal server cannot be ended.", { pid });
};
