import { extractBill } from "./bill.js";
import type { Extraction } from "./field.js";
import type { Layout } from "./find.js";

/** Reads a bill of the kind `electricity-bill`. */
export const extractElectricityBill = (layout: Layout): Extraction =>
  extractBill(layout, {
    holderField: "customerName",
    holderLabels: ["kund", "kundnamn", "elkund", "avtalskund", "namn"],
  });
