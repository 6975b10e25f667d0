import { z } from "zod";
import { codesOf, type CodeEntry } from "./codes/coded.js";
import { instantSchema } from "./dates.js";
import { taskQueues, type TaskQueue } from "./task-queues.js";

/** The outside systems that robots log in to. */
export const portals = {
  "e-service": { title: "E-tjänsten" },
  agencies: { title: "Den sammansatta frågan" },
  register: { title: "Folkbokföringen" },
  "case-system": { title: "Verksamhetssystemet" },
} as const satisfies Record<string, CodeEntry>;

/** Code of an outside system. */
export const portalSchema = z.enum(codesOf(portals));
export type Portal = z.output<typeof portalSchema>;

/** The task queue of each outside system: nothing but that system is asked on it. */
export const queueOfPortal = {
  "e-service": taskQueues.eService,
  agencies: taskQueues.agencies,
  register: taskQueues.register,
  "case-system": taskQueues.caseSystem,
} as const satisfies Record<Portal, TaskQueue>;

/** Why a queue stands still, with what a person does about it. The last two end by themselves. */
export const standstillCauses = {
  "account-locked": { title: "Robotens konto är låst", check: "Be systemets ägare låsa upp kontot." },
  "login-refused": { title: "Robotens inloggning nekas", check: "Kontrollera robotens användarnamn och lösenord." },
  captcha: { title: "Systemet vill ha bevis för en människa", check: "Be systemets ägare undanta robotens konto." },
  "new-terms": { title: "Nya villkor ska godkännas", check: "Läs villkoren och godkänn dem för robotens konto." },
  "by-hand": { title: "Stoppad av en medarbetare", check: "Återuppta när arbetet är klart." },
  unavailable: { title: "Systemet svarar inte", check: "Ingenting; roboten prövar igen av sig själv." },
  throttled: { title: "Systemet ber oss vänta", check: "Ingenting; roboten prövar igen av sig själv." },
} as const satisfies Record<string, CodeEntry & { readonly check: string }>;

/** Code of why a queue stands still. */
export const standstillCauseSchema = z.enum(codesOf(standstillCauses));
export type StandstillCause = z.output<typeof standstillCauseSchema>;

/** Causes that only a person ends: to go on asking could lock an account, or be an answer that is not ours to give. */
export const causesForPerson = [
  "account-locked",
  "login-refused",
  "captcha",
  "new-terms",
  "by-hand",
] as const satisfies readonly StandstillCause[];

/**
 * Whether a portal's queue is worked on. `resting` ends by itself at `until`: then one reading tries, and what comes of
 * it decides. `paused` ends when a person resumes it.
 */
export const portalStateSchema = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("working") }),
  z.strictObject({
    state: z.literal("resting"),
    cause: z.enum(["unavailable", "throttled"]),
    since: instantSchema,
    until: instantSchema,
  }),
  z.strictObject({ state: z.literal("paused"), cause: z.enum(causesForPerson), since: instantSchema }),
]);
export type PortalState = z.output<typeof portalStateSchema>;

/** A portal with the state of its queue. */
export type PortalStanding = { readonly portal: Portal } & PortalState;
