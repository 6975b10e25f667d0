import { extractBill } from "./bill.js";
import type { Extraction } from "./field.js";
import type { Layout } from "./find.js";
import { labels } from "./shared-labels.js";

/** Reads a bill of the kind `rent-notice`. */
export const extractRentNotice = (layout: Layout): Extraction =>
  extractBill(layout, {
    holderField: "tenantName",
    holderLabels: labels.tenant,
  });
