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
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        {isCopied ? <path d="M3 8.5 6.5 12 13 4" /> : <path d="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3" />}
      </svg>
    </button>
  );
};
