import type { LocalDate } from "../../contracts/dates.js";
import type { Ore } from "../../contracts/money.js";
import type { Debtor, LocalMinute } from "../../contracts/payments.js";

/** One transfer of a file. */
export type Transfer = {
  /** Ours, at most 35 characters; the bank gives it back. */
  readonly reference: string;
  readonly amountOre: Ore;
  readonly name: string;
  /** Twelve digits. The bank pays to the account that the person has registered with it. */
  readonly personalNumber: string;
  /** What the recipient sees on the statement. */
  readonly text: string;
};

/** What a file says. */
export type Pain001 = {
  /** At most 35 characters, never used again. */
  readonly messageId: string;
  /** The municipality's clock at the cut-off: the file's own time, so that the same file has the same bytes. */
  readonly createdAt: LocalMinute;
  readonly payOn: LocalDate;
  readonly debtor: Debtor;
  readonly transfers: readonly Transfer[];
};

/** Letters, digits and marks that every bank takes; all else is written as a space, as in a name with a line break. */
const plain = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[^\p{Script=Latin}\p{N} '().,:/?+-]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** An element with text, cut to the length that the standard allows. */
const leaf = (name: string, text: string, maxLength = 35): string =>
  `<${name}>${escaped(plain(text).slice(0, maxLength).trim())}</${name}>`;
const element = (name: string, ...children: readonly string[]): string => `<${name}>${children.join("")}</${name}>`;

/** "6190.00": a point, two decimals, no grouping. */
export const decimalOf = (amountOre: Ore): string =>
  `${String(Math.trunc(amountOre / 100))}.${String(amountOre % 100).padStart(2, "0")}`;

const partyId = (kind: "OrgId" | "PrvtId", { id, scheme }: { readonly id: string; readonly scheme: string }): string =>
  element("Id", element(kind, element("Othr", leaf("Id", id), element("SchmeNm", leaf("Cd", scheme, 4)))));

const transferOf = ({ reference, amountOre, name, personalNumber, text }: Transfer): string =>
  element(
    "CdtTrfTxInf",
    element("PmtId", leaf("EndToEndId", reference)),
    element("Amt", `<InstdAmt Ccy="SEK">${decimalOf(amountOre)}</InstdAmt>`),
    element("Cdtr", leaf("Nm", name, 70), partyId("PrvtId", { id: personalNumber, scheme: "SOSE" })),
    element("RmtInf", leaf("Ustrd", text, 140)),
  );

/**
 * A customer credit transfer initiation, ISO 20022 pain.001.001.09, as bytes. Transfers stand in the order of their
 * references, and the same content gives the same bytes.
 */
export const pain001 = ({ messageId, createdAt, payOn, debtor, transfers }: Pain001): Uint8Array => {
  const sorted = transfers.toSorted((one, other) => (one.reference < other.reference ? -1 : 1));
  const count = String(sorted.length);
  const sum = decimalOf(sorted.reduce((total, { amountOre }) => total + amountOre, 0));
  const initiator = element(
    "InitgPty",
    leaf("Nm", debtor.name, 70),
    partyId("OrgId", { id: debtor.organisationNumber, scheme: "CUST" }),
  );
  const header = element(
    "GrpHdr",
    leaf("MsgId", messageId),
    element("CreDtTm", `${createdAt}:00`),
    element("NbOfTxs", count),
    element("CtrlSum", sum),
    initiator,
  );
  const payment = element(
    "PmtInf",
    leaf("PmtInfId", messageId),
    element("PmtMtd", "TRF"),
    element("NbOfTxs", count),
    element("CtrlSum", sum),
    element("PmtTpInf", element("CtgyPurp", leaf("Cd", "SSBE", 4))),
    element("ReqdExctnDt", element("Dt", payOn)),
    element("Dbtr", leaf("Nm", debtor.name, 70)),
    element("DbtrAcct", element("Id", element("IBAN", debtor.iban)), element("Ccy", "SEK")),
    element("DbtrAgt", element("FinInstnId", element("BICFI", debtor.bic))),
    ...sorted.map(transferOf),
  );
  const document = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">${element(
    "CstmrCdtTrfInitn",
    header,
    payment,
  )}</Document>`;
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${document}\n`);
};
