import type { QueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { liveEventSchema } from "../../contracts/api/live-event.js";
import type { CaseId } from "../../contracts/ids.js";
import { setAlsoOpen } from "./also-open.js";
import { inBackground } from "./in-background.js";

/** Tells a page that the case it shows has changed on the server. */
const changed = new EventTarget();

const onMessage = (client: QueryClient, data: unknown): void => {
  const event = liveEventSchema.safeParse(typeof data === "string" ? JSON.parse(data) : undefined);
  if (!event.success) return;
  if (event.data.kind === "also-open") {
    setAlsoOpen(event.data);
    return;
  }
  inBackground(client.invalidateQueries({ queryKey: ["queue"] }));
  inBackground(client.invalidateQueries({ queryKey: ["month"] }));
  if (event.data.kind === "case-changed") changed.dispatchEvent(new CustomEvent(event.data.caseId));
  else inBackground(client.invalidateQueries({ queryKey: ["session"] }));
};

/**
 * Follows the server's events while the console is open, and says which case is on the page, so that colleagues see
 * that it is. One line for both: a browser has few. It reconnects by itself.
 */
export const useLiveUpdates = (client: QueryClient, caseId: CaseId | undefined): void => {
  useEffect(() => {
    const source = new EventSource(caseId === undefined ? "/api/events" : `/api/events?case=${caseId}`);
    source.onmessage = (message: MessageEvent<unknown>) => {
      onMessage(client, message.data);
    };
    return () => {
      source.close();
      setAlsoOpen({ caseId: undefined, names: [] });
    };
  }, [client, caseId]);
};

/** Whether a case has changed since it was opened. The page offers to read it anew; it never changes under someone's hands. */
export const useChangedSince = (caseId: CaseId): { readonly hasChanged: boolean; readonly clear: () => void } => {
  const [hasChanged, setHasChanged] = useState(false);
  useEffect(() => {
    const onChange = (): void => {
      setHasChanged(true);
    };
    changed.addEventListener(caseId, onChange);
    return () => {
      changed.removeEventListener(caseId, onChange);
    };
  }, [caseId]);
  return {
    hasChanged,
    clear: () => {
      setHasChanged(false);
    },
  };
};
