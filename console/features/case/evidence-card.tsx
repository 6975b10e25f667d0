import type { EvidenceView } from "../../../contracts/api/case-view.js";
import { Button } from "../../components/button.js";
import { dayAndTime, shortHash } from "../../format.js";
import { sv } from "../../texts/sv.js";

/** What was read in a piece of evidence, where it came from and who fetched it. */
export const EvidenceFacts = ({ evidence }: { readonly evidence: EvidenceView }) => (
  <dl className="facts">
    {evidence.fields.map((field) => (
      <div key={field.name} className="fact-line">
        <dt>{field.name}</dt>
        <dd>
          {field.value} {field.accepted ? null : <span className="tag warn">{sv.case.uncertain}</span>}
        </dd>
      </div>
    ))}
    <div className="fact-line">
      <dt>{sv.case.fetched}</dt>
      <dd>
        {dayAndTime(evidence.fetchedAt)}, {evidence.source}
      </dd>
    </div>
    <div className="fact-line">
      <dt>{sv.case.by}</dt>
      <dd>{evidence.botVersion}</dd>
    </div>
    <div className="fact-line">
      <dt>{sv.case.stamp}</dt>
      <dd className="hash">{shortHash(evidence.sha256)}</dd>
    </div>
  </dl>
);

/** One piece of evidence in the panel; the picture itself is opened on request, since that is logged. */
export const EvidenceCard = ({
  evidence,
  onOpen,
}: {
  readonly evidence: EvidenceView;
  readonly onOpen: (evidenceId: string) => void;
}) => (
  <article className="evidence stack">
    <h3>{evidence.title}</h3>
    <EvidenceFacts evidence={evidence} />
    <p>
      <Button
        shortcut="Enter"
        aria-label={`${sv.case.showEvidence}: ${evidence.title}`}
        onPress={() => {
          onOpen(evidence.id);
        }}
      >
        {sv.case.showEvidence}
      </Button>
    </p>
  </article>
);
