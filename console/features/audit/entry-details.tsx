import type { LogEntry } from "../../../contracts/api/case-log.js";
import type { CaseId } from "../../../contracts/ids.js";
import { longDayOf, timeWithSeconds } from "../../format.js";
import { sv } from "../../texts/sv.js";

/** One event in full, with what proves it. */
export const EntryDetails = ({ caseId, entry }: { readonly caseId: CaseId; readonly entry: LogEntry }) => (
  <div className="stack">
    <h2>{entry.title}</h2>
    <p className="muted">
      {longDayOf(entry.at)} kl. {timeWithSeconds(entry.at)}
    </p>
    <dl className="facts">
      <div className="fact-line">
        <dt>{sv.audit.actor}</dt>
        <dd>{entry.actor.label}</dd>
      </div>
      {entry.details.map((detail) => (
        <div key={detail.label} className="fact-line">
          <dt>{detail.label}</dt>
          <dd>{detail.value}</dd>
        </div>
      ))}
      <div className="fact-line">
        <dt>{sv.audit.action}</dt>
        <dd className="hash">{entry.action}</dd>
      </div>
    </dl>
    {entry.evidenceIds.length === 0 ? null : (
      <ul className="stack">
        {entry.evidenceIds.map((id, index) => (
          <li key={id}>
            <a className="button" href={`/api/cases/${caseId}/evidence/${id}`} target="_blank" rel="noopener">
              {sv.audit.openEvidence} {index + 1}
            </a>
          </li>
        ))}
      </ul>
    )}
    <h3>{sv.audit.proofHeading}</h3>
    <dl className="facts">
      <div className="fact-line">
        <dt>{sv.audit.number}</dt>
        <dd>{entry.seq}</dd>
      </div>
      <div className="fact-line">
        <dt>{sv.audit.stamp}</dt>
        <dd className="hash">{entry.hash}</dd>
      </div>
      <div className="fact-line">
        <dt>{sv.audit.title}</dt>
        <dd>{sv.audit.entryProof[entry.proof]}</dd>
      </div>
    </dl>
  </div>
);
