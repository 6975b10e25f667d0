import { expect, test } from "vitest";
import { run } from "./run.js";
import { runCli } from "./test-support/run-cli.js";
import { capturingTerminal } from "./test-support/capturing-terminal.js";

test.each([
  [["no-such-command"], "unknown-command"],
  [["rules"], "command-missing"],
  [["rules", "assess"], "missing-argument"],
  [["rules", "assess", "no-such-file.json"], "unreadable-file"],
  [["rules", "assess", "-", "--overlay", "no-such-file.json"], "unreadable-file"],
  [["doctor", "--no-such-option"], "unknown-option"],
  [["audit", "verify", "--data", "/nonexistent"], "no-data-folder"],
  [["audit", "verify", "no-such-file.jsonl"], "unreadable-file"],
  [["audit", "verify", "package.json", "--checkpoint", "package.json"], "no-checkpoint"],
  [["case", "show", "x", "--data", "/nonexistent"], "no-data-folder"],
  [["documents", "read", "package.json"], "not-a-document"],
])("%j is refused with exit code 2, the code %s on stdout and words on stderr", async (args, code) => {
  const terminal = capturingTerminal();
  expect(await run(args, terminal)).toBe(2);
  expect(JSON.parse(terminal.stdout())).toMatchObject({ errors: [{ code }] });
  expect(terminal.stderr()).not.toBe("");
});

test("--help is a result, and says in Swedish what a command does", async () => {
  const terminal = capturingTerminal();
  expect(await run(["audit", "verify", "--help"], terminal)).toBe(0);
  expect(terminal.stdout()).toContain("pröva datamappens logg");
});

test("an unexpected error says where it arose, never the words it carried", async () => {
  const terminal = {
    ...capturingTerminal(),
    out: () => Promise.reject(new TypeError("Anna Andersson 19900502")),
  };
  expect(await run(["--help"], terminal)).toBe(1);
  expect(terminal.stderr()).toContain("TypeError");
  expect(terminal.stderr()).not.toContain("Anna");
});

test("a process that is refused ends with exit code 2 and prints nothing but JSON on stdout", async () => {
  const { exitCode, stdout } = await runCli(["no-such-command"]);
  expect(exitCode).toBe(2);
  expect(JSON.parse(stdout)).toHaveProperty("errors");
});

test("a reader that goes away is no fault", async () => {
  const gone = Object.assign(new Error("write EPIPE"), { code: "EPIPE" });
  expect(await run(["--help"], { ...capturingTerminal(), out: () => Promise.reject(gone) })).toBe(0);
});

test("a process whose reader has gone ends with 0 and without a word", async () => {
  expect(await runCli(["--help"], { reads: false })).toMatchObject({ exitCode: 0, stderr: "" });
});
