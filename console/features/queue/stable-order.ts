import type { QueueRow } from "../../../contracts/api/queue.js";

/** A row as it stands on the page: one that has left the list stays where it was until the list is put in order. */
export type StandingRow = { readonly row: QueueRow; readonly hasLeft: boolean };

/**
 * Takes in new rows without moving the ones someone is reading: known rows keep their place and get their new content,
 * new ones are put last, and rows that have left stay, marked.
 */
export const keepInPlace = (
  standing: readonly StandingRow[],
  incoming: readonly QueueRow[],
): readonly StandingRow[] => {
  const byId = new Map(incoming.map((row) => [row.caseId, row]));
  const known = new Set(standing.map(({ row }) => row.caseId));
  return [
    ...standing.map(({ row }) => {
      const fresh = byId.get(row.caseId);
      return fresh === undefined ? { row, hasLeft: true } : { row: fresh, hasLeft: false };
    }),
    ...incoming.filter(({ caseId }) => !known.has(caseId)).map((row) => ({ row, hasLeft: false })),
  ];
};

/** The rows as the server orders them. */
export const inOrder = (incoming: readonly QueueRow[]): readonly StandingRow[] =>
  incoming.map((row) => ({ row, hasLeft: false }));

/** Whether what stands differs from the server's order. */
export const isOutOfOrder = (standing: readonly StandingRow[], incoming: readonly QueueRow[]): boolean =>
  standing.length !== incoming.length || standing.some(({ row }, index) => row.caseId !== incoming[index]?.caseId);
