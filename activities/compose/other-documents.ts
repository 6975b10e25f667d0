import type { Case } from "../../contracts/case.js";
import { documentsOfCosts } from "./costs.js";
import { holderOf } from "./holder.js";
import type { CaseMaterial, KnownDocument } from "./material.js";
import { slipsInUse } from "./payslips.js";
import { soundnessOf } from "./soundness.js";

type OtherDocument = NonNullable<Case["documents"]>[number];

/**
 * The documents that show no line of the application, with what became of them: none is left aside in silence. A
 * statement whose rows add up and are the household's own is `read`; everything else is somebody's to look at.
 */
export const composeDocuments = (material: CaseMaterial): OtherDocument[] => {
  const used = new Set<KnownDocument>([...documentsOfCosts(material), ...slipsInUse(material)]);
  return material.documents.flatMap((document, index) =>
    used.has(document)
      ? []
      : [
          {
            id: `d${String(index + 1)}`,
            kind: document.reading?.kind ?? "unknown",
            state: stateOf(document, material),
          },
        ],
  );
};

const stateOf = ({ reading }: KnownDocument, material: CaseMaterial): OtherDocument["state"] => {
  const soundness = soundnessOf(reading);
  if (reading === undefined) return "unreadable";
  if (reading.kind === "bank-statement") return statementState(reading, material);
  if (soundness === "doubtful") return "doubtful";
  if (holderOf(reading, material).is === "other") return "another-persons";
  // A document we know, and no line it belongs to: a person sees what it is for. One of no known kind, the same.
  return reading.flags.includes("low-confidence") ? "unreadable" : "to-read";
};

const statementState = (
  reading: NonNullable<KnownDocument["reading"]>,
  material: CaseMaterial,
): OtherDocument["state"] => {
  const { is } = holderOf(reading, material);
  if (is === "other") return "another-persons";
  const rows = reading.fields.filter(({ name }) => name.startsWith("rows."));
  const isWhole = rows.every(({ accepted }) => accepted) && soundnessOf(reading) === "sound";
  const balances = ["openingBalanceOre", "closingBalanceOre"].every((name) =>
    reading.fields.some((field) => field.name === name && field.accepted),
  );
  return isWhole && balances && is === "member" ? "read" : "rows-unclear";
};
