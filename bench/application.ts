import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const entry = fileURLToPath(new URL("../cli/serve/main.ts", import.meta.url));

/** The application in a process of its own, with its technical log in our hands. */
export type BenchApplication = { readonly pid: number; readonly stop: () => Promise<void> };

/** Starts it as `npm start` does, and resolves when it is ready. */
export const startBenchApplication = async (options: {
  readonly month: string;
  readonly today: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly hear: (text: string) => void;
}): Promise<BenchApplication> => {
  const child = fork(entry, ["--month", options.month, "--today", options.today], {
    execArgv: ["--import", "tsx"],
    env: { ...options.environment, SKALIG_LOG_LEVEL: "info", SKALIG_INBOX_MINUTES: "1440" },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  child.stderr?.setEncoding("utf8").on("data", options.hear);
  const exited = once(child, "exit");
  await Promise.race([
    once(child, "message"),
    exited.then(() => {
      throw new Error("The application ended before it was ready.");
    }),
  ]);
  return {
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill("SIGTERM");
      await exited;
    },
  };
};
