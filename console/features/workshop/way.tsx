import type { ChangeStep } from "../../../contracts/api/workshop.js";
import { sv } from "../../texts/sv.js";

const text = sv.workshop.change;

/** The way of a change to being in force: what is done, where it stands, and what is left. */
export const Way = ({ steps }: { readonly steps: readonly ChangeStep[] }) => (
  <section className="panel stack" aria-labelledby="way-title">
    <h2 id="way-title">{text.way}</h2>
    <ol className="way">
      {steps.map(({ step, state, title, detail }) => (
        <li
          key={step}
          className={`way-step ${state}`}
          {...(state === "now" ? { "aria-current": "step" as const } : {})}
        >
          <strong>{title}</strong> <span className="visually-hidden">({text.stepStates[state]})</span>
          <span className="small muted">{detail}</span>
        </li>
      ))}
    </ol>
  </section>
);
