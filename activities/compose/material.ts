import type { Correction } from "../../contracts/correction.js";
import type { DocumentReading } from "../../contracts/document-reading.js";
import type { LocalDate } from "../../contracts/dates.js";
import type { Case } from "../../contracts/case.js";
import type { AgencyAnswer } from "../../contracts/readings/agency-answer.js";
import type { Application } from "../../contracts/readings/application.js";
import type { CaseFile } from "../../contracts/readings/case-system.js";
import type { RegisterAnswer } from "../../contracts/readings/register-answer.js";

/** A member of the household inside the case, with who it is. */
export type KnownMember = {
  readonly id: string;
  readonly role: Case["household"]["members"][number]["role"];
  readonly personalNumber: string;
};

/** The register's answer about one member, or that it could not be read. */
export type RegisterReading = RegisterAnswer | "unavailable";

/** A document as the applicant sent it; the reading is absent where it could not be read. */
export type KnownDocument = {
  readonly declaredKind: string;
  /** The row of the application it was sent for. */
  readonly declaredRow?: string;
  readonly reading: DocumentReading | undefined;
};

/** Everything the store holds of a case that the rulebook may need to know. What was never asked is absent. */
export type CaseMaterial = {
  readonly today: LocalDate;
  readonly municipality: string;
  readonly application: Application;
  readonly members: readonly KnownMember[];
  readonly caseFile: CaseFile | undefined;
  readonly agencyAnswers: ReadonlyMap<string, readonly AgencyAnswer[]>;
  readonly registerAnswers: ReadonlyMap<string, RegisterReading>;
  readonly documents: readonly KnownDocument[];
  readonly corrections: readonly Correction[];
  readonly settled: NonNullable<Case["settled"]>;
  readonly communicated: Case["communicated"];
  readonly completions: NonNullable<Case["completions"]>;
  readonly linkedApplications: NonNullable<Case["linkedApplications"]>;
  readonly manualNorm: Case["manualNorm"];
};
