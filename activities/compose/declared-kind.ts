import { documentKinds, documentKindSchema, type DocumentKind } from "../../contracts/document-reading.js";

/** The kind of document that the applicant said it was, from the e-service's words; undefined for words we do not know. */
export const declaredKindOf = (words: string): DocumentKind | undefined => {
  const found = Object.entries(documentKinds).find(
    ([, { title }]) => title.toLocaleLowerCase("sv") === words.trim().toLocaleLowerCase("sv"),
  );
  return found === undefined ? undefined : documentKindSchema.parse(found[0]);
};
