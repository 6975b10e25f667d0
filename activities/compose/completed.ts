import type { Application } from "../../contracts/readings/application.js";
import type { StoredDocument } from "../../store/documents.js";

/**
 * The application as it stands when what was added later is laid over it: signatures that have come. Nothing else of
 * what the household first wrote is changed; a document that was sent again takes the earlier one's place.
 */
export const completed = (application: Application, completions: readonly Application[]): Application => ({
  ...application,
  persons: application.persons.map((person) => {
    if (person.signedOn !== undefined) return person;
    const signed = completions
      .flatMap(({ persons }) => persons)
      .find(({ personalNumber, signedOn }) => personalNumber === person.personalNumber && signedOn !== undefined);
    return signed?.signedOn === undefined ? person : { ...person, signedOn: signed.signedOn };
  }),
});

const areForTheSame = (one: StoredDocument, other: StoredDocument): boolean =>
  one.declaredRow !== null && other.declaredRow !== null
    ? one.declaredRow === other.declaredRow
    : one.declaredKind === other.declaredKind;

/**
 * The documents that hold: those sent with the application and its completions, and of several for the same row, or of
 * the same kind where either has no row, the ones that were sent last. `sentWith` is in the order they came.
 */
export const latestDocuments = (
  documents: readonly StoredDocument[],
  sentWith: readonly string[],
): StoredDocument[] => {
  const orderOf = ({ applicationId }: StoredDocument): number => sentWith.indexOf(applicationId);
  const own = documents.filter((document) => orderOf(document) >= 0);
  return own.filter((document) =>
    own.every((other) => !areForTheSame(document, other) || orderOf(other) <= orderOf(document)),
  );
};
