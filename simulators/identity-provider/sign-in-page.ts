import type { FictiveStaff } from "./staff.js";

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const roleNames: Readonly<Record<FictiveStaff["role"], string>> = {
  caseworker: "handläggare",
  "team-lead": "enhetschef",
  administrator: "administratör",
  auditor: "granskare",
};

const style = `
  body { margin: 0; background: #f2f4f7; color: #16202b; font: 400 1rem/1.5 system-ui, sans-serif; }
  main { max-width: 32rem; margin: 10vh auto; padding: 1.5rem 2rem 2rem; background: #fff; border: 1px solid #d5dae0; border-radius: 6px; }
  h1 { font-size: 1.375rem; margin: 0 0 .5rem; }
  p { margin: 0 0 1rem; }
  ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; }
  button { width: 100%; padding: .7rem 1rem; border: 1px solid #8c97a3; border-radius: 5px; background: #fff; color: inherit; font: inherit; text-align: left; cursor: pointer; }
  button:hover { border-color: #16202b; background: #f7f8fa; }
  button:focus-visible { outline: 3px solid #0b5394; outline-offset: 2px; }
  small { display: block; color: #545f6c; }
`;

const choice = ({ subject, name, unit, role }: FictiveStaff): string => `
        <li><button type="submit" name="subject" value="${escape(subject)}">${escape(name)}, ${roleNames[role]}<small>${escape(unit)}</small></button></li>`;

/** The page where one chooses whom to be. No passwords: nobody on it exists, and only this machine can reach it. */
export const signInPage = ({
  action,
  nonce,
  staff,
}: {
  readonly action: string;
  readonly nonce: string;
  readonly staff: readonly FictiveStaff[];
}): string => `<!doctype html>
<html lang="sv">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Logga in i övningskommunen</title>
    <style nonce="${nonce}">${style}</style>
  </head>
  <body>
    <main>
      <h1>Vem vill du vara?</h1>
      <p>Det här är en inloggning för övning. Alla personer är påhittade. I en riktig kommun loggar du in med kommunens egen tjänst.</p>
      <form method="post" action="${escape(action)}">
        <ul>${staff.map(choice).join("")}
        </ul>
      </form>
    </main>
  </body>
</html>
`;
