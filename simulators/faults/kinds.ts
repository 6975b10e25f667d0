/** The simulated systems. */
export const systems = ["e-service", "agencies", "register", "case-system"] as const;
export type System = (typeof systems)[number];

/** Faults that stand in front of a page, whatever page it is. */
export const disturbances = [
  /** An error page that says 200. */
  "error-page-200",
  "error-500",
  "unavailable-503",
  "maintenance",
  "captcha",
  "new-terms",
  /** The session ends while it is in use. */
  "session-expired",
  /** 429 with Retry-After. */
  "throttled",
  /** Never answers. */
  "hang",
  /** Half the answer, then the connection is cut. */
  "half-response",
  "connection-reset",
  "locked-account",
  /** Sent on to a host that is not on any list. */
  "redirect-elsewhere",
] as const;
export type Disturbance = (typeof disturbances)[number];

/** Faults that change what a page shows. */
export const alterations = [
  "renamed-column",
  "moved-column",
  "extra-column",
  /** A label of a form or a list has another wording. */
  "renamed-label",
  /** A search finds two. */
  "two-hits",
  /** The page shows somebody else. */
  "other-person",
  /** Another period than the one asked for. */
  "other-period",
  "duplicate-rows",
  /** A table is split over two pages. */
  "two-pages",
  "sum-mismatch",
  /** An empty result that does not say that it is empty. */
  "silent-empty",
  /** Amounts written in another style. */
  "other-amount-style",
  /** An agency's answer is replaced by an error. */
  "agency-error",
] as const;
export type Alteration = (typeof alterations)[number];

/** Faults around a write to the case system. */
export const writeFaults = [
  /** Saved, but the connection is cut before the receipt. */
  "saved-response-lost",
  /** Saved, but the page says that it was not. */
  "saved-shown-as-error",
  /** Not saved, and the connection is cut. */
  "not-saved-response-lost",
  /** Not saved, though the receipt says so. */
  "shown-as-saved",
] as const;
export type WriteFault = (typeof writeFaults)[number];

/** Every kind of fault that can be armed. */
export const faultKinds = [...disturbances, ...alterations, ...writeFaults] as const;
export type FaultKind = (typeof faultKinds)[number];

/** The pages of each system, as faults name them. */
export const pages = {
  "e-service": ["login", "inbox", "application", "attachment"],
  agencies: ["login", "code", "query", "answer", "progress"],
  register: ["search", "record"],
  "case-system": ["login", "role", "search", "file", "form", "write", "receipt", "records", "record"],
} as const satisfies Record<System, readonly string[]>;
