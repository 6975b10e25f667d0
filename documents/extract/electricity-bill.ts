import { extractBill } from "./bill.js";
import type { Extraction } from "./field.js";
import type { Layout } from "./find.js";
import { labels } from "./shared-labels.js";

/** Reads a bill of the kind `electricity-bill`. */
export const extractElectricityBill = (layout: Layout): Extraction =>
  extractBill(layout, {
    holderField: "customerName",
    holderLabels: labels.customer,
  });
