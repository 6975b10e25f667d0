import { z } from "zod";
import { problemSchema } from "../../contracts/api/problem.js";
import { inBackground } from "./in-background.js";
import { ProblemError } from "./problem-error.js";
import { isPersonActive } from "./person-activity.js";

const unreachable = {
  type: "about:blank",
  title: "Servern svarar inte. Kontrollera nätverket och försök igen. Inget har ändrats.",
  status: 503,
};

/** A problem may carry more than every problem does: the text of somebody who saved first. */
const someProblemSchema = z.object(problemSchema.shape);

const problemOf = async (response: Response): Promise<ProblemError> => {
  const body: unknown = await response.json().catch(() => undefined);
  const problem = someProblemSchema.safeParse(body);
  return new ProblemError(problem.success ? problem.data : { ...unreachable, status: response.status }, body);
};

const posted = (body: unknown) => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

const ask = async (path: string, init: RequestInit): Promise<Response> => {
  const response = await fetch(path, { credentials: "same-origin", ...init }).catch(() => undefined);
  if (response === undefined) throw new ProblemError(unreachable);
  if (!response.ok) throw await problemOf(response);
  return response;
};

/**
 * Reads a view. A read that nobody asked for says so, and does not keep an abandoned session alive.
 * Throws `ProblemError`; throws `ZodError` where the answer is not what the contract says.
 */
export const read = async <T extends z.ZodType>(schema: T, path: string): Promise<z.output<T>> => {
  const response = await ask(path, { headers: isPersonActive() ? {} : { "x-skalig-background": "1" } });
  return schema.parse(await response.json());
};

/** Reads bytes, such as a picture of evidence. The server logs that it was opened. */
export const readBytes = async (path: string): Promise<Blob> => (await ask(path, {})).blob();

/** Tells the server something on the way out of a page. Nobody waits for the answer. */
export const sendQuietly = ({ path, body }: { readonly path: string; readonly body: unknown }): void => {
  const { method, headers, body: text } = posted(body);
  const quiet = { ...headers, "x-skalig-background": "1" };
  inBackground(fetch(path, { method, headers: quiet, body: text, credentials: "same-origin", keepalive: true }));
};

/** Sends a command. Throws `ProblemError` where it is refused. */
export const send = async <T extends z.ZodType>(
  schema: T,
  command: { readonly path: string; readonly body: unknown },
): Promise<z.output<T>> => {
  const response = await ask(command.path, posted(command.body));
  return schema.parse(await response.json());
};
