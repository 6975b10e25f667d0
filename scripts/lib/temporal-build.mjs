import { copyFileSync, linkSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { projectCache, temporalVersion } from "./places.mjs";
import { findOnPath, lastLines, run } from "./processes.mjs";

/** The module asks for Go 1.25. Go fetches a newer version of itself from 1.21 on. */
const goOfModule = 25;
const oldestGo = 21;
/** A cold build takes about four minutes on two cores; far beyond that something has hung. */
const buildTimeoutMs = 25 * 60_000;

/**
 * A Go new enough to build the server with, or why there is none.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ path: string, toolchain: "local" | "auto" } | { path?: undefined, why: string }>}
 */
export const usableGo = async (env) => {
  const path = findOnPath("go", env);
  if (path === undefined) return { why: "Go saknas" };
  const { stdout } = await run(path, ["env", "GOVERSION"], {
    env: { ...env, GOTOOLCHAIN: "local" },
    timeoutMs: 20_000,
  });
  const minor = /^go1\.(\d+)/.exec(stdout.trim())?.[1];
  if (minor === undefined || Number(minor) < oldestGo)
    return { why: `Go 1.${oldestGo} behövs, här finns ${stdout.trim() || "en okänd version"}` };
  return { path, toolchain: Number(minor) < goOfModule ? "auto" : "local" };
};

/** @param {string} from @param {string} to */
const share = (from, to) => {
  mkdirSync(dirname(to), { recursive: true });
  const fresh = `${to}.${process.pid}`;
  try {
    linkSync(from, fresh);
  } catch {
    copyFileSync(from, fresh);
  }
  renameSync(fresh, to);
};

/**
 * Builds the Temporal CLI, which holds the server, from the Go module proxy. Go's own caches are left alone: the build
 * works in private folders of about 3 GB, which are removed again.
 * @param {object} build
 * @param {import("./setup-context.mjs").SetupContext} build.context
 * @param {{ path: string, toolchain: string }} build.go
 * @param {string} build.own where the program is to lie in the project
 * @param {string} build.shared where it is to lie for the user's other clones
 * @returns {Promise<string | undefined>} why it failed; nothing where `own` now holds the program
 */
export const buildTemporal = async ({ context, go, own, shared }) => {
  const workshop = join(projectCache, "go-build-tmp");
  rmSync(workshop, { recursive: true, force: true });
  mkdirSync(join(workshop, "tmp"), { recursive: true });
  context.note("Temporal-server", "byggs från källkod, det tar några minuter första gången");
  try {
    const { code, output } = await run(
      go.path,
      [
        "install",
        "-trimpath",
        // Without it the module folders are read-only and cannot be removed.
        "-modcacherw",
        `-ldflags=-s -w -X github.com/temporalio/cli/temporalcli.Version=${temporalVersion.slice(1)}`,
        `github.com/temporalio/cli/cmd/temporal@${temporalVersion}`,
      ],
      {
        cwd: workshop,
        env: {
          ...context.env,
          GOPATH: join(workshop, "path"),
          GOBIN: join(workshop, "bin"),
          GOCACHE: join(workshop, "cache"),
          GOMODCACHE: join(workshop, "modules"),
          GOTMPDIR: join(workshop, "tmp"),
          GOTOOLCHAIN: go.toolchain,
          CGO_ENABLED: "0",
        },
        signal: context.signal,
        timeoutMs: buildTimeoutMs,
      },
    );
    if (code !== 0) return lastLines(output);
    mkdirSync(dirname(own), { recursive: true });
    renameSync(join(workshop, "bin", "temporal"), own);
    // A second clone should not have to build it again; where the user's cache cannot be written that is no fault.
    try {
      share(own, shared);
    } catch {
      context.note("Temporal-server", `kunde inte läggas i ${dirname(shared)}; nästa klon får bygga själv`);
    }
    return undefined;
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
};
