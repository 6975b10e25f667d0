import { useState } from "react";
import type { CalculationRow, CaseView, Question, QuestionAction } from "../../../contracts/api/case-view.js";
import { announce } from "../../components/announce.js";
import { useShortcuts } from "../../components/shortcuts.js";
import { CommandError } from "../../components/states.js";
import type { Reading } from "../../server/reading-time.js";
import { completionItems } from "../../texts/completion-items.js";
import { sv } from "../../texts/sv.js";
import { CalculationTable } from "./calculation-table.js";
import { useAssign, useDecide } from "./case-commands.js";
import { noDialog, type CaseDialog } from "./case-dialog.js";
import { CaseDialogs } from "./case-dialogs.js";
import { CaseHead } from "./case-head.js";
import { ChildPerspective, minimumChildPerspective, useChildPerspective } from "./child-perspective.js";
import { Checks } from "./checks.js";
import { DecisionBar } from "./decision-bar.js";
import { Questions } from "./questions.js";
import { SourcePanel } from "./source-panel.js";

type Props = {
  readonly view: CaseView;
  readonly reading: Reading;
  readonly onReadAnew: () => void;
  /** Goes on to write a decision that is not what was computed. */
  readonly onWrite: () => void;
};

/** The row to begin with: what the first question is about, else what differs from last month, else what has evidence. */
const firstRow = ({ calculation: rows, questions }: CaseView["shown"]): CalculationRow | undefined =>
  rows.find(({ id }) => id === questions[0]?.lineId) ??
  rows.find(({ level, differenceOre }) => level === "line" && differenceOre !== null && differenceOre !== 0) ??
  rows.find(({ evidenceIds }) => evidenceIds.length > 0) ??
  rows[0];

/** A case as a desk: what to take a position on, the calculation, and what it rests on, with the decision always in sight. */
export const CaseDesk = ({ view, reading, onReadAnew, onWrite }: Props) => {
  const { shown } = view;
  const [rowId, setRowId] = useState(firstRow(shown)?.id);
  const [dialog, setDialog] = useState<CaseDialog>(noDialog);
  const [noConflict, setNoConflict] = useState(false);
  const children = useChildPerspective(shown.caseId);
  const [hint, setHint] = useState<string>();
  const assign = useAssign(shown.caseId);
  const decide = useDecide(shown.caseId);
  const row = shown.calculation.find(({ id }) => id === rowId);
  const isOpen = shown.decision === null && shown.closing === null;
  const needsChildren = shown.proposal.childPerspectiveRequired && isOpen;

  const askToGrant = (): void => {
    if (shown.decision !== null || shown.proposal.blockers.length > 0 || shown.proposal.amountOre === null) return;
    if (needsChildren && children.value.trim().length < minimumChildPerspective) {
      setHint(sv.case.childrenNeeded);
      document.querySelector<HTMLElement>("#child-perspective textarea")?.focus();
      return;
    }
    if (!noConflict) {
      setHint(sv.case.noConflictNeeded);
      document.querySelector<HTMLElement>("#no-conflict input")?.focus();
      return;
    }
    setHint(undefined);
    decide.reset();
    setDialog({ kind: "confirm" });
  };
  const grant = (): void => {
    if (shown.sequence === null) return;
    reading.end("decided");
    decide.mutate(
      {
        sequence: shown.sequence,
        shownHash: view.shownHash,
        outcome: "granted",
        noConflictOfInterest: noConflict,
        ...(needsChildren ? { childPerspective: children.value.trim() } : {}),
      },
      {
        onSuccess: () => {
          children.clear();
          setDialog(noDialog);
          announce(sv.case.recorded);
        },
      },
    );
  };
  const take = (to: "me" | "nobody"): void => {
    assign.mutate({ to });
  };
  const openEvidenceOf = ({ evidenceIds }: CalculationRow): void => {
    const [evidenceId] = evidenceIds;
    if (evidenceId !== undefined) setDialog({ kind: "evidence", evidenceId });
  };
  const act = (question: Question, action: QuestionAction): void => {
    switch (action) {
      case "confirm":
        setDialog({ kind: "settle", question });
        return;
      case "communicate":
        setDialog({ kind: "communicate", start: question.text });
        return;
      case "ask":
        setDialog({ kind: "ask", start: completionItems[question.reason] ?? "" });
        return;
      case "enter-norm":
        setDialog({ kind: "enter-norm" });
        return;
      case "correct":
        setDialog({
          kind: "correct",
          start: shown.calculation
            .flatMap(({ correctable }) => correctable)
            .find(({ lineId }) => lineId === question.lineId),
        });
        return;
    }
  };

  useShortcuts({
    "Ctrl+Enter": askToGrant,
    u: () => {
      if (isOpen) setDialog({ kind: "investigate" });
    },
    b: () => {
      if (isOpen) onWrite();
    },
    j: () => {
      setNoConflict((declared) => !declared);
    },
  });

  return (
    <>
      <CaseHead
        view={view}
        reading={reading}
        onAssign={take}
        onHandOver={() => {
          setDialog({ kind: "hand-over" });
        }}
      />
      <CommandError error={assign.error} />
      <div className="desk">
        <div className="panel stack">
          <Questions
            shown={shown}
            onAct={act}
            onAnswer={(to) => {
              setDialog({ kind: "answer", to });
            }}
          />
          {needsChildren ? <ChildPerspective draft={children} /> : null}
          <Checks shown={shown} />
        </div>
        <div className="panel">
          <CalculationTable
            shown={shown}
            selectedId={rowId}
            onSelect={({ id }) => {
              setRowId(id);
            }}
            onOpen={openEvidenceOf}
          />
        </div>
        <div className="panel">
          <SourcePanel
            view={view}
            row={row}
            onOpenEvidence={(evidenceId) => {
              setDialog({ kind: "evidence", evidenceId });
            }}
            onCorrect={({ correctable }) => {
              setDialog({ kind: "correct", start: correctable[0] });
            }}
            onLetterSeen={reading.seeLetter}
          />
        </div>
      </div>
      <DecisionBar
        view={view}
        onPayment={(action) => {
          setDialog({ kind: "payment", action });
        }}
        noConflict={noConflict}
        onNoConflict={setNoConflict}
        onGrant={askToGrant}
        onInvestigate={() => {
          setDialog({ kind: "investigate" });
        }}
        onWrite={onWrite}
        hint={hint}
      />
      <CaseDialogs
        view={view}
        dialog={dialog}
        onDialog={setDialog}
        decide={decide}
        onGrant={grant}
        onReadAnew={onReadAnew}
      />
    </>
  );
};
