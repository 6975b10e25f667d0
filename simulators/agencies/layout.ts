import { html, type Html } from "../shared/html.js";

const style = `*{box-sizing:border-box}body{font:15px Arial,sans-serif;margin:0;background:#f3f3f0}
.topp{background:#3b1f5b;color:#fff;padding:8px 20px;font-weight:bold}.ram{background:#fff;margin:16px auto;padding:16px 24px;max-width:1280px}
.avsnitt{border-top:3px solid #3b1f5b;margin-top:18px}table{width:100%;border-collapse:collapse;font-size:13px}
th{background:#e8e4ee;text-align:left}th,td{padding:4px 6px}.tal{text-align:right;font-variant-numeric:tabular-nums}
.rad{margin:10px 0}.rad label{display:inline-block;min-width:170px}.fel{border:2px solid #b00020;padding:8px}
dl.par{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px}dl.par dt{font-weight:bold}dl.par dd{margin:0}`;

/** A page of the composite service. */
export const layout = (title: string, body: Html): Html =>
  html`<!doctype html>
    <html lang="sv">
      <head>
        <meta charset="utf-8" />
        <title>${title} | Sammansatt fråga</title>
        <style>
          ${{ markup: style }}
        </style>
      </head>
      <body>
        <div class="topp" role="banner">SAMMANSATT FRÅGA – ekonomiskt bistånd</div>
        <div class="ram" role="main">
          <h1>${title}</h1>
          ${body}
        </div>
      </body>
    </html>`;

/** What is shown when the session is gone, whichever page was asked for. */
export const sessionGone = (): Html =>
  layout(
    "Sessionen har upphört",
    html`<p>Du har varit inaktiv för länge eller loggat in på annat håll.</p>
      <p><a href="/inloggning">Logga in igen</a></p>`,
  );
