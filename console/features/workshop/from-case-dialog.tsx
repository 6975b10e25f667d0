import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { scenariosViewSchema } from "../../../contracts/api/workshop-scenarios.js";
import { Field } from "../../components/field.js";
import { FormDialog } from "../../components/form-dialog.js";
import { send } from "../../server/request.js";
import { scenariosQuery } from "../../server/workshop-queries.js";
import { sv } from "../../texts/sv.js";
import { scenarioIdOf } from "./scenario-cells.js";

const text = sv.workshop.fromCase;
const shortest = 3;

/** Makes a scenario from a real case. The server changes its figures; another person looks at it before it is run. */
export const FromCaseDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const client = useQueryClient();
  const [reference, setReference] = useState("");
  const [title, setTitle] = useState("");
  const [isTried, setIsTried] = useState(false);
  const command = useMutation({
    mutationFn: (body: object) => send(scenariosViewSchema, { path: "/api/workshop/scenarios/from-case", body }),
    onSuccess: (view) => {
      client.setQueryData(scenariosQuery.queryKey, view);
      onClose();
    },
  });
  const wrong = { reference: reference.trim().length < shortest, title: title.trim().length < shortest };
  return (
    <FormDialog
      title={text.title}
      intro={text.intro}
      send={text.send}
      isSending={command.isPending}
      error={command.error}
      onSend={() => {
        setIsTried(true);
        if (wrong.reference || wrong.title || command.isPending) return;
        command.mutate({ reference: reference.trim(), id: scenarioIdOf(title), title: title.trim() });
      }}
      onClose={onClose}
      onReadAnew={onClose}
    >
      <Field
        label={text.reference}
        value={reference}
        onChange={setReference}
        autoFocus
        error={isTried && wrong.reference ? text.referenceMissing : undefined}
      />
      <Field
        label={sv.workshop.scenarioDialog.name}
        value={title}
        onChange={setTitle}
        error={isTried && wrong.title ? sv.workshop.create.nameMissing : undefined}
      />
    </FormDialog>
  );
};
