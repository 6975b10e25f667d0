import type { Problem } from "../../contracts/api/problem.js";

/** The server refused, or could not be reached. The message is ready to show. */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string | undefined;
  readonly fields: NonNullable<Problem["errors"]>;
  /** The whole answer, for those few that carry more than what is wrong. */
  readonly answer: unknown;

  constructor(problem: Problem, answer?: unknown) {
    super(problem.title);
    this.name = "ProblemError";
    this.status = problem.status;
    this.code = problem.code;
    this.fields = problem.errors ?? [];
    this.answer = answer;
  }
}

/** The plain sentence to show for any error. */
export const messageOf = (error: unknown): string =>
  error instanceof ProblemError ? error.message : "Sidan gick inte att visa. Ladda om den. Inget har ändrats.";

/** Whether the session has ended. */
export const isSignedOut = (error: unknown): boolean => error instanceof ProblemError && error.status === 401;

/** Whether the page has to be read anew before anything else can be done with the case. */
export const isOutdated = (error: unknown): boolean =>
  error instanceof ProblemError && ["stale-view", "already-decided", "not-open"].includes(error.code ?? "");
