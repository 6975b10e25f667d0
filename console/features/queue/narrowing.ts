import { queueQuerySchema, type QueueQuery } from "../../../contracts/api/queue.js";

/** A list narrowed anew: the named choices are replaced, or taken away where they are empty. It begins on its first page. */
export const narrowed = (query: QueueQuery, change: Readonly<Partial<Record<keyof QueueQuery, string>>>): QueueQuery =>
  queueQuerySchema.parse(
    Object.fromEntries(
      Object.entries({ ...query, ...change }).filter(([name, value]) => name !== "page" && value !== ""),
    ),
  );
