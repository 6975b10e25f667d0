import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import pg from "pg";
import { until } from "../../platform/until.js";

/** A PostgreSQL of the machine's own, for one test file. */
export type PostgresServer = {
  readonly url: string;
  /** Ends it at once, as a lost machine would, and keeps its data. */
  readonly halt: () => Promise<void>;
  /** Starts it again on its data. */
  readonly resume: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const debianRoot = "/usr/lib/postgresql";
const startTimeoutMs = 60_000;

/** Folder of the newest PostgreSQL on the machine: Debian's, else one on PATH; undefined where there is none. */
export const findPostgres = (): string | undefined => {
  const debian = existsSync(debianRoot) ? readdirSync(debianRoot).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...debian.map((version) => join(debianRoot, version, "bin")),
    ...(process.env["PATH"] ?? "").split(delimiter),
  ];
  return folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres")));
};

/** "postgres (PostgreSQL) 15.18 (Debian …)", as the program itself says. */
export const postgresVersion = (folder: string): string =>
  execFileSync(join(folder, "postgres"), ["--version"], { encoding: "utf8" }).trim();

/** Starts a new, empty server in a temporary folder. It listens on a socket there and nowhere else. */
export const startPostgres = async (folder: string): Promise<PostgresServer> => {
  const home = mkdtempSync(join(tmpdir(), "skalig-pg-"));
  const owner = unprivileged();
  if (owner.uid !== undefined) chownSync(home, owner.uid, owner.gid ?? owner.uid);
  const data = join(home, "data");
  execFileSync(join(folder, "initdb"), ["-D", data, "-U", "skalig", "-A", "trust", "-E", "UTF8", "--no-sync"], {
    ...owner,
    cwd: home,
    stdio: "pipe",
  });
  const url = `postgres://skalig@localhost/postgres?host=${encodeURIComponent(home)}`;
  const launch = (): ChildProcess =>
    spawn(
      join(folder, "postgres"),
      ["-D", data, "-k", home, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "timezone=Europe/Stockholm"],
      { ...owner, cwd: home, stdio: "ignore" },
    );
  let server = launch();
  const end = async (signal: "SIGINT" | "SIGQUIT"): Promise<void> => {
    const exited = server.exitCode === null && server.signalCode === null ? once(server, "exit") : undefined;
    server.kill(signal);
    await exited;
  };
  const stop = async (): Promise<void> => {
    await end("SIGINT");
    rmSync(home, { recursive: true, force: true });
  };
  const ready = async (): Promise<void> => {
    if (await until(() => answers(url), startTimeoutMs)) return;
    await stop();
    throw new Error(`PostgreSQL in ${folder} did not start.`);
  };
  await ready();
  return {
    url,
    // SIGQUIT is PostgreSQL's immediate shutdown: no goodbye to clients, recovery at the next start.
    halt: () => end("SIGQUIT"),
    resume: async () => {
      server = launch();
      await ready();
    },
    stop,
  };
};

const answers = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
};

/** PostgreSQL refuses to run as root: then it runs as Debian's `postgres`, else as `nobody`. */
const unprivileged = (): { uid?: number; gid?: number } => {
  if (process.getuid?.() !== 0) return {};
  for (const name of ["postgres", "nobody"])
    try {
      const id = (flag: string): number =>
        Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: "pipe" }));
      return { uid: id("-u"), gid: id("-g") };
    } catch {
      // No such user on this machine: the next one.
    }
  throw new Error("PostgreSQL refuses root, and the machine has neither the user postgres nor nobody.");
};
