const words = {
  "not-proved": {
    title: "Inloggningen gick inte att slutföra",
    text: "Den kan ha tagit för lång tid eller påbörjats i ett annat fönster. Börja om från början.",
  },
  "not-staff": {
    title: "Du har ingen roll i Skälig",
    text: "Inloggningen gick bra, men ingen roll är tilldelad dig. Kontakta din administratör.",
  },
} as const;

/** The page of a sign-in that came to nothing. Fixed words only: nothing of the request is repeated. */
export const refusedPage = (why: keyof typeof words): string => `<!doctype html>
<html lang="sv">
  <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${words[why].title} · Skälig</title></head>
  <body>
    <main>
      <h1>${words[why].title}</h1>
      <p>${words[why].text}</p>
      <p><a href="/api/sign-in">Logga in igen</a></p>
    </main>
  </body>
</html>
`;
