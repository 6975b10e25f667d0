import type { Check, ShownCase } from "../../../contracts/api/case-view.js";
import { timeOf } from "../../format.js";
import { sv } from "../../texts/sv.js";

/** A check is written as what should hold, so one that does not hold says so first. */
const marks: Readonly<Record<Check["result"], { readonly sign: string; readonly before: string }>> = {
  ok: { sign: "✓", before: "" },
  differs: { sign: "!", before: "Stämmer inte: " },
  unknown: { sign: "?", before: "Inte klart: " },
};

const order: readonly Check["result"][] = ["differs", "unknown", "ok"];
const openFirst = (one: Check, other: Check): number => order.indexOf(one.result) - order.indexOf(other.result);

const CheckLine = ({ check }: { readonly check: Check }) => (
  <li className={`check ${check.result}`}>
    <span className="mark" aria-hidden="true">
      {marks[check.result].sign}
    </span>
    <span>
      {marks[check.result].before}
      {check.text}
    </span>
    <span className="small muted">{check.at === undefined ? "" : timeOf(check.at)}</span>
  </li>
);

/** What the machine has checked and when, and what it has not. */
export const Checks = ({ shown }: { readonly shown: ShownCase }) => (
  <section className="stack">
    <h3>{sv.case.checked}</h3>
    <ul className="checks">
      {shown.checks.toSorted(openFirst).map((check) => (
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
