import type { ChangeView } from "../../../contracts/api/workshop.js";
import type { ChangeAction } from "../../../contracts/rule-change.js";
import { Button } from "../../components/button.js";
import { CommandProblem } from "../../components/command-problem.js";
import { useShortcuts } from "../../components/shortcuts.js";
import { sv } from "../../texts/sv.js";
import { allowanceOf, nextAction } from "./change-commands.js";
import type { ChangeDialog } from "./change-dialogs.js";

const text = sv.workshop.change;

/** Steps that are done at once; the others ask first. */
type Direct = "rebase" | "check" | "rehearse" | "submit";
const isDirect = (action: ChangeAction): action is Direct =>
  action === "rebase" || action === "check" || action === "rehearse" || action === "submit";
const asksFirst = (action: ChangeAction): action is ChangeDialog =>
  action === "approve" || action === "publish" || action === "return" || action === "withdraw";

type Props = {
  readonly change: ChangeView;
  /** Lines that are written and not saved. */
  readonly unsaved: number;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onSave: () => void;
  readonly onAsk: (dialog: ChangeDialog) => void;
  readonly onRun: (action: Direct) => void;
  readonly onReadAnew: () => Promise<unknown>;
};

/** Where the change stands and the one step that is next. Where it is not for this person to take, why. */
export const ChangeBar = ({ change, unsaved, isPending, error, onSave, onAsk, onRun, onReadAnew }: Props) => {
  const action: ChangeAction | undefined = unsaved > 0 ? "save" : nextAction(change);
  const allowance = action === undefined ? undefined : allowanceOf(change, action);
  const take = (wanted: ChangeAction): void => {
    if (isPending) return;
    if (wanted === "save") onSave();
    else if (isDirect(wanted)) onRun(wanted);
    else if (asksFirst(wanted)) onAsk(wanted);
  };
  const canTake = action !== undefined && allowance?.allowed === true;
  useShortcuts({
    "Ctrl+Enter": () => {
      if (canTake) take(action);
    },
  });
  const others = (["return", "withdraw"] as const).filter((one) => allowanceOf(change, one).allowed);
  const again = (["check", "rehearse"] as const).filter(
    (one) => unsaved === 0 && one !== action && allowanceOf(change, one).allowed,
  );
  return (
    <footer className="decision-bar" aria-label={text.bar}>
      <div className="bar-words">
        <p>
          <strong>{change.stateTitle}</strong>
          {unsaved === 0 ? "" : ` · ${String(unsaved)} ${unsaved === 1 ? text.unsavedOne : text.unsaved}`}
        </p>
        <p className="small muted">
          {action === undefined
            ? change.state === "published"
              ? text.over.published
              : text.over.withdrawn
            : (allowance?.why ?? "")}
        </p>
        <CommandProblem error={error} onReadAnew={() => void onReadAnew()} />
      </div>
      <div className="decision-actions">
        {[...others, ...again].map((one) => (
          <Button
            key={one}
            large
            onPress={() => {
              take(one);
            }}
          >
            {text.actions[one]}
          </Button>
        ))}
        {canTake ? (
          <Button
            large
            look="primary"
            shortcut="Ctrl ↵"
            keys="Control+Enter"
            onPress={() => {
              take(action);
            }}
          >
            {isPending ? text.working : text.actions[action]}
          </Button>
        ) : null}
      </div>
    </footer>
  );
};
