import { append } from "../audit/append.js";
import type { CodeEntry } from "../contracts/codes/coded.js";
import { documentKinds, type DocumentKind, type DocumentReading } from "../contracts/document-reading.js";
import { isFault } from "../contracts/faults.js";
import type { CaseId } from "../contracts/ids.js";
import { listDocuments, saveDocumentReading, type StoredDocument } from "../store/documents.js";
import { openEvidence } from "../store/evidence.js";
import type { Store } from "../store/open-store.js";
import { theSystem } from "./actors.js";
import { declaredKindOf } from "./compose/declared-kind.js";
import { whileBeating } from "./heartbeat.js";

/** What the document steps work with. `readDocument` throws a `DocumentRefused` fault for a file it will not open. */
export type DocumentDeps = {
  readonly store: Store;
  readonly readDocument: (document: {
    readonly bytes: Uint8Array;
    readonly kindHint?: DocumentKind;
  }) => Promise<DocumentReading>;
};

/** Steps on the documents queue. */
export type DocumentActivities = ReturnType<typeof createDocumentActivities>;

export const createDocumentActivities = ({ store, readDocument }: DocumentDeps) => ({
  /**
   * Reads every document of a case that has not been read yet, one at a time. A file that is refused stays unread, and
   * the rulebook is told that it could not be read. Safe to retry because a stored reading is not made again.
   */
  readDocuments: ({ caseId }: { readonly caseId: CaseId }): Promise<void> =>
    whileBeating(async () => {
      const unread = await store.read(async (tx) => {
        const documents = (await listDocuments(tx, caseId)).filter(({ readAt }) => readAt === null);
        return Promise.all(
          documents.map(async (document) => ({ document, bytes: await openEvidence(tx, document.evidenceId) })),
        );
      });
      for (const { document, bytes } of unread) {
        const kindHint = declaredKindOf(document.declaredKind);
        await readOne(store, document, () => readDocument({ bytes, ...(kindHint !== undefined && { kindHint }) }));
      }
    }),
});

const readOne = async (store: Store, document: StoredDocument, read: () => Promise<DocumentReading>): Promise<void> => {
  const { caseId, evidenceId, id: documentId } = document;
  const result = await orRefusal(read);
  await store.transaction(async (tx) => {
    if (typeof result !== "string") await saveDocumentReading(tx, { caseId, documentId, reading: result });
    await append(tx, {
      action: "document.read",
      caseId,
      actor: theSystem,
      details: {
        documentId,
        evidence: [evidenceId],
        ...(typeof result === "string"
          ? { refused: result }
          : {
              ...loggedKind(result.kind),
              source: result.source,
              fields: result.fields.length,
              accepted: result.fields.filter(({ accepted }) => accepted).length,
              flags: result.flags,
            }),
      },
      ...(typeof result !== "string" && { content: result }),
    });
  });
};

/** The log's open part may tell the kind of a document, but not that somebody belongs to a union. */
const loggedKind = (kind: DocumentKind): { readonly kind?: DocumentKind } => {
  const { restricted }: CodeEntry = documentKinds[kind];
  return restricted === true ? {} : { kind };
};

/** The reading, or the code of why the file was refused. Any other error is the machinery's and goes on up. */
const orRefusal = async (read: () => Promise<DocumentReading>): Promise<DocumentReading | string> => {
  try {
    return await read();
  } catch (error) {
    if (!isFault(error) || error.name !== "DocumentRefused") throw error;
    return String(error.details["code"] ?? "not-a-document");
  }
};
