/** One task queue per outside system, so that a slow or locked portal cannot starve the rest. */
export const taskQueues = {
  process: "skalig-process",
  eService: "portal-e-service",
  agencies: "portal-agencies",
  register: "portal-register",
  caseSystem: "portal-case-system",
  documents: "documents",
  /** Letters and payment files on their way out. */
  outbox: "outbox",
} as const;
export type TaskQueue = (typeof taskQueues)[keyof typeof taskQueues];
