import { useState } from "react";
import { ChoiceField } from "../../components/choice-field.js";
import { Field } from "../../components/field.js";
import { FormDialog } from "../../components/form-dialog.js";
import { parseKronor } from "../../components/parse-kronor.js";
import { sv } from "../../texts/sv.js";
import { capName } from "./edit/cost-rules.js";

const text = sv.workshop.addCap;
const none = "-";
const choices = (first: number, last: number) => [
  ...Array.from({ length: last - first + 1 }, (_, at) => ({ value: String(first + at), label: String(first + at) })),
  { value: none, label: text.noBound },
];
const mostAdults = 2;
const mostChildren = 10;

type Props = {
  /** What the guideline is for: "Hyra". */
  readonly title: string;
  readonly onAdd: (name: string, amount: string) => void;
  readonly onClose: () => void;
};

/** Adds a row to a guideline for households that it did not tell apart. */
export const AddCap = ({ title, onAdd, onClose }: Props) => {
  const [adults, setAdults] = useState("1");
  const [children, setChildren] = useState("0");
  const [amount, setAmount] = useState("");
  const [isTried, setIsTried] = useState(false);
  const onSend = (): void => {
    setIsTried(true);
    if (parseKronor(amount) === undefined) return;
    const name = capName({
      ...(adults === none ? {} : { maxAdults: Number(adults) }),
      ...(children === none ? {} : { maxChildren: Number(children) }),
    });
    onAdd(name, amount.trim());
  };
  return (
    <FormDialog
      title={`${text.title}: ${title}`}
      intro={text.intro}
      send={text.send}
      isSending={false}
      error={null}
      onSend={onSend}
      onClose={onClose}
      onReadAnew={onClose}
    >
      <div className="side-by-side">
        <ChoiceField label={text.adults} value={adults} onChange={setAdults} options={choices(1, mostAdults)} />
        <ChoiceField label={text.children} value={children} onChange={setChildren} options={choices(0, mostChildren)} />
      </div>
      <Field
        label={text.amount}
        value={amount}
        onChange={setAmount}
        inputMode="decimal"
        error={isTried && parseKronor(amount) === undefined ? sv.workshop.edit.unreadable.kronor : undefined}
      />
    </FormDialog>
  );
};
