import type { ProvisionView } from "../../../contracts/api/rules-view.js";
import { sv } from "../../texts/sv.js";

/** Every provision in prose: those that are computed and those that a person always tries. */
export const Provisions = ({ provisions }: { readonly provisions: readonly ProvisionView[] }) => (
  <section className="panel stack" id="provisions" aria-labelledby="provisions-title">
    <h2 id="provisions-title">{sv.rules.provisions}</h2>
    {provisions.map((provision) => (
      <article key={provision.id} className="provision">
        <h3>
          {provision.title} {provision.codified ? null : <span className="tag warn">{sv.rules.notCodified}</span>}
        </h3>
        <p>{provision.text}</p>
        <p className="small muted">{provision.basis.join(" · ")}</p>
      </article>
    ))}
  </section>
);
