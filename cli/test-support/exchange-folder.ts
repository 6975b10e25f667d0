import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { signBundle } from "../../activities/pack-exchange/signature.js";
import { localDate } from "../../contracts/dates.js";
import { signingKeySchema, trustedKeySchema } from "../../contracts/pack-signature.js";
import { run } from "../run.js";
import { capturingTerminal } from "./capturing-terminal.js";

/** Where the municipalities' packs are, and the two that are exchanged. */
export const packsFolder = join(import.meta.dirname, "..", "..", "rules", "packs", "municipal");
export const samplePack = join(packsFolder, "exempelkoping.json");
export const ownPack = join(packsFolder, "pahittsberg.json");

/** A folder with a key, a list that trusts it and the sample's exported bundle; `open` it before, `close` it after. */
export const exchangeFolder = () => {
  let folder: string;
  const at = (name: string): string => join(folder, name);
  const json = (name: string): unknown => JSON.parse(readFileSync(at(name), "utf8"));
  const write = (name: string, value: unknown): string => {
    writeFileSync(at(name), typeof value === "string" || Buffer.isBuffer(value) ? value : JSON.stringify(value));
    return at(name);
  };
  const skalig = async (...args: readonly string[]) => {
    const terminal = capturingTerminal();
    const exitCode = await run(args, terminal);
    return { exitCode, stdout: terminal.stdout(), stderr: terminal.stderr() };
  };
  const answer = async (...args: readonly string[]): Promise<{ exitCode: number; said: unknown }> => {
    const { exitCode, stdout } = await skalig(...args, "--json");
    return { exitCode, said: JSON.parse(stdout) as unknown };
  };
  const importing = (file: string, ...more: readonly string[]) =>
    answer(
      "rules",
      "import",
      at(file),
      "--trust",
      at("trust.json"),
      "--overlay",
      ownPack,
      "--today",
      "2026-11-22",
      ...more,
    );

  const open = async (): Promise<void> => {
    folder = mkdtempSync(join(tmpdir(), "skalig-exchange-"));
    const dates = ["--from", "2026-01-01", "--to", "2027-12-31"];
    const made = await skalig("rules", "key", at("key.json"), "--issuer", "Exempelköpings kommun", ...dates);
    const entry = trustedKeySchema.parse(JSON.parse(made.stdout));
    write("trust.json", { schema: "skalig.trust-list.v1", keys: [entry], revoked: [] });
    const exported = ["--out", at("rules.json"), "--key", at("key.json"), "--on", "2026-11-20"];
    const { exitCode } = await skalig("rules", "export", samplePack, ...exported);
    if (exitCode !== 0) throw new Error("The sample pack was not exported.");
  };
  const close = (): void => {
    rmSync(folder, { recursive: true });
  };

  /** The exported bundle with something else in it, signed by the same key. */
  const signedAgain = (name: string, text: string): string => {
    const key = signingKeySchema.parse(json("key.json"));
    write(name, text);
    write(`${name}.sig`, signBundle(Buffer.from(text), { key, on: localDate("2026-11-20") }));
    return name;
  };
  const exportedText = (): string => readFileSync(at("rules.json"), "utf8");

  return { open, close, at, json, write, skalig, answer, importing, signedAgain, exportedText };
};
