import type { EvidenceView, ReadField } from "../../../contracts/api/case-view.js";

const percent = (part: number): string => `${String(part * 100)}%`;

const Mark = ({ field }: { readonly field: ReadField }) => {
  if (field.region === undefined) return null;
  const [x, y, width, height] = field.region;
  return (
    <span
      className={field.accepted ? "region" : "region doubtful"}
      style={{ left: percent(x), top: percent(y), width: percent(width), height: percent(height) }}
    />
  );
};

type Props = { readonly address: string; readonly evidence: EvidenceView; readonly page: number };

/** A picture with the places that were read marked on it; the values are in the list beside. */
export const EvidencePicture = ({ address, evidence, page }: Props) => (
  <div className="picture" tabIndex={0} role="group" aria-label={evidence.title}>
    <div className="picture-sheet">
      <img
        src={address}
        alt={evidence.fields.map(({ name, value }) => `${name}: ${value}`).join(", ") || evidence.title}
      />
      {evidence.fields
        .filter((field) => (field.page ?? 1) === page)
        .map((field) => (
          <Mark key={field.name} field={field} />
        ))}
    </div>
  </div>
);
