import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./boundary-check.js";

const notOurs = new Set(["node_modules", ".git", ".cache", ".skalig", "dist", "coverage"]);

const filesBelow = (folder: string): string[] =>
  readdirSync(join(projectRoot, folder), { withFileTypes: true })
    .filter(({ name }) => !notOurs.has(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    });

/** Files of the project: those that git tracks, or, in a copy without git, all that are not built or installed. */
export const projectFiles = (): readonly string[] => {
  if (!existsSync(join(projectRoot, ".git"))) return filesBelow("");
  const listed = execFileSync("git", ["ls-files", "-z"], {
    cwd: projectRoot,
    encoding: "utf8",
    maxBuffer: 16 * 2 ** 20,
  });
  return listed.split("\0").filter((path) => path !== "" && existsSync(join(projectRoot, path)));
};
