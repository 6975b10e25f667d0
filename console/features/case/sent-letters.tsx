import type { CaseView } from "../../../contracts/api/case-view.js";
import { dayAndTime } from "../../format.js";
import { sv } from "../../texts/sv.js";

/** The letters of the case as they were made, how each left, and whether it has been opened where the channel tells. */
export const SentLetters = ({ view: { shown, letters = [] } }: { readonly view: CaseView }) =>
  letters.length === 0 ? null : (
    <section className="stack">
      <h3>{sv.case.letters}</h3>
      <ul className="stack">
        {letters.map(({ id, title, to, madeAt, delivery }) => (
          <li key={id} className="person-note">
            <a href={`/api/cases/${shown.caseId}/letters/${id}`} target="_blank" rel="noopener">
              {title} {sv.case.letterTo} {to}
            </a>
            <span className="small muted">
              {[
                dayAndTime(madeAt),
                delivery?.text,
                delivery?.openedAt === undefined || delivery.openedAt === null
                  ? undefined
                  : `${sv.case.openedByRecipient} ${dayAndTime(delivery.openedAt)}`,
              ]
                .filter((part) => part !== undefined)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
