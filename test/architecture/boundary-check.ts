import { execFile } from "node:child_process";
import { join } from "node:path";

/** Root of the project, two folders up. */
export const projectRoot = join(import.meta.dirname, "..", "..");

/** What the boundary check said: how many modules it saw, and which imports break which rule. */
export type BoundaryReport = {
  readonly modules: number;
  readonly violations: readonly { readonly rule: string; readonly from: string; readonly to: string }[];
  readonly exitCode: number;
};

/** Runs the boundary check on a tree, as CI does, and reads its answer. */
export const checkBoundaries = (root: string, leastModules?: number): Promise<BoundaryReport> =>
  new Promise((resolve, reject) => {
    const args = [
      join(projectRoot, "scripts", "boundaries.mjs"),
      ...["--root", root, "--json"],
      ...(leastModules === undefined ? [] : ["--least", String(leastModules)]),
    ];
    execFile(process.execPath, args, { maxBuffer: 64 * 2 ** 20 }, (error, stdout, stderr) => {
      if (stdout === "") reject(new Error(`The boundary check said nothing. ${stderr}`));
      else
        resolve({
          ...(JSON.parse(stdout) as Omit<BoundaryReport, "exitCode">),
          exitCode: typeof error?.code === "number" ? error.code : 0,
        });
    });
  });
