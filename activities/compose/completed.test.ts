import { describe, expect, it } from "vitest";
import { caseIdSchema, evidenceIdSchema } from "../../contracts/ids.js";
import type { StoredDocument } from "../../store/documents.js";
import { anApplication, persons } from "../../store/test-support/an-application.js";
import { completed, latestDocuments } from "./completed.js";

const both = (partnerSigned: boolean): object => ({
  persons: [
    { ...persons.applicant, signedOn: "2025-10-25" },
    { ...persons.partner, ...(partnerSigned && { signedOn: "2025-10-29" }) },
  ],
});
const document = (id: string, differs: Partial<StoredDocument>): StoredDocument => ({
  id,
  name: id,
  caseId: caseIdSchema.parse("5f0c6a1e-6f0b-4d0f-9a53-3f2f0b7c9d11"),
  evidenceId: evidenceIdSchema.parse("5f0c6a1e-6f0b-4d0f-9a53-3f2f0b7c9d12"),
  applicationId: "first",
  declaredKind: "Hyresavi",
  declaredRow: null,
  readAt: null,
  ...differs,
});
const kept = (documents: StoredDocument[]): string[] =>
  latestDocuments(documents, ["first", "completion"]).map(({ id }) => id);

describe("an application with what was added to it later", () => {
  it("takes the signature that came, and changes nothing else of what the household first wrote", () => {
    const first = anApplication(both(false));
    const later = anApplication({ ...both(true), costs: [], personsInHome: 9 });
    expect(completed(first, [later])).toEqual({ ...anApplication(both(true)) });
  });

  it("keeps the first signature's day", () => {
    const first = anApplication(both(true));
    const later = anApplication({
      persons: [persons.applicant, { ...persons.partner, signedOn: "2025-11-02" }],
    });
    expect(completed(first, [later])).toEqual(first);
  });

  it("lets a document that was sent again take the earlier one's place, by row or else by kind", () => {
    const sent = [
      document("old-rent", { declaredRow: "k1" }),
      document("statement", { declaredKind: "Kontoutdrag" }),
      document("new-rent", { declaredRow: "k1", applicationId: "completion" }),
      document("old-bill", { declaredKind: "Elräkning" }),
      document("new-bill", { declaredKind: "Elräkning", declaredRow: "k2", applicationId: "completion" }),
      document("new-statement", { declaredKind: "Kontoutdrag", applicationId: "completion" }),
    ];
    expect(kept(sent)).toEqual(["new-rent", "new-bill", "new-statement"]);
  });

  it("keeps two of a kind that were sent together: which one holds is a question", () => {
    expect(kept([document("one", { declaredRow: "k1" }), document("two", { declaredRow: "k1" })])).toEqual([
      "one",
      "two",
    ]);
  });

  it("leaves out what came with another application: its rows are its own", () => {
    expect(kept([document("one", {}), document("second", { applicationId: "second" })])).toEqual(["one"]);
  });
});
