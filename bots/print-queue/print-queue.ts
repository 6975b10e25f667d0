import { z } from "zod";
import type { LetterChannel } from "../../contracts/delivery.js";
import { sha256Schema } from "../../contracts/ids.js";
import { ask, submit, type HttpService } from "../core/http-api.js";

const jobsSchema = z.array(z.object({ jobNumber: z.int().min(1), checksum: sha256Schema }));

/** The print works: takes the PDF, prints it and posts it to the address in its window. Reaches everyone with an address. */
export const createPrintQueue = (service: HttpService): LetterChannel => ({
  reaches: () => Promise.resolve(true),
  find: async (reference) => {
    const path = `/jobs/by-reference/${encodeURIComponent(reference)}`;
    const jobs = await ask(service, { method: "GET", path }, jobsSchema);
    return jobs.map(({ jobNumber, checksum }) => ({ receiptId: `job-${String(jobNumber)}`, sha256: checksum }));
  },
  send: async ({ reference, pdf }, beforeSubmit) => {
    await beforeSubmit();
    const path = `/jobs?reference=${encodeURIComponent(reference)}`;
    await submit(service, { method: "POST", path, body: { type: "application/pdf", bytes: pdf } });
  },
});
