import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * When a process was started, as the operating system tells it; undefined where there is no such process. Together with
 * the process id it names one process: ids are used again, and then the start differs.
 */
export const processStart = (pid: number): string | undefined => {
  if (process.platform === "linux") return linuxStart(pid);
  // Windows has no cheap way to ask. A used-again id then counts as alive: the start is refused, nothing is stolen.
  if (process.platform === "win32") return isAlive(pid) ? "unknown" : undefined;
  return psStart(pid);
};

/** Whether a process with the id runs, whoever it is. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, under somebody else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};

/** Field 22 of `/proc/PID/stat`, in clock ticks since boot. The name in field 2 may hold spaces and brackets. */
const linuxStart = (pid: number): string | undefined => {
  try {
    const text = readFileSync(`/proc/${String(pid)}/stat`, "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    // A zombie has ended: it only waits for its parent to notice.
    return fields[0] === "Z" ? undefined : fields[19];
  } catch {
    return undefined;
  }
};

const psStart = (pid: number): string | undefined => {
  try {
    const started = execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
    return started === "" ? undefined : String(Date.parse(started));
  } catch {
    return undefined;
  }
};
