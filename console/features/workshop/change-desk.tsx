import { useState, type ReactNode } from "react";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { ChangeView } from "../../../contracts/api/workshop.js";
import { monthInWords } from "../../../contracts/dates.js";
import { PageHead } from "../../components/page-head.js";
import { useDraftAbout } from "../../server/drafts.js";
import { inBackground } from "../../server/in-background.js";
import { sv } from "../../texts/sv.js";
import { AffectedPart } from "./affected-part.js";
import { ChangeBar } from "./change-bar.js";
import { conflictOf, useChangeCommand, type ChangeCommand } from "./change-commands.js";
import { ChangeDialogs, type ChangeDialog } from "./change-dialogs.js";
import { changeParts, partOf, type ChangePart } from "./change-parts.js";
import { Difference } from "./difference.js";
import { EditPart } from "./edit-part.js";
import { applyEdits } from "./edit/tables.js";
import { unsavedSchema, type EditProblem, type Edits } from "./edit/table-spec.js";
import { ProofsPart } from "./proofs-part.js";
import { RehearsalPart } from "./rehearsal-part.js";
import { SaveConflict } from "./save-conflict.js";
import { TestsPart } from "./tests-part.js";
import { Way } from "./way.js";

const text = sv.workshop.change;
const nothing: Edits = {};

type Props = { readonly change: ChangeView; readonly onReadAnew: () => Promise<unknown> };

const Parts = ({ part, onChoose }: { readonly part: ChangePart; readonly onChoose: (part: ChangePart) => void }) => (
  <nav className="sub-links" aria-label={text.partsLabel}>
    {changeParts.map((one) => (
      <Link
        key={one}
        to="."
        search={{ part: one }}
        {...(one === part ? { "aria-current": "true" as const } : {})}
        onClick={() => {
          onChoose(one);
        }}
      >
        {text.parts[one]}
      </Link>
    ))}
  </nav>
);

/** A change as it is worked on: its way on the left, the part in hand, and what it changes beside it. */
export const ChangeDesk = ({ change, onReadAnew }: Props): ReactNode => {
  const navigate = useNavigate();
  const search = useSearch({ from: "/regler/andringar/$changeId" });
  const [dialog, setDialog] = useState<ChangeDialog | undefined>();
  const [problems, setProblems] = useState<readonly EditProblem[]>([]);
  const kept = useDraftAbout(unsavedSchema, {
    about: change.id,
    form: "edits",
    start: { revision: change.revision, edits: nothing },
  });
  const { edits } = kept.value;
  const writtenOn = Object.keys(edits).length > 0 ? kept.value.revision : change.revision;
  const command = useChangeCommand(change);
  const part = search.part ?? partOf(change);
  const conflict = conflictOf(command.error);
  const show = (one: ChangePart): void => {
    inBackground(navigate({ to: ".", search: { part: one }, resetScroll: false }));
  };
  const write = (written: Edits, revision = writtenOn): void => {
    kept.set({ revision, edits: written });
    setProblems([]);
  };
  const forget = (): void => {
    write(nothing);
    kept.clear();
  };
  const run = (wanted: ChangeCommand, then?: (after: ChangeView) => void): void => {
    if (command.isPending) return;
    command.mutate(wanted, {
      onSuccess: (after) => {
        setDialog(undefined);
        then?.(after);
      },
    });
  };
  const save = (): void => {
    const applied = applyEdits(change.content, { base: change.base?.content ?? change.content, edits });
    setProblems(applied.problems);
    if (applied.problems.length > 0) show("edit");
    else
      run({ action: "save", content: applied.pack, revision: writtenOn }, (after) => {
        forget();
        show(after.proofs.ok ? "edit" : "proofs");
      });
  };
  const body: Readonly<Record<ChangePart, () => ReactNode>> = {
    edit: () => <EditPart change={change} edits={edits} problems={problems} onWrite={write} onUpload={run} />,
    proofs: () => <ProofsPart change={change} />,
    tests: () => <TestsPart change={change} />,
    rehearsal: () => <RehearsalPart change={change} />,
    after: () => <AffectedPart change={change} />,
  };
  return (
    <>
      <PageHead
        title={
          <>
            <span className="reference">
              {text.number} {change.number}
            </span>
            {change.title}
          </>
        }
        documentTitle={`${text.number} ${change.number}`}
      >
        <p className="muted small">
          {change.stateTitle} {text.by} {change.author.name} · {change.pack.title} · {text.from}{" "}
          {monthInWords(change.effectiveFrom)} · {change.source}
        </p>
        <Parts part={part} onChoose={show} />
      </PageHead>
      <div className="page-body">
        <div className="change">
          <Way steps={change.steps} />
          <div className="stack change-part">
            {change.note === null ? null : (
              <p className="notice">
                {text.note} {change.note}
              </p>
            )}
            {body[part]()}
          </div>
          <Difference change={change} edits={edits} />
        </div>
      </div>
      <ChangeBar
        change={change}
        unsaved={Object.keys(edits).length}
        isPending={command.isPending}
        error={conflict === undefined && dialog === undefined ? command.error : null}
        onSave={save}
        onAsk={setDialog}
        onRun={(action) => {
          run({ action }, () => {
            if (action === "check") show("tests");
            if (action === "rehearse") show("rehearsal");
          });
        }}
        onReadAnew={onReadAnew}
      />
      {dialog === undefined ? null : (
        <ChangeDialogs
          dialog={dialog}
          change={change}
          isSending={command.isPending}
          error={command.error}
          onRun={(wanted) => {
            run(wanted, () => {
              if (wanted.action === "publish") show("after");
            });
          }}
          onClose={() => {
            setDialog(undefined);
            command.reset();
          }}
        />
      )}
      {conflict === undefined ? null : (
        <SaveConflict
          conflict={conflict}
          change={change}
          edits={edits}
          onGoOn={async (mine) => {
            write(mine, conflict.revision);
            await onReadAnew();
            command.reset();
          }}
        />
      )}
    </>
  );
};
