import { documentKinds, documentKindSchema, type DocumentKind } from "../../contracts/document-reading.js";

/** Other words that the e-service's forms use for the same kinds. */
const otherWords: Readonly<Record<string, DocumentKind>> = {
  kvitto: "medical-receipt",
  "avgift till a-kassa": "a-kassa-fee",
  fackföreningsavgift: "union-fee",
};

/** The kind of document that the applicant said it was, from the e-service's words; undefined for words we do not know. */
export const declaredKindOf = (words: string): DocumentKind | undefined => {
  const asked = words.trim().toLocaleLowerCase("sv");
  const found = Object.entries(documentKinds).find(([, { title }]) => title.toLocaleLowerCase("sv") === asked);
  if (found !== undefined) return documentKindSchema.parse(found[0]);
  return Object.hasOwn(otherWords, asked) ? otherWords[asked] : undefined;
};
