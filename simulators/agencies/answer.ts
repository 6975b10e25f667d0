import { html, type Html } from "../shared/html.js";
import { periodText } from "./format.js";
import { layout } from "./layout.js";
import type { Query } from "./query-form.js";

// Asks for progress until every section has its answer, and puts the sections in the page as they come.
const script = `const svar=document.getElementById("svar");const klart=document.getElementById("klart");
const hamta=async()=>{const r=await fetch(location.pathname+"/lage",{headers:{accept:"application/json"}});
if(!r.ok){svar.innerHTML="<p role=alert>Svaren kunde inte hämtas.</p>";return}
const lage=await r.json();if(lage.slut){svar.innerHTML="<h2>Sessionen har upphört</h2><p><a href=/inloggning>Logga in igen</a></p>";return}
svar.innerHTML=lage.avsnitt;if(lage.klar){svar.setAttribute("aria-busy","false");klart.textContent="Alla svar är hämtade."}else{setTimeout(hamta,40)}};
hamta().catch(()=>{svar.innerHTML="<p role=alert>Svaren kunde inte hämtas.</p>"});`;

/** The page of one query's answer, with the sections as they stand when it is opened. */
export const answerPage = (id: string, at: { query: Query; sections: readonly Html[] }): Html =>
  layout(
    "Svar på sammansatt fråga",
    html`<dl class="par">
        <dt>Personnummer</dt>
        <dd>${at.query.personalNumber}</dd>
        <dt>Period</dt>
        <dd>${periodText(at.query)}</dd>
        <dt>Syfte</dt>
        <dd>${at.query.purpose}</dd>
        <dt>Lagtext</dt>
        <dd>${at.query.statute}</dd>
        <dt>Fråge-id</dt>
        <dd>${id}</dd>
      </dl>
      <p id="klart" role="status"></p>
      <div id="svar" role="region" aria-label="Svar från uppgiftslämnare" aria-live="polite" aria-busy="true">
        ${at.sections}
      </div>
      <p><a href="/fraga">Ny fråga</a></p>
      <script>
        ${{ markup: script }};
      </script>`,
  );
