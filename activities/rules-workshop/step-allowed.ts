import type { ChangeAction, ChangeState, WorkshopRefusal } from "../../contracts/rule-change.js";

/**
 * How a run over the draft stands: never made, made on another draft, on other rules in force, with other scenarios or on
 * months of another time, or as it should be.
 */
export type RunStanding = "missing" | "other-draft" | "other-rules" | "other-scenarios" | "other-months" | "fresh";

/** Everything that decides whether a step may be taken. */
export type StepFacts = {
  readonly state: ChangeState;
  /** Whether the one who asks has written in the draft. */
  readonly isEditor: boolean;
  /** Whether the version that the draft starts from is the one in force. */
  readonly isBaseInForce: boolean;
  /** What the rows break, the first one first. */
  readonly problems: readonly WorkshopRefusal[];
  readonly proofsHold: boolean;
  readonly tests: RunStanding;
  readonly testsPass: boolean;
  readonly rehearsal: RunStanding;
};

/** In which states each step may be taken. */
const statesFor: Readonly<Record<ChangeAction, readonly ChangeState[]>> = {
  save: ["draft", "submitted", "approved"],
  rebase: ["draft", "submitted", "approved"],
  check: ["draft"],
  rehearse: ["draft"],
  submit: ["draft"],
  approve: ["submitted"],
  return: ["submitted", "approved"],
  publish: ["approved"],
  withdraw: ["draft", "submitted", "approved"],
};

/**
 * Why a step may not be taken; undefined where it may. Who may ask at all is a question of role, put at the door: here
 * everyone who asks is an administrator. A save unbinds what was checked and approved, so that it may be made of what
 * waits for somebody.
 */
export const stepRefusal = (action: ChangeAction, facts: StepFacts): WorkshopRefusal | undefined => {
  if (!statesFor[action].includes(facts.state)) return "wrong-state";
  switch (action) {
    case "save":
    case "return":
    case "withdraw":
    case "check":
      return undefined;
    case "rebase":
      return facts.isBaseInForce ? "wrong-state" : undefined;
    case "rehearse":
      return unrehearsed.find((one) => facts.problems.includes(one)) ?? (facts.proofsHold ? undefined : "proofs-fail");
    case "submit":
    case "publish":
      return bindingRefusal(facts);
    case "approve":
      return facts.isEditor ? "own-change" : bindingRefusal(facts);
  }
};

/** With these a rehearsal would be of something else than the change. */
const unrehearsed: readonly WorkshopRefusal[] = ["nothing-at-effective", "several-turns"];

/** What must hold each time somebody puts their name to a change: at submission, approval and publication alike. */
const bindingRefusal = (facts: StepFacts): WorkshopRefusal | undefined => {
  if (!facts.isBaseInForce) return "base-not-in-force";
  const [problem] = facts.problems;
  if (problem !== undefined) return problem;
  if (!facts.proofsHold) return "proofs-fail";
  if (facts.tests === "missing" || facts.tests === "other-draft") return "not-checked";
  if (facts.rehearsal === "missing" || facts.rehearsal === "other-draft") return "not-rehearsed";
  if (facts.tests === "other-rules" || facts.rehearsal === "other-rules") return "checked-on-other-rules";
  if (facts.tests === "other-scenarios") return "checked-on-other-scenarios";
  if (facts.rehearsal === "other-months") return "rehearsed-on-other-months";
  return facts.testsPass ? undefined : "tests-fail";
};
