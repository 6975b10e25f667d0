import { applicationSchema, type Application } from "../../contracts/readings/application.js";

/** Two adults and a child of Skatteverket's published test series; names are made up. */
const applicant = { personalNumber: "198903152398", givenName: "Prov", familyName: "Ett", role: "applicant" };
const partner = { personalNumber: "198904102392", givenName: "Prov", familyName: "Två", role: "co-applicant" };

/** An application for November 2025 by a single adult, with what differs. */
export const anApplication = (differs: Partial<Record<keyof Application, unknown>> = {}): Application =>
  applicationSchema.parse({
    reference: "E-1001",
    receivedAt: "2025-10-27T08:00:00.000Z",
    kind: "renewal",
    month: "2025-11",
    persons: [applicant],
    address: { street: "Provgatan 1", postalCode: "123 45", city: "Provköping" },
    personsInHome: 1,
    costs: [{ row: "k1", type: "rent", appliedOre: 640_000 }],
    declaredIncomes: [],
    declaredBenefits: [],
    attachments: [],
    ...differs,
  });

/** The persons of an application. */
export const persons = { applicant, partner };
