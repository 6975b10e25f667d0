import type { Check, ShownCase } from "../../../contracts/api/case-view.js";
import { timeOf } from "../../format.js";
import { sv } from "../../texts/sv.js";

const marks: Readonly<Record<Check["result"], { readonly sign: string; readonly words: string }>> = {
  ok: { sign: "✓", words: "stämmer" },
  differs: { sign: "!", words: "skiljer sig" },
  unknown: { sign: "?", words: "okänt" },
};

const CheckLine = ({ check }: { readonly check: Check }) => (
  <li className={`check ${check.result}`}>
    <span className="mark" aria-hidden="true">
      {marks[check.result].sign}
    </span>
    <span>
      {check.text}
      <span className="visually-hidden">, {marks[check.result].words}</span>
    </span>
    <span className="small muted">{check.at === undefined ? "" : timeOf(check.at)}</span>
  </li>
);

/** What the machine has checked and when, and what it has not. */
export const Checks = ({ shown }: { readonly shown: ShownCase }) => (
  <section className="stack">
    <h3>{sv.case.checked}</h3>
    <ul className="checks">
      {shown.checks.map((check) => (
        <CheckLine key={check.id} check={check} />
      ))}
    </ul>
    <h3>{sv.case.notChecked}</h3>
    <ul className="bullets">
      {shown.notChecked.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  </section>
);
