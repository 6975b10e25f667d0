import { setTimeout as pause } from "node:timers/promises";
import { addDays, localDate, type LocalDate } from "../../contracts/dates.js";
import type { Household } from "../../simulators/households/household.js";
import type { CaseProgress } from "../serve/month-status.js";

/** A case that rests: it waits for a person, for a new day, or it is closed. */
const restingStates: ReadonlySet<string> = new Set(["prefilled", "referred", "waiting", "closed"]);
const lookEveryMs = 400;

/** What a run of the month needs to do and to see. */
export type MonthRun = {
  readonly households: readonly Household[];
  readonly today: LocalDate;
  readonly status: () => Promise<readonly CaseProgress[]>;
  readonly beginDay: (today: LocalDate) => Promise<void>;
  /** Absent: what a caseworker does is left to people. */
  readonly caseworker?: {
    readonly approve: (caseId: string) => Promise<void>;
    readonly communicate: (caseId: string, about: { text: string; answerBy: LocalDate }) => Promise<void>;
  };
  readonly onProgress: (cases: readonly CaseProgress[]) => void;
  readonly timeoutMs: number;
  readonly now: () => number;
};

/**
 * What was seen of one household at rest: before a caseworker has done anything that day, and after; and how many
 * seconds into the run it came to rest so.
 */
export type Seen = { readonly on: LocalDate; readonly progress: CaseProgress; readonly seconds: number };

/** The run took longer than it may; says how many cases had not come to rest. */
export class MonthTimedOut extends Error {
  override readonly name = "MonthTimedOut";
}

/**
 * Takes the households from inbox to end, a day at a time: waits until every case rests, lets the scripted caseworker
 * approve and communicate those whose file says so, and turns to the next day that a household's path names.
 */
export const runMonth = async (run: MonthRun): Promise<ReadonlyMap<string, readonly Seen[]>> => {
  const started = run.now();
  const restedAfter = new Map<string, number>();
  const seen = new Map<string, Seen[]>(run.households.map(({ id }) => [id, []]));
  for (const day of daysOf(run)) {
    const before = new Map((await run.status()).map(({ caseId, sequence }) => [caseId, sequence]));
    if (day !== run.today) await run.beginDay(day);
    const atRest = await untilAtRest(run, {
      started,
      restedAfter,
      isSettled: (one) => day === run.today || hasMoved(one, before),
    });
    const note = (cases: readonly CaseProgress[]): void => {
      for (const { id, application } of run.households) {
        const progress = cases.find(({ references }) => references.includes(application.reference));
        if (progress !== undefined && progress.state !== "closed")
          seen.get(id)?.push({ on: day, progress, seconds: restedAfter.get(stepOf(progress)) ?? 0 });
      }
    };
    note(atRest);
    if (run.caseworker !== undefined) {
      await work(run.caseworker, { households: run.households, cases: atRest, day });
      note(await untilAtRest(run, { started, restedAfter, isSettled: () => true }));
    }
  }
  return seen;
};

/** The first day, and every later day that a household's path names. */
const daysOf = ({ households, today }: MonthRun): LocalDate[] => {
  const later = households.flatMap(({ expected }) => (expected.path ?? []).map(({ on }) => localDate(on)));
  return [...new Set([today, ...later.filter((day) => day > today)])].sort();
};

/** A case as it was last assessed. */
const stepOf = ({ caseId, sequence }: CaseProgress): string => `${caseId} ${String(sequence)}`;

/** A waiting case is assessed again when a day begins; until then it only looks as if it rested. */
const hasMoved = (one: CaseProgress, before: ReadonlyMap<string, number>): boolean =>
  one.state !== "waiting" || one.sequence > (before.get(one.caseId) ?? 0);

const untilAtRest = async (
  run: MonthRun,
  {
    started,
    restedAfter,
    isSettled,
  }: {
    readonly started: number;
    /** Filled with the seconds after which each step of each case was first seen at rest. */
    readonly restedAfter: Map<string, number>;
    readonly isSettled: (one: CaseProgress) => boolean;
  },
): Promise<readonly CaseProgress[]> => {
  const expected = run.households.map(({ application }) => application.reference);
  for (;;) {
    const cases = await run.status();
    run.onProgress(cases);
    const seconds = (run.now() - started) / 1000;
    for (const one of cases)
      if (restingStates.has(one.state) && !restedAfter.has(stepOf(one))) restedAfter.set(stepOf(one), seconds);
    const arrived = expected.every((reference) => cases.some(({ references }) => references.includes(reference)));
    const restless = cases.filter((one) => !restingStates.has(one.state) || !isSettled(one));
    if (arrived && restless.length === 0) return cases;
    if (run.now() - started > run.timeoutMs)
      throw new MonthTimedOut(`${String(restless.length)} cases had not come to rest.`);
    await pause(lookEveryMs);
  }
};

/** What the files say that the caseworker does with cases that have come to rest. */
const work = async (
  caseworker: NonNullable<MonthRun["caseworker"]>,
  at: { readonly households: readonly Household[]; readonly cases: readonly CaseProgress[]; readonly day: LocalDate },
): Promise<void> => {
  for (const { expected, application } of at.households) {
    const found = at.cases.find(({ references }) => references.includes(application.reference));
    if (found === undefined) continue;
    if (expected.approve && found.state === "prefilled") await caseworker.approve(found.caseId);
    if (expected.communicate !== undefined && found.state === "referred") {
      const { text, answerDays } = expected.communicate;
      await caseworker.communicate(found.caseId, { text, answerBy: addDays(at.day, answerDays) });
    }
  }
};
