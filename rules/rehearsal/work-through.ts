import type { RehearsalError } from "../../contracts/rehearsal.js";
import type { ReadableCase, RehearsalCase } from "./rehearsal-case.js";

/** What came of every case, and those that nothing could come of. */
export type WorkedThrough<T> = { readonly done: readonly T[]; readonly errors: readonly RehearsalError[] };

/** Work that stops after every case, so that a program with others to answer can do so in between. */
export type Steps<T> = Generator<undefined, T>;

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Months in order, and the cases of a month by reference: the answer is the same in whatever order they come. */
const inOrder = (one: ReadableCase, other: ReadableCase): number =>
  byText(one.case.benefitMonth, other.case.benefitMonth) || byText(one.ref, other.ref);

const tried = <T>(one: ReadableCase, work: (one: ReadableCase) => T): { readonly value: T } | RehearsalError => {
  try {
    return { value: work(one) };
  } catch (error) {
    // What is thrown may quote the case; its kind does not.
    const kind = error instanceof Error ? error.name : "okänt fel";
    return { ref: one.ref, code: "not-evaluated", message: `Ärendet gick inte att räkna om (${kind}).` };
  }
};

/** Works through the cases in their stable order. A case that cannot be read or worked out is listed, never dropped. */
export const workThrough = function* <T>(
  cases: readonly RehearsalCase[],
  work: (one: ReadableCase) => T,
): Steps<WorkedThrough<T>> {
  const seen = new Map<string, number>();
  for (const { ref } of cases) seen.set(ref, (seen.get(ref) ?? 0) + 1);
  const done: T[] = [];
  const errors: RehearsalError[] = [];
  const readable: ReadableCase[] = [];
  for (const one of cases)
    if ((seen.get(one.ref) ?? 0) > 1)
      errors.push({ ref: one.ref, code: "duplicate-ref", message: "Flera ärenden har samma beteckning." });
    else if ("unreadable" in one) errors.push({ ref: one.ref, code: "unreadable", message: one.unreadable });
    else readable.push(one);
  for (const one of readable.toSorted(inOrder)) {
    const result = tried(one, work);
    if ("value" in result) done.push(result.value);
    else errors.push(result);
    yield;
  }
  return { done, errors: errors.toSorted((one, other) => byText(one.ref, other.ref)) };
};

/** Takes every step at once. */
export const atOnce = <T>(steps: Steps<T>): T => {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
};
