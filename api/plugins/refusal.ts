import type { z } from "zod";
import { problems, type Problem, type ProblemCode } from "../../contracts/api/problem.js";
import { decisionRefusals, type DecisionRefusal } from "../../contracts/process.js";

const statusOf: Readonly<Record<ProblemCode, number>> = {
  "not-signed-in": 401,
  "not-allowed": 403,
  "not-found": 404,
  "input-invalid": 400,
  "origin-refused": 403,
  "too-many-requests": 429,
  "decision-refused": 409,
  "change-refused": 409,
  unavailable: 503,
  internal: 500,
};

/** A refusal on its way to the browser. Thrown by routes, turned into problem+json in one place. */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(code: ProblemCode, details: Partial<Pick<Problem, "title" | "code" | "errors" | "status">> = {}) {
    super(code);
    this.name = "Refusal";
    this.problem = { type: `urn:skalig:problem:${code}`, title: problems[code], status: statusOf[code], ...details };
  }
}

/** The input does not fit its schema. Says where, never what was sent. */
export class InvalidInput extends Refusal {
  constructor(error: z.ZodError) {
    const errors = error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
    super("input-invalid", { errors });
  }
}

/** Refusals that are about who one is, rather than where the case stands. */
const personal: ReadonlySet<DecisionRefusal> = new Set(["role-missing", "mandate-missing"]);

/** A decision that was not recorded, in the words of `contracts/process.ts`. */
export const decisionRefusal = (code: DecisionRefusal): Refusal =>
  new Refusal("decision-refused", { code, title: decisionRefusals[code], status: personal.has(code) ? 403 : 409 });

/** A change that the process did not take in. */
export const changeRefusal = (code: DecisionRefusal): Refusal =>
  new Refusal("change-refused", { code, title: decisionRefusals[code], status: personal.has(code) ? 403 : 409 });
