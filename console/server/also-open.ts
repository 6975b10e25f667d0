import { useSyncExternalStore } from "react";
import type { CaseId } from "../../contracts/ids.js";

type Others = { readonly caseId: CaseId | undefined; readonly names: readonly string[] };

const nobody: readonly string[] = [];
let others: Others = { caseId: undefined, names: nobody };
const listeners = new Set<() => void>();

/** Takes in who else has a case open. */
export const setAlsoOpen = (next: Others): void => {
  others = next;
  listeners.forEach((listener) => {
    listener();
  });
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** Colleagues who have the case open at this moment, by name. */
export const useAlsoOpen = (caseId: CaseId): readonly string[] =>
  useSyncExternalStore(subscribe, () => (others.caseId === caseId ? others.names : nobody));
