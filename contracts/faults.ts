/** The machinery's faults. The name is the policy; see ARCHITECTURE.md, "Faults". */
export const faultNames = [
  "PortalUnavailable",
  "SessionExpired",
  "PortalThrottled",
  "PortalChanged",
  "CredentialRejected",
  "AccountLocked",
  "AmbiguousMatch",
  "PersonMismatch",
  "OutcomeUnknown",
  "DocumentRefused",
  "ContractViolation",
  "InvariantBroken",
] as const;
export type FaultName = (typeof faultNames)[number];

/** Faults that a new attempt may cure. All others go straight to a person or a developer. */
export const retryableFaults = [
  "PortalUnavailable",
  "SessionExpired",
  "PortalThrottled",
] as const satisfies readonly FaultName[];

/**
 * Something went wrong in the machinery. The message says what was expected, what was found and what to do,
 * in words that are safe to show and to log: never a name, a number or an amount.
 */
export class Fault extends Error {
  override readonly name: FaultName;
  /** Codes and ids that help to find the place; never personal data. */
  readonly details: Readonly<Record<string, string | number>>;

  constructor(name: FaultName, message: string, details: Readonly<Record<string, string | number>> = {}) {
    super(message);
    this.name = name;
    this.details = details;
  }
}

/** Whether an error is one of ours, across module copies. */
export const isFault = (error: unknown): error is Fault =>
  error instanceof Error && (faultNames as readonly string[]).includes(error.name) && "details" in error;
