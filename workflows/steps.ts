import { proxyActivities } from "@temporalio/workflow";
import type { CaseSystemActivities } from "../activities/case-system.js";
import type { DocumentActivities } from "../activities/documents.js";
import type { InboxActivities } from "../activities/inbox.js";
import type { OutboxActivities } from "../activities/outbox.js";
import type { PaymentActivities } from "../activities/payments.js";
import type { ProcessActivities } from "../activities/process.js";
import type { SourceActivities } from "../activities/sources.js";
import { taskQueues } from "../contracts/task-queues.js";

/**
 * Every activity that a workflow may call, with how it is retried. This file and `messages.ts` are the process's
 * table of contents.
 */

/** Our own database. Retried until it is back: nothing outside is touched, and a case must not be lost. */
const storage = {
  startToCloseTimeout: "1 minute",
  scheduleToCloseTimeout: "30 days",
  retry: { initialInterval: "500 milliseconds", maximumInterval: "30 seconds" },
} as const;

/**
 * A read in a portal. Three attempts: more would only keep a household waiting, since a portal that is down is
 * asked again the next day. The heartbeat finds a killed worker within seconds.
 */
const portalRead = {
  startToCloseTimeout: "2 minutes",
  scheduleToCloseTimeout: "30 minutes",
  heartbeatTimeout: "15 seconds",
  retry: { initialInterval: "2 seconds", maximumInterval: "30 seconds", maximumAttempts: 3 },
} as const;

/**
 * A write in a portal. A new attempt never repeats a submission: it first looks in the target, and asks a person
 * where that does not settle the matter. Attempts are therefore safe, and needed after a crash. A queue may be paused
 * over a holiday, so the bound in total is long; `deliver.ts` says what follows when it is reached.
 */
const portalWrite = {
  startToCloseTimeout: "2 minutes",
  scheduleToCloseTimeout: "7 days",
  heartbeatTimeout: "15 seconds",
  retry: { initialInterval: "2 seconds", maximumInterval: "1 minute" },
} as const;

/**
 * What leaves us: letters and payment files. Like a write in a portal it looks before it sends, so attempts are safe. A
 * mailbox or a bank that is down for days must not end a case, so they go on longer, and less often.
 */
const outward = {
  startToCloseTimeout: "5 minutes",
  scheduleToCloseTimeout: "7 days",
  heartbeatTimeout: "15 seconds",
  retry: { initialInterval: "2 seconds", maximumInterval: "10 minutes" },
} as const;

/** Reading documents: slow, bounded per document inside, safe to repeat. */
const documentRead = {
  startToCloseTimeout: "5 minutes",
  scheduleToCloseTimeout: "30 minutes",
  heartbeatTimeout: "30 seconds",
  retry: { initialInterval: "2 seconds", maximumAttempts: 3 },
} as const;

export const steps = {
  inbox: proxyActivities<InboxActivities>({ ...portalRead, taskQueue: taskQueues.eService }),
  agencies: proxyActivities<Pick<SourceActivities, "queryAgencies">>({ ...portalRead, taskQueue: taskQueues.agencies }),
  register: proxyActivities<Pick<SourceActivities, "lookUpRegister">>({
    ...portalRead,
    taskQueue: taskQueues.register,
  }),
  caseFile: proxyActivities<Pick<CaseSystemActivities, "readCaseFile">>({
    ...portalRead,
    taskQueue: taskQueues.caseSystem,
  }),
  caseSystem: proxyActivities<Pick<CaseSystemActivities, "writeToCaseSystem">>({
    ...portalWrite,
    taskQueue: taskQueues.caseSystem,
  }),
  documents: proxyActivities<DocumentActivities>({ ...documentRead, taskQueue: taskQueues.documents }),
  outbox: proxyActivities<OutboxActivities & PaymentActivities>({ ...outward, taskQueue: taskQueues.outbox }),
  process: proxyActivities<ProcessActivities>({ ...storage, taskQueue: taskQueues.process }),
} as const;
