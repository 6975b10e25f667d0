import { html, type Html } from "../shared/html.js";

const style = `body{font:17px/1.5 Georgia,serif;margin:0;color:#20242a}header{background:#1d4e5f;color:#fff;padding:1rem 2rem}
main{padding:1rem 2rem;max-width:62rem}dl{display:grid;grid-template-columns:18rem 1fr;gap:.2rem 1rem}dd{margin:0}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #bbb}
.belopp{text-align:right;white-space:nowrap}fieldset{margin:.6rem 0;border:1px solid #9ab}header a{color:#fff}`;

/** A page of the e-service. */
export const layout = (title: string, body: Html): Html =>
  html`<!doctype html>
    <html lang="sv">
      <head>
        <meta charset="utf-8" />
        <title>${title} – Exempelköpings e-tjänster</title>
        <style>
          ${{ markup: style }}
        </style>
      </head>
      <body>
        <header>
          <p>Exempelköpings kommun · Ekonomiskt bistånd</p>
          <nav aria-label="Huvudmeny"><a href="/inkorg">Inkorg</a></nav>
        </header>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`;
