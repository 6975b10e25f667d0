import type { LiveEvent } from "../contracts/api/live-event.js";
import type { CaseId } from "../contracts/ids.js";

/** Somebody who has a case open, with the line that tells them of others. */
export type Reader = {
  readonly staffId: string;
  readonly name: string;
  readonly tell: (event: LiveEvent) => void;
};

/**
 * Who has which case open at this moment, in this program's memory only: it is a courtesy between colleagues, and what
 * protects the case is that a decision on an outdated page is refused.
 */
export const createPresence = () => {
  const open = new Map<CaseId, Set<Reader>>();

  const tellAll = (caseId: CaseId): void => {
    const readers = [...(open.get(caseId) ?? [])];
    for (const { staffId, tell } of readers) {
      const others = readers.filter((reader) => reader.staffId !== staffId).map(({ name }) => name);
      tell({ kind: "also-open", caseId, names: [...new Set(others)].toSorted((a, b) => a.localeCompare(b, "sv")) });
    }
  };

  return {
    /** Somebody opens a case. The returned function says that they have left it. */
    enter: (caseId: CaseId, reader: Reader): (() => void) => {
      const readers = open.get(caseId) ?? new Set<Reader>();
      readers.add(reader);
      open.set(caseId, readers);
      tellAll(caseId);
      return () => {
        readers.delete(reader);
        if (readers.size === 0) open.delete(caseId);
        tellAll(caseId);
      };
    },
  };
};
export type Presence = ReturnType<typeof createPresence>;
