import { useState } from "react";
import type { CaseView } from "../../../contracts/api/case-view.js";
import { monthInWords } from "../../../contracts/dates.js";
import { announce } from "../../components/announce.js";
import { Button } from "../../components/button.js";
import { CheckField } from "../../components/check-field.js";
import { Field } from "../../components/field.js";
import { PageHead } from "../../components/page-head.js";
import { useShortcuts } from "../../components/shortcuts.js";
import { useDraft } from "../../server/drafts.js";
import type { Reading } from "../../server/reading-time.js";
import { decideTexts as text } from "../../texts/decide.js";
import { sv } from "../../texts/sv.js";
import { useDecide } from "../case/case-commands.js";
import { ChildPerspective, useChildPerspective } from "../case/child-perspective.js";
import { useToday } from "../case/use-today.js";
import { AdditionsPart } from "./additions-part.js";
import { AmountPart } from "./amount-part.js";
import { CommunicationPart } from "./communication-part.js";
import { ConfirmDecision } from "./confirm-decision.js";
import { CostsPart } from "./costs-part.js";
import { DecideBar } from "./decide-bar.js";
import { amountOf, decisionFormSchema, emptyForm, partsOf, readForm, type DecisionForm } from "./decision-form.js";
import { DecisionSupport } from "./decision-support.js";
import { DiscretionaryPart } from "./discretionary-part.js";
import { EmergencyPart } from "./emergency-part.js";
import { OutcomePart } from "./outcome-part.js";

type Props = {
  readonly view: CaseView;
  readonly reading: Reading;
  readonly onReadAnew: () => void;
  readonly onBack: () => void;
};

const focusFirstProblem = (): void => {
  document.querySelector<HTMLElement>("[aria-invalid=true], [data-invalid] input, [data-invalid] textarea")?.focus();
};

/** Where a person writes a decision that is not what was computed, with what the file and the law say beside it. */
export const DecidePage = ({ view, reading, onReadAnew, onBack }: Props) => {
  const { shown } = view;
  const { caseId, sequence, proposal } = shown;
  const today = useToday();
  const saved = useDraft(decisionFormSchema, { caseId, form: "decision", start: emptyForm });
  const children = useChildPerspective(caseId);
  const [isChecked, setIsChecked] = useState(false);
  const [isConfirming, setIsConfirming] = useState(false);
  const [noConflict, setNoConflict] = useState(false);
  const decide = useDecide(caseId);

  const form = saved.value;
  const change = (to: Partial<DecisionForm>): void => {
    saved.set({ ...form, ...to });
  };
  const { draft, problems } = readForm(form, proposal.childPerspectiveRequired ? children.value : undefined);
  const visible = isChecked ? problems : new Map<string, string>();
  const computedOre = shown.calculation.find(({ level }) => level === "result")?.computedOre ?? null;
  const amountOre = amountOf(form, proposal.amountOre);
  const parts = partsOf(form.outcome);
  const isReady = draft !== undefined && amountOre !== undefined && sequence !== null;

  const ask = (): void => {
    setIsChecked(true);
    if (!isReady) {
      requestAnimationFrame(focusFirstProblem);
      return;
    }
    if (!noConflict) {
      document.querySelector<HTMLElement>("#no-conflict input")?.focus();
      return;
    }
    decide.reset();
    setIsConfirming(true);
  };
  const send = (): void => {
    if (!isReady) return;
    reading.end("decided");
    decide.mutate(
      { sequence, shownHash: view.shownHash, noConflictOfInterest: noConflict, ...draft },
      {
        onSuccess: () => {
          saved.clear();
          children.clear();
          announce(sv.case.recorded);
          onBack();
        },
      },
    );
  };
  useShortcuts({ "Ctrl+Enter": ask });

  const part = { form, problems: visible, onChange: change };
  return (
    <>
      <PageHead
        documentTitle={`${text.title} ${shown.reference}`}
        title={
          <>
            <span className="reference">{text.title}</span>
            <span>
              Ärende {shown.reference} · {shown.household} · {monthInWords(shown.month)}
            </span>
          </>
        }
      >
        {saved.isTakenUp ? (
          <p className="notice">
            {text.takenUp}
            <Button
              onPress={() => {
                saved.set(emptyForm);
              }}
            >
              {text.startOver}
            </Button>
          </p>
        ) : null}
      </PageHead>
      <div className="decide">
        <div className="panel stack">
          <OutcomePart {...part} />
          {form.outcome === "" ? null : (
            <>
              {parts.costs ? <CostsPart {...part} rows={shown.calculation} /> : null}
              {parts.amount ? (
                <AmountPart {...part} rows={shown.calculation} computedOre={proposal.amountOre ?? computedOre} />
              ) : null}
              <Field
                label={text.reasons}
                help={form.outcome === "granted" ? text.reasonsGrantedHelp : text.reasonsHelp}
                value={form.reasons}
                onChange={(reasons) => {
                  change({ reasons });
                }}
                rows={6}
                error={visible.get("reasons")}
              />
              {form.outcome === "granted" ? null : (
                <CheckField
                  label={text.notForPlanning}
                  isSelected={form.notForPlanning}
                  onChange={(notForPlanning) => {
                    change({ notForPlanning });
                  }}
                />
              )}
              {parts.emergency ? <EmergencyPart {...part} /> : null}
              <DiscretionaryPart {...part} rows={shown.calculation} />
              {proposal.childPerspectiveRequired ? (
                <ChildPerspective draft={children} error={visible.get("childPerspective")} />
              ) : null}
              <CommunicationPart {...part} shown={shown} today={today} />
              <AdditionsPart {...part} />
            </>
          )}
        </div>
        <div className="panel">
          <DecisionSupport
            shown={shown}
            draft={draft}
            onUse={(sentence) => {
              change({ reasons: [form.reasons.trimEnd(), sentence].filter((one) => one !== "").join(" ") });
            }}
            onLetterSeen={reading.seeLetter}
          />
        </div>
      </div>
      <DecideBar
        shown={shown}
        form={form}
        amountOre={amountOre}
        noConflict={noConflict}
        onNoConflict={setNoConflict}
        hint={isChecked ? (isReady ? (noConflict ? undefined : sv.case.noConflictNeeded) : text.incomplete) : undefined}
        onBack={onBack}
        onDecide={ask}
      />
      {isConfirming && draft !== undefined && amountOre !== undefined ? (
        <ConfirmDecision
          shown={shown}
          draft={draft}
          amountOre={amountOre}
          isSending={decide.isPending}
          error={decide.error}
          onClose={() => {
            setIsConfirming(false);
          }}
          onConfirm={send}
          onReadAnew={() => {
            setIsConfirming(false);
            onReadAnew();
          }}
        />
      ) : null}
    </>
  );
};
