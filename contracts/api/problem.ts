import { z } from "zod";

/** What the api can refuse with, and the plain Swedish sentence that goes with each. */
export const problems = {
  "not-signed-in": "Du är inte inloggad. Logga in igen.",
  "not-allowed": "Din roll ger inte tillgång till det här.",
  "not-found": "Det finns inget här. Det kan ha flyttats eller så saknar du behörighet.",
  "input-invalid": "Uppgifterna gick inte att ta emot. Se vad som behöver rättas.",
  "origin-refused": "Begäran kom inte från den här webbplatsen och har stoppats.",
  "too-many-requests": "Det kom för många anrop på kort tid. Vänta en stund och försök igen.",
  "decision-refused": "Beslutet registrerades inte.",
  "change-refused": "Ändringen togs inte emot.",
  unavailable: "En del av systemet svarar inte just nu. Inget har ändrats. Försök igen om en stund.",
  internal: "Något gick fel hos oss. Inget beslut har fattats. Felet är loggat.",
} as const;
export type ProblemCode = keyof typeof problems;

/** An error answer, RFC 9457 `application/problem+json`. Never holds personal data or anything about the machinery. */
export const problemSchema = z.strictObject({
  /** `urn:skalig:problem:<code>`. */
  type: z.string(),
  /** Plain Swedish, ready to show. */
  title: z.string(),
  status: z.int().min(400).max(599),
  /** A narrower code, such as why a decision was refused. */
  code: z.string().exactOptional(),
  errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).exactOptional(),
});
export type Problem = z.output<typeof problemSchema>;
