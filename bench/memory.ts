import { readdirSync, readFileSync } from "node:fs";

const everyMs = 500;

const parents = (): Map<number, number> => {
  const found = new Map<number, number>();
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry)))
    try {
      const parent = readFileSync(`/proc/${name}/stat`, "utf8").split(") ")[1]?.split(" ")[1];
      if (parent !== undefined) found.set(Number(name), Number(parent));
    } catch {
      // It ended between the two looks.
    }
  return found;
};

const below = (pid: number): number[] => {
  const all = parents();
  const family = [pid];
  for (const member of family) for (const [child, parent] of all) if (parent === member) family.push(child);
  return family;
};

/** Proportional memory of one process in MiB: pages that several share are counted once, in parts. */
const memoryOf = (pid: number): number => {
  try {
    const kib = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${String(pid)}/smaps_rollup`, "utf8"))?.[1];
    return Number(kib ?? 0) / 1024;
  } catch {
    return 0;
  }
};

/** Watches the memory of a process with all below it, the browser's processes too. Linux only: elsewhere the peak is 0. */
export const watchMemory = (pid: number): { readonly stop: () => number } => {
  let peak = 0;
  const look = (): void => {
    try {
      peak = Math.max(
        peak,
        below(pid).reduce((sum, one) => sum + memoryOf(one), 0),
      );
    } catch {
      // No /proc on this machine.
    }
  };
  const timer = setInterval(look, everyMs);
  return {
    stop: () => {
      look();
      clearInterval(timer);
      return peak;
    },
  };
};
