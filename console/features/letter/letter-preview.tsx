import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ShownCase } from "../../../contracts/api/case-view.js";
import type { DecisionDraft } from "../../../contracts/decision-draft.js";
import { Failed, Loading } from "../../components/states.js";
import { messageOf, ProblemError } from "../../server/problem-error.js";
import { letterPreviewQuery } from "../../server/queries.js";
import { LetterSheet } from "./letter-sheet.js";

type Props = {
  readonly shown: Pick<ShownCase, "caseId" | "sequence">;
  /** Absent: the letter of the grant that is proposed. */
  readonly draft?: DecisionDraft;
  readonly onSeen: () => void;
};

/** The draft lacks something that the letter has to say; the server says what. */
const isIncomplete = (error: unknown): boolean => error instanceof ProblemError && error.code === "letter-incomplete";

/** The letter as it would be sent, fetched when it is looked at and again when the draft has changed. */
export const LetterPreview = ({ shown, draft, onSeen }: Props) => {
  const preview = useQuery({
    ...letterPreviewQuery(shown, draft),
    placeholderData: keepPreviousData,
  });
  if (isIncomplete(preview.error)) return <p className="muted">{messageOf(preview.error)}</p>;
  if (preview.isError) return <Failed error={preview.error} onRetry={() => preview.refetch()} />;
  if (preview.data === undefined) return <Loading />;
  return <LetterSheet letter={preview.data} onSeen={onSeen} />;
};
