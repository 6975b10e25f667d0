import { useId, useState } from "react";
import { packSchema, type RulePack } from "../../../contracts/rule-pack.js";
import { sv } from "../../texts/sv.js";

const text = sv.workshop.create;

/** What is wrong with a file, with its place; undefined where it is a pack. */
const readPack = (content: string): { readonly pack: RulePack } | { readonly wrong: string } => {
  try {
    const read = packSchema.safeParse(JSON.parse(content));
    if (read.success) return { pack: read.data };
    const [issue] = read.error.issues;
    return { wrong: issue === undefined ? "" : `${issue.path.join(".")}: ${issue.message}` };
  } catch {
    return { wrong: "JSON" };
  }
};

type Props = { readonly onRead: (pack: RulePack | undefined) => void; readonly isMissing: boolean };

/** A rule pack from a file, read here in the page and held against its schema. */
export const PackFile = ({ onRead, isMissing }: Props) => {
  const id = useId();
  const [problem, setProblem] = useState<string | undefined>();
  const take = async (file: File | undefined): Promise<void> => {
    const read = file === undefined ? undefined : readPack(await file.text());
    onRead(read !== undefined && "pack" in read ? read.pack : undefined);
    setProblem(read !== undefined && "wrong" in read ? `${text.fileUnreadable} ${read.wrong}` : undefined);
  };
  const shown = problem ?? (isMissing ? text.fileMissing : undefined);
  return (
    <div className="field">
      <label htmlFor={id}>{text.file}</label>
      <input
        id={id}
        type="file"
        accept="application/json,.json"
        aria-describedby={shown === undefined ? undefined : `${id}-problem`}
        onChange={(event) => void take(event.target.files?.[0])}
      />
      {shown === undefined ? null : (
        <span id={`${id}-problem`} className="field-error" role="alert">
          {shown}
        </span>
      )}
    </div>
  );
};
