import type { ProvisionView } from "../../../contracts/api/rules-view.js";
import { sv } from "../../texts/sv.js";

const text = sv.rules;

const Provision = ({ provision }: { readonly provision: ProvisionView }) => (
  <article className="provision">
    <h3>{provision.title}</h3>
    <p>{provision.text}</p>
    {provision.basis.length === 0 ? null : <p className="small muted">{provision.basis.join(" · ")}</p>}
  </article>
);

/** Every provision in prose: first what no rule expresses and where that leads, then what is computed. */
export const Provisions = ({ provisions }: { readonly provisions: readonly ProvisionView[] }) => {
  const gaps = provisions.filter(({ codified }) => !codified);
  return (
    <>
      <section className="panel stack" id="not-codified" aria-labelledby="not-codified-title">
        <h2 id="not-codified-title">{text.notCodified}</h2>
        <p className="notice">{gaps.length === 0 ? text.notCodifiedNone : text.notCodifiedIntro}</p>
        {gaps.map((provision) => (
          <Provision key={provision.id} provision={provision} />
        ))}
      </section>
      <section className="panel stack" id="provisions" aria-labelledby="provisions-title">
        <h2 id="provisions-title">{text.provisions}</h2>
        {provisions
          .filter(({ codified }) => codified)
          .map((provision) => (
            <Provision key={provision.id} provision={provision} />
          ))}
      </section>
    </>
  );
};
