import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { append } from "../audit/append.js";
import { listEvents } from "../audit/events.js";
import type { DocumentKind, DocumentReading } from "../contracts/document-reading.js";
import { Fault } from "../contracts/faults.js";
import type { CaseId } from "../contracts/ids.js";
import { receiveApplication } from "../store/applications.js";
import { listDocuments, saveDocument } from "../store/documents.js";
import { saveEvidence } from "../store/evidence.js";
import { anApplication } from "../store/test-support/an-application.js";
import { anyEvent, openTestStore, testInstant, type TestStore } from "../store/test-support/test-store.js";
import { createDocumentActivities, type DocumentDeps } from "./documents.js";

describe("reading the documents of a case", () => {
  let test: TestStore;
  let year = 2029;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.stop());

  const aCaseWithA = (declaredKind: string): Promise<CaseId> =>
    test.store.transaction(async (tx) => {
      year += 1;
      const month = `${String(year)}-11`;
      const application = anApplication({ reference: `R-${month}`, month });
      const { caseId, applicationId } = await receiveApplication(tx, { application, municipality: "Exempelköping" });
      const captured = { kind: "document", mediaType: "application/pdf", bytes: Buffer.from(declaredKind) } as const;
      const provenance = { portal: "e-service", botVersion: "test", readAt: testInstant } as const;
      const evidenceId = await saveEvidence(tx, caseId, { captured, provenance });
      await saveDocument(tx, { caseId, applicationId, evidenceId, name: "fil.pdf", declaredKind });
      await append(tx, anyEvent);
      return caseId;
    });

  const read = async (caseId: CaseId, readDocument: DocumentDeps["readDocument"]) => {
    await createDocumentActivities({ store: test.store, readDocument }).readDocuments({ caseId });
    return test.store.read(async (tx) => ({
      documents: await listDocuments(tx, caseId),
      details: (await listEvents(tx, { caseId }))
        .filter(({ action }) => action === "document.read")
        .map((one) => one.details),
    }));
  };

  const aReading = (kind: DocumentKind): DocumentReading => ({
    schema: "skalig.reading.v1",
    kind,
    pages: 1,
    source: "text",
    fields: [],
    flags: [],
  });

  it("hands over what the applicant said it was, and tells the log what it turned out to be", async () => {
    const caseId = await aCaseWithA("Hyresavi");
    const hints: (DocumentKind | undefined)[] = [];
    const { details, documents } = await read(caseId, ({ kindHint }) => {
      hints.push(kindHint);
      return Promise.resolve(aReading("rent-notice"));
    });
    expect(hints).toEqual(["rent-notice"]);
    expect(details).toMatchObject([{ kind: "rent-notice", source: "text" }]);
    expect(documents[0]?.reading).toMatchObject({ kind: "rent-notice" });
  });

  it("never tells the open part of the log that somebody belongs to a union", async () => {
    const caseId = await aCaseWithA("Fackavgift");
    const { details, documents } = await read(caseId, () => Promise.resolve(aReading("union-fee")));
    expect(documents[0]?.reading).toMatchObject({ kind: "union-fee" });
    expect(details).toHaveLength(1);
    expect(JSON.stringify(details)).not.toMatch(/union|fack/i);
  });

  it("fault 46: leaves a refused file unread, with the reason in the log", async () => {
    const caseId = await aCaseWithA("Kontoutdrag");
    const refuse = () => Promise.reject(new Fault("DocumentRefused", "Filen är låst.", { code: "encrypted" }));
    const { details, documents } = await read(caseId, refuse);
    expect(documents[0]).not.toHaveProperty("reading.kind");
    expect(details).toMatchObject([{ refused: "encrypted" }]);
  });
});
