import { append } from "../audit/append.js";
import type { CaseId } from "../contracts/ids.js";
import type { CaseClosed } from "../contracts/process.js";
import { changeCase, lockCase } from "../store/cases.js";
import type { Store } from "../store/open-store.js";
import { theSystem } from "./actors.js";

export const createClosingActivities = ({ store }: { readonly store: Store }) => ({
  /** Closes a delivered case. Safe to retry because a closed case stays as it is. */
  closeCase: ({ caseId }: { readonly caseId: CaseId }): Promise<CaseClosed> =>
    store.transaction(async (tx) => {
      const { state } = await lockCase(tx, caseId);
      if (state !== "closed") {
        await changeCase(tx, caseId, { state: "closed" });
        await append(tx, { action: "case.closed", caseId, actor: theSystem });
      }
      return { state: "closed" };
    }),
});
