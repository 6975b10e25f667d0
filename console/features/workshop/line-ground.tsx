import { addMonths } from "../../../contracts/dates.js";
import { Button } from "../../components/button.js";
import { Field } from "../../components/field.js";
import { MonthPicker } from "../../components/month-picker.js";
import { sv } from "../../texts/sv.js";
import type { LineEdit } from "./edit/table-spec.js";

const text = sv.workshop;
const monthsEitherWay = 36;

type Props = {
  readonly title: string;
  readonly edit: LineEdit;
  readonly isSourceMissing: boolean;
  readonly onChange: (edit: LineEdit) => void;
  readonly onUndo: () => void;
};

/** From which month a changed line holds, and where that is read. Both are there before anything is saved. */
export const LineGround = ({ title, edit, isSourceMissing, onChange, onUndo }: Props) => (
  <fieldset className="line-ground">
    <legend>
      {text.edit.groundFor}: {title}
    </legend>
    <MonthPicker
      labels={{ year: text.create.year, month: text.create.month }}
      value={edit.from}
      range={{ first: addMonths(edit.from, -monthsEitherWay), last: addMonths(edit.from, monthsEitherWay) }}
      onChange={(from) => {
        if (from !== undefined) onChange({ ...edit, from });
      }}
    />
    <Field
      label={text.edit.source}
      value={edit.source}
      onChange={(source) => {
        onChange({ ...edit, source });
      }}
      error={isSourceMissing ? text.edit.sourceMissing : undefined}
    />
    <Button onPress={onUndo} aria-label={`${text.edit.undo} ${title}`}>
      {text.edit.undo}
    </Button>
  </fieldset>
);
