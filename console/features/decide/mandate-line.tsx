import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { MandateInput } from "../../../contracts/api/reading.js";
import type { CaseId } from "../../../contracts/ids.js";
import { mandateQuery } from "../../server/queries.js";
import { messageOf } from "../../server/problem-error.js";
import { decideTexts as text } from "../../texts/decide.js";

const Line = ({ isEnough, children }: { readonly isEnough: boolean; readonly children: string }) => (
  <div className={isEnough ? "small" : "small not-enough"}>{children}</div>
);

/** Whether the person may decide this outcome and amount, as the delegation order has it. */
export const MandateLine = ({
  caseId,
  asked,
}: {
  readonly caseId: CaseId;
  readonly asked: MandateInput | undefined;
}) => {
  const mandate = useQuery({ ...mandateQuery(caseId, asked), placeholderData: keepPreviousData });
  if (asked === undefined) return null;
  if (mandate.isError) return <Line isEnough={false}>{messageOf(mandate.error)}</Line>;
  if (mandate.data === undefined) return null;
  const { month, discretionary } = mandate.data;
  return (
    <div aria-live="polite">
      <Line isEnough={month.sufficient}>{month.text}</Line>
      {discretionary === null ? null : (
        <Line isEnough={discretionary.sufficient}>{`${text.discretionaryMandate}: ${discretionary.text}`}</Line>
      )}
    </div>
  );
};
