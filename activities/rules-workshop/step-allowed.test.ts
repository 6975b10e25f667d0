import { describe, expect, test } from "vitest";
import { changeActionSchema, changeStateSchema, type ChangeAction } from "../../contracts/rule-change.js";
import { stepRefusal, type StepFacts } from "./step-allowed.js";

const inOrder: StepFacts = {
  state: "draft",
  isEditor: false,
  isBaseInForce: true,
  problems: [],
  proofsHold: true,
  tests: "fresh",
  testsPass: true,
  rehearsal: "fresh",
};

const allowedIn = (action: ChangeAction): readonly string[] =>
  changeStateSchema.options.filter(
    (state) => stepRefusal(action, { ...inOrder, state, isBaseInForce: action !== "rebase" }) === undefined,
  );

describe("the way of a change", () => {
  test.each([
    ["save", ["draft", "submitted", "approved"]],
    ["rebase", ["draft", "submitted", "approved"]],
    ["check", ["draft"]],
    ["rehearse", ["draft"]],
    ["submit", ["draft"]],
    ["approve", ["submitted"]],
    ["return", ["submitted", "approved"]],
    ["publish", ["approved"]],
    ["withdraw", ["draft", "submitted", "approved"]],
  ] as const)("takes %s in the states %j, and in no other", (action, states) => {
    expect(allowedIn(action)).toEqual(states);
  });

  test("has no step out of a published or a withdrawn change", () => {
    for (const action of changeActionSchema.options)
      for (const state of ["published", "withdrawn"] as const)
        expect(stepRefusal(action, { ...inOrder, state, isBaseInForce: action !== "rebase" })).toBe("wrong-state");
  });

  test("is never approved by somebody who has written in it, however much else is in order", () => {
    expect(stepRefusal("approve", { ...inOrder, state: "submitted", isEditor: true })).toBe("own-change");
  });

  test.each([
    ["submit", "draft"],
    ["approve", "submitted"],
    ["publish", "approved"],
  ] as const)("asks at %s for everything that the change is bound to", (action, state) => {
    const refusal = (differs: Partial<StepFacts>) => stepRefusal(action, { ...inOrder, state, ...differs });
    expect(refusal({})).toBeUndefined();
    expect(refusal({ isBaseInForce: false })).toBe("base-not-in-force");
    expect(refusal({ problems: ["backdated", "source-missing"] })).toBe("backdated");
    expect(refusal({ proofsHold: false })).toBe("proofs-fail");
    expect(refusal({ tests: "missing" })).toBe("not-checked");
    expect(refusal({ tests: "other-draft" })).toBe("not-checked");
    expect(refusal({ tests: "other-rules" })).toBe("checked-on-other-rules");
    expect(refusal({ tests: "other-scenarios" })).toBe("checked-on-other-scenarios");
    expect(refusal({ rehearsal: "other-months" })).toBe("rehearsed-on-other-months");
    expect(refusal({ testsPass: false })).toBe("tests-fail");
    expect(refusal({ rehearsal: "missing" })).toBe("not-rehearsed");
    expect(refusal({ rehearsal: "other-draft" })).toBe("not-rehearsed");
    expect(refusal({ rehearsal: "other-rules" })).toBe("checked-on-other-rules");
  });
});
