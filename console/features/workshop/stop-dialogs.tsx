import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { workshopViewSchema, type StopView, type WorkshopView } from "../../../contracts/api/workshop.js";
import { ChoiceField } from "../../components/choice-field.js";
import { Field } from "../../components/field.js";
import { FormDialog } from "../../components/form-dialog.js";
import { send } from "../../server/request.js";
import { workshopQuery } from "../../server/workshop-queries.js";
import { sv } from "../../texts/sv.js";

const text = sv.workshop.stops;
const shortest = 3;

const useStopCommand = (onClose: () => void) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (command: { readonly path: string; readonly body: object }) => send(workshopViewSchema, command),
    onSuccess: (view) => {
      client.setQueryData(workshopQuery.queryKey, view);
      onClose();
    },
  });
};

type Stopping = { readonly provisions: WorkshopView["provisions"]; readonly onClose: () => void };

/** Stops a rule at once: whatever it touches goes to a person from now on. */
export const StopRuleDialog = ({ provisions, onClose }: Stopping) => {
  const [provision, setProvision] = useState("");
  const [reason, setReason] = useState("");
  const [isTried, setIsTried] = useState(false);
  const command = useStopCommand(onClose);
  const isUnsaid = reason.trim().length < shortest;
  return (
    <FormDialog
      title={text.dialog}
      intro={text.dialogIntro}
      send={text.send}
      isSending={command.isPending}
      error={command.error}
      onSend={() => {
        setIsTried(true);
        if (provision !== "" && !isUnsaid && !command.isPending)
          command.mutate({ path: "/api/workshop/stops", body: { provision, reason: reason.trim() } });
      }}
      onClose={onClose}
      onReadAnew={onClose}
    >
      <ChoiceField
        label={text.provision}
        value={provision}
        onChange={setProvision}
        options={[
          { value: "", label: text.choose },
          ...provisions.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      {isTried && provision === "" ? (
        <p className="field-error" role="alert">
          {text.chooseMissing}
        </p>
      ) : null}
      <Field
        label={text.reason}
        value={reason}
        onChange={setReason}
        rows={3}
        error={isTried && isUnsaid ? sv.workshop.note.missing : undefined}
      />
    </FormDialog>
  );
};

/** Somebody else's look at a stop: the rule is used again, or stays stopped. */
export const ReviewStopDialog = ({ stop, onClose }: { readonly stop: StopView; readonly onClose: () => void }) => {
  const [review, setReview] = useState("");
  const [lifted, setLifted] = useState(false);
  const [isTried, setIsTried] = useState(false);
  const command = useStopCommand(onClose);
  const isUnsaid = review.trim().length < shortest;
  return (
    <FormDialog
      title={`${text.reviewTitle}: ${stop.title}`}
      intro={stop.reason}
      send={text.reviewSend}
      isSending={command.isPending}
      error={command.error}
      onSend={() => {
        setIsTried(true);
        if (!isUnsaid && !command.isPending)
          command.mutate({ path: `/api/workshop/stops/${stop.id}/review`, body: { review: review.trim(), lifted } });
      }}
      onClose={onClose}
      onReadAnew={onClose}
    >
      <Field
        label={text.what}
        value={review}
        onChange={setReview}
        rows={3}
        autoFocus
        error={isTried && isUnsaid ? sv.workshop.note.missing : undefined}
      />
      <ChoiceField
        label={text.outcome}
        value={lifted ? "lifted" : "stands"}
        onChange={(value) => {
          setLifted(value === "lifted");
        }}
        options={[
          { value: "stands", label: text.outcomes.stands },
          { value: "lifted", label: text.outcomes.lifted },
        ]}
      />
    </FormDialog>
  );
};
