import type { LogEntry } from "../../../contracts/api/case-log.js";
import type { CaseId } from "../../../contracts/ids.js";
import { Link } from "@tanstack/react-router";
import { longDayOf, timeWithSeconds } from "../../format.js";
import { sv } from "../../texts/sv.js";
import { EntryProof } from "./entry-proof.js";

type Props = {
  /** The case the event belongs to; undefined where it belongs to none. */
  readonly caseId: CaseId | undefined;
  readonly entry: LogEntry;
  /** Shown among events of many cases: the way to the whole case is offered. */
  readonly isInLog?: boolean;
};

/** One event in full, with what proves it. */
export const EntryDetails = ({ caseId, entry, isInLog = false }: Props) => (
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
    {caseId !== undefined && isInLog ? (
      <Link className="button" to="/granskning/$caseId" params={{ caseId }} search={{ event: entry.seq }}>
        {sv.audit.toCase}
      </Link>
    ) : null}
    {entry.hasShown ? (
      <Link className="button" to="/granskning/visat/$seq" params={{ seq: String(entry.seq) }}>
        {sv.audit.showShown}
      </Link>
    ) : null}
    {caseId === undefined || entry.evidenceIds.length === 0 ? null : (
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
    <EntryProof seq={entry.seq} />
  </div>
);
