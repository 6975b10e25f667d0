import { createCaseSystemActivities } from "../activities/case-system.js";
import { createDocumentActivities, type DocumentDeps } from "../activities/documents.js";
import { createOutboxActivities } from "../activities/outbox.js";
import { createPaymentActivities } from "../activities/payments.js";
import { createInboxActivities, type InboxDeps } from "../activities/inbox.js";
import { createProcessActivities, type ProcessDeps } from "../activities/process.js";
import { createSourceActivities } from "../activities/sources.js";
import { taskQueues, type TaskQueue } from "../contracts/task-queues.js";
import type { Debtor } from "../contracts/payments.js";
import { parametersFor } from "../rules/index.js";
import type { Outward } from "./outward.js";
import type { Portals } from "./portals.js";

/** Everything the steps work with. */
export type StepDeps = ProcessDeps &
  DocumentDeps &
  Omit<InboxDeps, "inbox"> & {
    readonly portals: Portals;
    /** Where letters and payment files go, and who pays. */
    readonly outward: Outward;
    readonly debtor: Debtor;
  };

/** One worker's queue: what runs on it, and how much at a time. */
export type Queue = {
  readonly taskQueue: TaskQueue;
  readonly activities: object;
  readonly atOnce: number;
  /** Only the process's own queue runs workflows. */
  readonly runsWorkflows: boolean;
};

/**
 * The task queues, one per outside system. A portal is asked one thing at a time: each bot has one account, and one
 * account has one session.
 */
export const queuesFor = (deps: StepDeps): readonly Queue[] => {
  const { portals } = deps;
  const sources = createSourceActivities({ ...deps, agencies: portals.agencies, register: portals.register });
  return [
    { taskQueue: taskQueues.process, activities: createProcessActivities(deps), atOnce: 8, runsWorkflows: true },
    { taskQueue: taskQueues.documents, activities: createDocumentActivities(deps), atOnce: 1, runsWorkflows: false },
    {
      taskQueue: taskQueues.outbox,
      activities: {
        ...createOutboxActivities({
          store: deps.store,
          renderLetter: deps.renderLetter,
          channels: deps.outward.channels,
          today: deps.today,
          namedChannels: async (tx, month) => parametersFor(await deps.packsInForce(tx), month).letterChannels,
        }),
        ...createPaymentActivities({ ...deps, bank: deps.outward.bank }),
      },
      atOnce: 2,
      runsWorkflows: false,
    },
    {
      taskQueue: taskQueues.eService,
      activities: createInboxActivities({ ...deps, inbox: portals.inbox }),
      atOnce: 1,
      runsWorkflows: false,
    },
    {
      taskQueue: taskQueues.agencies,
      activities: { queryAgencies: sources.queryAgencies },
      atOnce: 1,
      runsWorkflows: false,
    },
    {
      taskQueue: taskQueues.register,
      activities: { lookUpRegister: sources.lookUpRegister },
      atOnce: 1,
      runsWorkflows: false,
    },
    {
      taskQueue: taskQueues.caseSystem,
      activities: createCaseSystemActivities({ ...deps, caseSystem: portals.caseSystem }),
      atOnce: 1,
      runsWorkflows: false,
    },
  ];
};
