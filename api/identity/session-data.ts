import { randomBytes } from "node:crypto";
import { z } from "zod";
import { instantSchema, type Instant } from "../../contracts/dates.js";
import { instantOf, type Clock } from "../../platform/clock.js";
import { deleteSession, findSession, saveSession } from "../../store/sessions.js";
import type { Store } from "../../store/open-store.js";
import type { SessionLimits } from "../deps.js";

/** What a sign-in remembers: who, and since when. Roles are never remembered; they are read anew for every request. */
const sessionSchema = z.strictObject({ staffId: z.string(), startedAt: instantSchema, idleEndsAt: instantSchema });

/** A sign-in that has not ended. */
export type Session = z.output<typeof sessionSchema> & { readonly endsAt: Instant };

/** What is kept between going to the sign-in service and coming back. */
const pendingSchema = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  returnTo: z.string(),
});
export type PendingSignIn = z.output<typeof pendingSchema>;

const pendingLastsMs = 10 * 60_000;
/** A sign-in is prolonged at most this often, so that reading a page is not a write for every request. */
const prolongEveryMs = 30_000;

const after = (instant: Instant, durationMs: number): Instant => instantOf(new Date(Date.parse(instant) + durationMs));
const earlier = (one: Instant, other: Instant): Instant => (one < other ? one : other);

/** A new id that cannot be guessed: 256 random bits. */
const newId = (): string => randomBytes(32).toString("base64url");

/** Sign-ins, kept on the server. The browser holds nothing but a random id. */
export const createSessions = ({
  store,
  clock,
  limits,
}: {
  readonly store: Store;
  readonly clock: Clock;
  readonly limits: SessionLimits;
}) => {
  const endOf = (startedAt: Instant): Instant => after(startedAt, limits.absoluteMs);

  const save = (id: string, data: z.output<typeof sessionSchema>): Promise<void> =>
    store.transaction((tx) => saveSession(tx, id, { expiresAt: data.idleEndsAt, data }));

  return {
    /** Starts a sign-in under a new id. Returns the id. */
    start: async (staffId: string): Promise<string> => {
      const id = newId();
      const startedAt = clock.now();
      const idleEndsAt = earlier(after(startedAt, limits.idleMs), endOf(startedAt));
      await save(id, { staffId, startedAt, idleEndsAt });
      return id;
    },
    /** The sign-in behind an id, or undefined where it has ended. Prolonged where `touch` is set, never past its end. */
    find: async (id: string, { touch }: { readonly touch: boolean }): Promise<Session | undefined> => {
      const found = sessionSchema.safeParse(await store.read((tx) => findSession(tx, id)));
      if (!found.success || found.data.idleEndsAt <= clock.now()) return undefined;
      const endsAt = endOf(found.data.startedAt);
      if (!touch) return { ...found.data, endsAt };
      const idleEndsAt = earlier(after(clock.now(), limits.idleMs), endsAt);
      if (Date.parse(idleEndsAt) - Date.parse(found.data.idleEndsAt) < prolongEveryMs) return { ...found.data, endsAt };
      await save(id, { ...found.data, idleEndsAt });
      return { ...found.data, idleEndsAt, endsAt };
    },
    end: (id: string): Promise<void> => store.transaction((tx) => deleteSession(tx, id)),
    /** Keeps what is needed when the browser comes back. Returns its id. */
    keepPending: async (pending: PendingSignIn): Promise<string> => {
      const id = newId();
      const expiresAt = after(clock.now(), pendingLastsMs);
      await store.transaction((tx) => saveSession(tx, id, { expiresAt, data: pending }));
      return id;
    },
    /** What was kept, once; undefined where it is too old or was never there. */
    takePending: async (id: string): Promise<PendingSignIn | undefined> => {
      const found = pendingSchema.safeParse(await store.read((tx) => findSession(tx, id)));
      await store.transaction((tx) => deleteSession(tx, id));
      return found.success ? found.data : undefined;
    },
  };
};
export type Sessions = ReturnType<typeof createSessions>;
