import { useId } from "react";
import { Checkbox } from "react-aria-components";

type Props = {
  readonly label: string;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  /** What is wrong, in words; absent where nothing is. */
  readonly error?: string | undefined;
  readonly id?: string;
};

/** A box to tick, with its error tied to it for screen readers. */
export const CheckField = ({ label, isSelected, onChange, error, id }: Props) => {
  const errorId = useId();
  return (
    <div className="field">
      <Checkbox
        className="checkbox"
        isSelected={isSelected}
        onChange={onChange}
        isInvalid={error !== undefined}
        {...(id === undefined ? {} : { id })}
        {...(error === undefined ? {} : { "aria-describedby": errorId })}
      >
        <span className="box" aria-hidden="true" />
        {label}
      </Checkbox>
      {error === undefined ? null : (
        <span id={errorId} className="field-error" role="alert">
          {error}
        </span>
      )}
    </div>
  );
};
