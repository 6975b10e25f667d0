import { Worker } from "node:worker_threads";
import { decodeFrame, encodeFrame, type Frame } from "./frame.js";

/**
 * Entry of the isolated process: reads one frame, does one task, writes one frame, ends.
 * Everything that may break on a stranger's file breaks here.
 */

/** WebAssembly and image memory lie outside the JavaScript heap, so the whole process is weighed, from a thread that never blocks. */
const weigh = (limitMiB: number): void => {
  const watcher = new Worker(
    `setInterval(() => {
       if (process.memoryUsage.rss() > ${String(limitMiB)} * 1048576) process.kill(process.pid, "SIGKILL");
     }, 10);`,
    { eval: true, execArgv: [] },
  );
  watcher.unref();
};

const readAll = async (): Promise<Uint8Array> => {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const perform = async (task: string | undefined, request: Frame): Promise<Frame> => {
  switch (task) {
    case "inspect":
      return (await import("../read/inspect.js")).inspect(request);
    case "recognise":
      return (await import("../read/recognise.js")).recognise(request);
    case "draw":
      return (await import("../read/draw.js")).draw(request);
    case "bundle":
      return (await import("../bundle/merge.js")).merge(request);
    case undefined:
      throw new Error("No task was given.");
    default:
      throw new Error("No such task.");
  }
};

weigh(Number(process.argv[3]));
const answer = encodeFrame(await perform(process.argv[2], decodeFrame(await readAll())));
process.stdout.write(answer, () => {
  process.exit(0);
});
