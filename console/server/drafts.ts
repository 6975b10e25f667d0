import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { z } from "zod";
import type { CaseId } from "../../contracts/ids.js";
import { sessionQuery } from "./queries.js";

/*
 * Text that is written and not yet sent. It is kept in the tab's own session storage: it survives that the session
 * ends, that the page is loaded anew and that the case changes, is seen by no other tab or address, and is gone with
 * the tab, with signing out, and when someone else signs in here. Nothing is kept in local storage.
 */
const prefix = "skalig.draft/";

const forget = (isForgotten: (key: string) => boolean): void => {
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith(prefix) && isForgotten(key)) sessionStorage.removeItem(key);
};

/** Forgets every draft of this tab: when someone signs out. */
export const forgetDrafts = (): void => {
  forget(() => true);
};

/** Forgets what anyone else has written in this tab. */
export const keepDraftsOf = (staffId: string): void => {
  forget((key) => !key.startsWith(`${prefix}${staffId}/`));
};

const kept = <T extends z.ZodType>(schema: T, key: string): z.output<T> | undefined => {
  const text = sessionStorage.getItem(key);
  if (text === null) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

/** What a form of a case holds, kept as it is written. `clear` when it has been sent. */
export type Draft<Value> = {
  readonly value: Value;
  readonly set: (value: Value) => void;
  readonly clear: () => void;
  /** Whether it was written earlier and is taken up again. */
  readonly isTakenUp: boolean;
};

type Kept<T extends z.ZodType> = { readonly form: string; readonly start: z.output<T> };

/** A form's content, kept through time limits and reloads. A draft of an older shape is not taken up. */
export const useDraft = <T extends z.ZodType>(
  schema: T,
  { caseId, ...form }: Kept<T> & { readonly caseId: CaseId },
): Draft<z.output<T>> => useDraftAbout(schema, { about: caseId, ...form });

/** The same for what is not about a case: `about` is what it is about, and never a person. */
export const useDraftAbout = <T extends z.ZodType>(
  schema: T,
  { about, form, start }: Kept<T> & { readonly about: string },
): Draft<z.output<T>> => {
  const { data: session } = useSuspenseQuery(sessionQuery);
  const key = `${prefix}${session.staffId}/${about}/${form}`;
  const [earlier] = useState(() => kept(schema, key));
  const [value, setValue] = useState<z.output<T>>(earlier ?? start);
  return {
    value,
    set: (next) => {
      setValue(next);
      sessionStorage.setItem(key, JSON.stringify(next));
    },
    clear: () => {
      sessionStorage.removeItem(key);
    },
    isTakenUp: earlier !== undefined,
  };
};
