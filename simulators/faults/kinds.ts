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

/**
 * The pages of each system, and what each can be made to show or do wrongly beside the disturbances, which can
 * stand in front of any page.
 */
export const shows = {
  "e-service": {
    login: [],
    inbox: ["renamed-column", "moved-column", "duplicate-rows", "two-pages", "silent-empty"],
    application: [
      "renamed-column",
      "moved-column",
      "renamed-label",
      "duplicate-rows",
      "sum-mismatch",
      "silent-empty",
      "other-amount-style",
      "other-person",
    ],
    attachment: [],
  },
  agencies: {
    login: [],
    code: [],
    query: ["renamed-label"],
    answer: [
      "renamed-column",
      "moved-column",
      "extra-column",
      "other-person",
      "other-period",
      "duplicate-rows",
      "sum-mismatch",
      "silent-empty",
      "other-amount-style",
      "agency-error",
    ],
    progress: [],
  },
  register: {
    search: ["renamed-label"],
    record: ["renamed-label", "moved-column", "duplicate-rows", "silent-empty", "two-hits", "other-person"],
  },
  "case-system": {
    login: [],
    role: [],
    search: ["renamed-label", "two-hits"],
    file: ["renamed-column", "moved-column", "duplicate-rows", "sum-mismatch", "silent-empty", "other-person"],
    form: ["renamed-label"],
    write: writeFaults,
    receipt: [],
    records: ["renamed-column", "moved-column", "duplicate-rows", "two-pages", "silent-empty"],
    record: [],
  },
} as const satisfies Record<System, Record<string, readonly (Alteration | WriteFault)[]>>;

/** What a page of a system can be made to show wrongly. */
export type Shown<
  Of extends System,
  Page extends keyof (typeof shows)[Of],
> = (typeof shows)[Of][Page] extends readonly (infer Kind)[] ? Kind : never;

/** The kinds that can be armed on a page of a system, or on any of its pages. */
export const kindsOn = (system: System, page?: string): readonly FaultKind[] => {
  const own: Readonly<Record<string, readonly FaultKind[]>> = shows[system];
  const there = page === undefined ? Object.values(own).flat() : own[page];
  return there === undefined ? [] : [...disturbances, ...there];
};
