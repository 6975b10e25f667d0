import { join } from "node:path";
import { createBank } from "./bank/app.js";
import { loadHouseholds } from "./households/load.js";
import { simulatorLogins } from "./logins.js";
import { createMailbox } from "./mailbox/app.js";
import { createPrintQueue } from "./print-queue/app.js";
import { listen } from "./shared/listen.js";

/** Where letters and payment files go: running services, each on a port of its own. */
export type OutwardServices = {
  readonly urls: Readonly<Record<"mailbox" | "printQueue" | "bank", string>>;
  readonly close: () => Promise<void>;
};

/** Every third household has no digital mailbox, so that both ways are met. Nobody with protected identity has one. */
const hasMailbox = ({ id }: { readonly id: string }): boolean => Number(id) % 3 !== 0;

/** Starts the mailbox, the print works and the bank on loopback. Nothing is left running where one fails. */
export const startOutwardServices = async (options: {
  /** Folder for what must survive a restart. Absent: everything is in memory. */
  readonly dataDir?: string;
  readonly households: Parameters<typeof loadHouseholds>[0];
}): Promise<OutwardServices> => {
  const { dataDir } = options;
  const inFolder = (name: string): string | undefined => (dataDir === undefined ? undefined : join(dataDir, name));
  const people = loadHouseholds(options.households)
    .filter(hasMailbox)
    .flatMap(({ persons }) => persons);
  const [messages, opened] = [inFolder("messages.jsonl"), inFolder("opened.jsonl")];
  const [jobs, files] = [inFolder("print-jobs.jsonl"), inFolder("bank-files.jsonl")];
  const { mailbox, printQueue, bank } = simulatorLogins;
  const apps = {
    mailbox: createMailbox({
      token: mailbox.token,
      subscribers: new Set(people.map(({ personalNumber }) => personalNumber)),
      ...(messages !== undefined && opened !== undefined && { files: { messages, opened } }),
    }),
    printQueue: createPrintQueue({ token: printQueue.token, ...(jobs !== undefined && { file: jobs }) }),
    bank: createBank({ token: bank.token, ...(files !== undefined && { file: files }) }),
  };
  const close = async (): Promise<void> => {
    await Promise.all(Object.values(apps).map((app) => app.close()));
  };
  const at = { host: "127.0.0.1", port: 0 };
  try {
    return {
      urls: {
        mailbox: await listen(apps.mailbox, at),
        printQueue: await listen(apps.printQueue, at),
        bank: await listen(apps.bank, at),
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};
