import type { DocumentKind } from "../../contracts/document-reading.js";
import { extractAKassaFee } from "./a-kassa-fee.js";
import { extractBankStatement } from "./bank-statement.js";
import { extractElectricityBill } from "./electricity-bill.js";
import type { Extraction } from "./field.js";
import type { Layout } from "./find.js";
import { extractHomeInsurance } from "./home-insurance.js";
import { extractMedicalReceipt } from "./medical-receipt.js";
import { extractPayslip } from "./payslip.js";
import { extractRentNotice } from "./rent-notice.js";
import { extractUnionFee } from "./union-fee.js";

const extractors = {
  "rent-notice": extractRentNotice,
  "bank-statement": extractBankStatement,
  "electricity-bill": extractElectricityBill,
  "home-insurance": extractHomeInsurance,
  payslip: extractPayslip,
  "a-kassa-fee": extractAKassaFee,
  "union-fee": extractUnionFee,
  "medical-receipt": extractMedicalReceipt,
  unknown: () => ({ fields: [], flags: ["kind-unknown"] }),
} as const satisfies Record<DocumentKind, (layout: Layout) => Extraction>;

/** Reads the fields of a document of a known kind; of an unknown one, none. */
export const extractFields = (kind: DocumentKind, layout: Layout): Extraction => extractors[kind](layout);
