import { z } from "zod";
import type { CaseId } from "../../../contracts/ids.js";
import { Field } from "../../components/field.js";
import { useDraft, type Draft } from "../../server/drafts.js";
import { sv } from "../../texts/sv.js";

/** Fewer characters say nothing of a child; the contract's own limit. */
export const minimumChildPerspective = 10;

/** What a person writes of the children. Never filled in for them; the same text on the case and in its decision. */
export const useChildPerspective = (caseId: CaseId): Draft<string> =>
  useDraft(z.string(), { caseId, form: "children", start: "" });

/** How the decision affects the children, in the decider's own words. */
export const ChildPerspective = ({
  draft,
  error,
}: {
  readonly draft: Draft<string>;
  readonly error?: string | undefined;
}) => (
  <div id="child-perspective">
    <Field
      label={sv.case.children}
      help={sv.case.childrenHelp}
      value={draft.value}
      onChange={draft.set}
      rows={3}
      error={error}
    />
  </div>
);
