import type { ChangeView } from "../../../contracts/api/workshop.js";
import { packProblems } from "../../../contracts/codes/pack-problems.js";
import { sv } from "../../texts/sv.js";

const text = sv.workshop.proofs;

/** What the proofs say of the draft: for each fault the household, income, month or decision that falls out. */
export const ProofsPart = ({ change: { proofs, problems } }: { readonly change: ChangeView }) => (
  <section className="panel stack" aria-labelledby="proofs-title">
    <h2 id="proofs-title">{proofs.ok ? text.ok : text.failTitle}</h2>
    <p className="muted small">
      {String(proofs.rows)} {text.rows}. {proofs.ok ? text.okDetail : ""}
    </p>
    {proofs.problems.map((problem) => (
      <article key={`${problem.code}/${problem.row}`} className="notice bad fault">
        <h3>{packProblems[problem.code].title}</h3>
        <p>{problem.message}</p>
        <p className="counterexample">
          <strong>{text.fallsOut}</strong> {problem.counterexample.text}
        </p>
      </article>
    ))}
    {problems.length === 0 ? null : (
      <>
        <h2>{text.problems}</h2>
        <ul className="stack">
          {problems.map(({ code, message, row }) => (
            <li key={`${code}/${row ?? ""}`} className="notice">
              {message}
            </li>
          ))}
        </ul>
      </>
    )}
  </section>
);
