import type { OtherDocument } from "../../contracts/case-circumstances.js";
import { month } from "../../contracts/dates.js";
import { documentKinds } from "../../contracts/document-reading.js";
import type { Facts, Row } from "../facts.js";
import { met, notMet } from "../findings.js";
import type { Found, Provision } from "../provision.js";

const documentFinding = (document: Row<OtherDocument>, facts: Facts): Found => {
  const mark = facts.mark();
  const state = document.get("state");
  const { title } = documentKinds[document.get("kind")];
  const read = facts.since(mark);
  const factId = document.id;
  switch (state) {
    case "read":
      return met("document-settled", read, `${title}: läst.`);
    case "rows-unclear":
      return notMet("document-settled", read, {
        reason: "statement-unclear",
        factId,
        text: `${title}: alla rader kunde inte läsas säkert, eller så stämmer de inte med saldot.`,
      });
    case "unreadable":
      return notMet("document-settled", read, {
        reason: "document-unreadable",
        factId,
        text: `${title}: underlaget gick inte att läsa.`,
      });
    case "doubtful":
      return notMet("document-settled", read, {
        reason: "document-mismatch",
        factId,
        text: `${title}: underlaget motsäger sig självt eller är inte det som det lämnades som.`,
      });
    case "another-persons":
      return notMet("document-settled", read, {
        reason: "document-mismatch",
        factId,
        text: `${title}: underlaget gäller någon utanför hushållet.`,
      });
    case "to-read":
      return notMet("document-settled", read, {
        reason: "document-to-read",
        factId,
        text: `${title}: underlaget hör inte till någon rad i ansökan.`,
      });
  }
};

/** No document is left aside in silence: what shows no line is read, or a person looks at it. */
export const otherDocuments: Provision = {
  id: "other-documents",
  title: "Övriga underlag",
  basis: ["start-inquiry"],
  from: month("2011-01"),
  explanation:
    "Ett underlag som inte styrker en viss kostnad eller inkomst läggs aldrig åt sidan. Går det inte att läsa begärs ett nytt; motsäger det sig självt, gäller det någon annan eller är det oklart vad det hör till läser en person det.",
  evaluate: (facts) => ({
    findings: (facts.documents() ?? []).map((document) => documentFinding(document, facts)),
  }),
};
