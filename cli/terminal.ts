/** Where a command reads and writes. Results go to `out`; everything meant for the eye alone goes to `note`. */
export type Terminal = {
  readonly input: AsyncIterable<Uint8Array | string>;
  readonly out: (text: string) => Promise<void>;
  readonly note: (line: string) => void;
};

const write = (stream: NodeJS.WriteStream, text: string): Promise<void> =>
  new Promise((resolve, reject) => stream.write(text, (error) => (error ? reject(error) : resolve())));

/** The process's own streams. `out` waits until the text is handed over, so that a slow reader slows the command. */
export const processTerminal = (): Terminal => {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error) => {
      if (!readerIsGone(error)) throw error;
    });
  return {
    input: process.stdin,
    out: (text) => write(process.stdout, text),
    note: (line) => process.stderr.write(`${line}\n`),
  };
};

/** Whether writing failed because the reader has gone, as with `| head`. That is no fault of ours. */
export const readerIsGone = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "EPIPE";
