import { useMutation, useQueryClient } from "@tanstack/react-query";
import { portalsViewSchema, type PortalView } from "../../../contracts/api/portals.js";
import { Button } from "../../components/button.js";
import { Dialog } from "../../components/dialog.js";
import { CommandError } from "../../components/states.js";
import { portalsQuery } from "../../server/insight-queries.js";
import { send } from "../../server/request.js";
import { sv } from "../../texts/sv.js";

const text = sv.month.resume;

type Props = {
  readonly portal: PortalView;
  readonly onClose: () => void;
  readonly onResumed: () => void;
};

/** Asks once more before the robots log in to a system that they stopped at: a fault that is left may lock the account. */
export const ResumeDialog = ({ portal, onClose, onResumed }: Props) => {
  const client = useQueryClient();
  const command = useMutation({
    mutationFn: () => send(portalsViewSchema, { path: `/api/portals/${portal.portal}/resumption`, body: {} }),
    onSuccess: async (portals) => {
      client.setQueryData(portalsQuery.queryKey, portals);
      await client.invalidateQueries({ queryKey: ["month"] });
    },
  });
  return (
    <Dialog title={`${text.question} ${portal.title}?`} isOpen onClose={onClose}>
      {portal.cause === null ? null : (
        <p>
          {portal.cause.title}. {portal.cause.check}
        </p>
      )}
      <p className="muted">{text.note}</p>
      <CommandError error={command.error} />
      <div className="dialog-actions">
        <Button large onPress={onClose}>
          {sv.common.cancel}
        </Button>
        <Button
          large
          look="primary"
          autoFocus
          onPress={() => {
            // Not the button's own pending state: the library then leaves a picture named by a button that is gone.
            if (!command.isPending) command.mutate(undefined, { onSuccess: onResumed });
          }}
        >
          {command.isPending ? text.sending : text.action}
        </Button>
      </div>
    </Dialog>
  );
};
