import type { z } from "zod";
import { Fault } from "../../contracts/faults.js";

/** A service with an interface of its own: where it is, and the token it knows us by. */
export type HttpService = { readonly baseUrl: string; readonly token: string };

/** How long an answer may take. A letter is small, and the services are near. */
const answerTimeoutMs = 10_000;

/** One call. The body is sent as it is; nothing personal may stand in the path. */
export type Call = {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly body?: { readonly type: string; readonly bytes: Uint8Array | string };
};

type Answered = { readonly status: number; readonly text: string };

const call = async ({ baseUrl, token }: HttpService, { method, path, body }: Call): Promise<Answered> => {
  const response = await fetch(new URL(path, baseUrl), {
    method,
    redirect: "error",
    signal: AbortSignal.timeout(answerTimeoutMs),
    headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { "content-type": body.type }) },
    ...(body !== undefined && { body: typeof body.bytes === "string" ? body.bytes : new Uint8Array(body.bytes) }),
  });
  return { status: response.status, text: await response.text() };
};

const refused = ({ status }: Answered): Fault | undefined => {
  if (status === 401 || status === 403)
    return new Fault("CredentialRejected", "Tjänsten känner inte igen oss. Kontrollera kontot.", { status });
  if (status === 429) return new Fault("PortalThrottled", "Tjänsten ber oss vänta.", { status });
  return undefined;
};

/**
 * Asks for something and reads the answer by its schema. Safe to repeat.
 * @throws Fault `PortalUnavailable` without an answer, `PortalChanged` where the answer is another than was agreed.
 */
export const ask = async <T extends z.ZodType>(service: HttpService, asked: Call, schema: T): Promise<z.output<T>> => {
  const answer = await call(service, asked).catch(() => undefined);
  if (answer === undefined || answer.status >= 500)
    throw new Fault("PortalUnavailable", "Tjänsten svarar inte.", { status: answer?.status ?? 0 });
  const fault = refused(answer);
  if (fault !== undefined) throw fault;
  const parsed = answer.status === 200 ? schema.safeParse(jsonOf(answer.text)) : undefined;
  if (parsed?.success === true) return parsed.data;
  throw new Fault("PortalChanged", "Tjänsten svarade på ett annat sätt än väntat.", { status: answer.status });
};

/**
 * Hands something over, once. Only a clear refusal is a refusal: a lost answer, or an error on the other side, says
 * nothing of whether it was taken.
 * @throws Fault `OutcomeUnknown` where that is not clear.
 */
export const submit = async (service: HttpService, submitted: Call): Promise<void> => {
  const answer = await call(service, submitted).catch(() => undefined);
  if (answer === undefined || answer.status >= 500)
    throw new Fault("OutcomeUnknown", "Det är oklart om tjänsten tog emot det som skickades.", {
      status: answer?.status ?? 0,
    });
  const fault = refused(answer);
  if (fault !== undefined) throw fault;
  if (answer.status !== 201)
    throw new Fault("PortalChanged", "Tjänsten svarade på ett annat sätt än väntat.", { status: answer.status });
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
