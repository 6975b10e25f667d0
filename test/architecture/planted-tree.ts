import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { projectRoot } from "./boundary-check.js";
import { packages, plantedViolations, targets, type Planted } from "./planted.js";

/** The file a violation is planted in. */
export const fileOf = ({ folder, rule }: Planted): string => `${folder}/${rule}.ts`;

/** Makes a tree with our rules and nothing in it but the files given. Returns its root, which the caller removes. */
export const plantTree = (files: ReadonlyMap<string, string>): string => {
  const root = mkdtempSync(join(tmpdir(), "skalig-boundaries-"));
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const file of [".dependency-cruiser.cjs", "tsconfig.json", "package.json"])
    cpSync(join(projectRoot, file), join(root, file));
  for (const name of packages) {
    put(`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
    put(`node_modules/${name}/index.js`, "export const planted = 1;\n");
  }
  for (const target of targets) put(target, "export const planted = 1;\n");
  for (const [path, text] of files) put(path, text);
  return root;
};

/** A file that imports one thing. */
export const importing = (path: string): string => `import { planted } from "${path}";\nexport const used = planted;\n`;

/** A tree with every planted violation, each in a file of its own. */
export const plantViolations = (): string =>
  plantTree(
    new Map([
      ...plantedViolations.map((planted) => [fileOf(planted), importing(planted.imports)] as const),
      // The other half of the cycle.
      ["platform/cycle/y.ts", 'export { used as planted } from "../no-cycles.js";\n'],
    ]),
  );
