import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import {
  changeViewSchema,
  type CreateChange,
  type PackVersionView,
  type WorkshopView,
} from "../../../contracts/api/workshop.js";
import { addMonths, month as aMonth, type Month } from "../../../contracts/dates.js";
import { changeKindSchema } from "../../../contracts/rule-change.js";
import type { RulePack } from "../../../contracts/rule-pack.js";
import { ChoiceField } from "../../components/choice-field.js";
import { Field } from "../../components/field.js";
import { FormDialog } from "../../components/form-dialog.js";
import { MonthPicker } from "../../components/month-picker.js";
import { send } from "../../server/request.js";
import { changeQuery, workshopQuery } from "../../server/workshop-queries.js";
import { sv } from "../../texts/sv.js";
import { PackFile } from "./pack-file.js";

const text = sv.workshop.create;
const fromFile = "file";
/** As far ahead as a change may be written, and as far back as a slip may be corrected. */
const monthsAhead = 36;
const firstTable = aMonth("2011-01");
const shortest = { title: 3, source: 5 } as const;

type Props = {
  readonly workshop: WorkshopView;
  /** The version to go back to; absent where a change begins from the rules in force. */
  readonly rollback: PackVersionView | undefined;
  readonly onClose: () => void;
};

const packsOf = ({ versions }: WorkshopView) => {
  const packs = versions
    .filter(({ inForce }) => inForce)
    .map(({ packId, title, version }) => ({ value: packId, label: `${title}, version ${version}` }));
  return [...packs, { value: fromFile, label: text.fromFile }];
};

const ownFirst = ({ versions }: WorkshopView): string =>
  (versions.find(({ inForce, layer }) => inForce && layer === "municipal") ?? versions[0])?.packId ?? fromFile;

/** Begins a change: from the rules in force, from an earlier version of them, or with a pack in a file. */
export const NewChangeDialog = ({ workshop, rollback, onClose }: Props) => {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [title, setTitle] = useState("");
  const [source, setSource] = useState("");
  const [kind, setKind] = useState<CreateChange["kind"]>("new-rule");
  const [effectiveFrom, setEffectiveFrom] = useState<Month>(workshop.firstOpenMonth);
  const [packId, setPackId] = useState(ownFirst(workshop));
  const [pack, setPack] = useState<RulePack | undefined>();
  const [isTried, setIsTried] = useState(false);
  const command = useMutation({
    mutationFn: (body: CreateChange) => send(changeViewSchema, { path: "/api/workshop/changes", body }),
    onSuccess: async (change) => {
      client.setQueryData(changeQuery(change.id).queryKey, change);
      await client.invalidateQueries({ queryKey: workshopQuery.queryKey });
      await navigate({ to: "/regler/andringar/$changeId", params: { changeId: change.id } });
    },
  });
  const wrong = {
    title: title.trim().length < shortest.title,
    source: source.trim().length < shortest.source,
    pack: rollback === undefined && packId === fromFile && pack === undefined,
  };
  const start = (): CreateChange["from"] | undefined => {
    if (rollback !== undefined) return { start: "rollback", hash: rollback.hash };
    if (packId !== fromFile) return { start: "in-force", packId };
    return pack === undefined ? undefined : { start: "new-pack", pack };
  };
  const onSend = (): void => {
    setIsTried(true);
    const from = start();
    if (command.isPending || from === undefined || wrong.title || wrong.source) return;
    command.mutate({ title: title.trim(), source: source.trim(), kind, effectiveFrom, from });
  };
  return (
    <FormDialog
      title={rollback === undefined ? text.title : `${text.rollbackTitle} ${rollback.version}`}
      intro={text.intro}
      send={text.send}
      isSending={command.isPending}
      error={command.error}
      onSend={onSend}
      onClose={onClose}
      onReadAnew={onClose}
    >
      <Field
        label={text.name}
        help={text.nameHelp}
        value={title}
        onChange={setTitle}
        autoFocus
        error={isTried && wrong.title ? text.nameMissing : undefined}
      />
      <Field
        label={text.source}
        help={text.sourceHelp}
        value={source}
        onChange={setSource}
        error={isTried && wrong.source ? text.sourceMissing : undefined}
      />
      {rollback === undefined ? (
        <ChoiceField label={text.pack} value={packId} onChange={setPackId} options={packsOf(workshop)} />
      ) : null}
      {rollback === undefined && packId === fromFile ? (
        <PackFile onRead={setPack} isMissing={isTried && wrong.pack} />
      ) : null}
      <ChoiceField
        label={text.kind}
        value={kind}
        onChange={(value) => {
          setKind(changeKindSchema.parse(value));
        }}
        options={changeKindSchema.options.map((value) => ({ value, label: text.kinds[value] }))}
      />
      <div className="side-by-side">
        <MonthPicker
          labels={{ year: text.year, month: text.month }}
          value={effectiveFrom}
          range={{
            first: kind === "correction" ? firstTable : workshop.firstOpenMonth,
            last: addMonths(workshop.firstOpenMonth, monthsAhead),
          }}
          onChange={(value) => {
            if (value !== undefined) setEffectiveFrom(value);
          }}
        />
      </div>
    </FormDialog>
  );
};
