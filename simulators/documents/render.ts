import type { DocumentSpec } from "../households/household.js";
import { bankStatement } from "./bank-statement.js";
import { printPage, type Page } from "./page.js";
import { rentNotice } from "./rent-notice.js";
import { scanOf } from "./scan.js";
import { electricityBill, homeInsurance, payslip, receipt } from "./slips.js";

const pageOf = (spec: DocumentSpec, seed: string): Page => {
  switch (spec.kind) {
    case "rent-notice":
      return rentNotice(spec, seed);
    case "electricity-bill":
      return electricityBill(spec, seed);
    case "home-insurance":
      return homeInsurance(spec, seed);
    case "bank-statement":
      return bankStatement(spec);
    case "payslip":
      return payslip(spec);
    case "receipt":
      return receipt(spec);
  }
};

/** Makes a document as a PDF: with a text layer, or as a scan of the same page. Same spec and seed, same bytes. */
export const renderDocument = async (spec: DocumentSpec, seed: string): Promise<Uint8Array> => {
  const page = pageOf(spec, seed);
  const printed = await printPage(page);
  if (spec.form === "text") return printed;
  return scanOf(printed, {
    title: page.title,
    seed,
    illegible: spec.kind === "rent-notice" && spec.illegible === true,
  });
};
