import { extractBill } from "./bill.js";
import type { Extraction } from "./field.js";
import type { Layout } from "./find.js";

/** Reads a bill of the kind `rent-notice`. */
export const extractRentNotice = (layout: Layout): Extraction =>
  extractBill(layout, {
    holderField: "tenantName",
    holderLabels: ["hyresgäst", "hyresgäster", "hyrestagare", "avtalspart", "kontraktsinnehavare", "kund", "namn"],
  });
