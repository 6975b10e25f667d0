import { documentRefusals } from "../../contracts/document-reading.js";
import { Fault } from "../../contracts/faults.js";
import { runIsolated } from "../sandbox/run-isolated.js";
import { drawLimits } from "./limits.js";

/**
 * A page of a stranger's PDF as a PNG picture, in the position in which its fields were read, so that their regions
 * fit. Drawn in a process of its own.
 *
 * @throws Fault `DocumentRefused` where it cannot be drawn within the limits.
 */
export const drawPage = async (bytes: Uint8Array, page: number): Promise<Uint8Array> => {
  const { blobs } = await runIsolated("draw", { data: { page }, blobs: [bytes] }, drawLimits);
  const [png] = blobs;
  if (png !== undefined) return png;
  throw new Fault("DocumentRefused", documentRefusals.unreadable.title, { code: "unreadable" });
};
