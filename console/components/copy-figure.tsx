import { useState } from "react";
import { sv } from "../texts/sv.js";
import { announce } from "./announce.js";

type Props = {
  /** What the figure is: "Barn 7–10 år". */
  readonly label: string;
  /** With its unit: "3 790 kr". */
  readonly figure: string;
  /** Where it is read. */
  readonly source: string;
};

/** Copies a figure together with where it comes from, as one line of text. */
export const CopyFigure = ({ label, figure, source }: Props) => {
  const [isCopied, setIsCopied] = useState(false);
  const line = `${label}: ${figure}. ${sv.copy.source}: ${source}`;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(line);
      setIsCopied(true);
      announce(`${sv.copy.copied} ${line}`);
    } catch {
      announce(sv.copy.failed);
    }
  };
  return (
    <button
      type="button"
      className={isCopied ? "copy copied" : "copy"}
      aria-label={`${sv.copy.withSource}: ${label} ${figure}`}
      title={line}
      onClick={() => void copy()}
      onBlur={() => {
        setIsCopied(false);
      }}
    >
      {isCopied ? "✓" : "⧉"}
    </button>
  );
};
