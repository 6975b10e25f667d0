import type { QueryExecutorProvider } from "kysely";
import type { Instant } from "../contracts/dates.js";
import type { CaseId } from "../contracts/ids.js";
import type { Cipher } from "../platform/cipher.js";

/** What the log needs of an open transaction; the store's is one. The log is always written in its caller's. */
export type LogTransaction = {
  readonly db: QueryExecutorProvider & { readonly isTransaction: true };
  /** When the transaction took place. */
  readonly at: Instant;
  readonly cipherFor: (owner: CaseId | "system") => Promise<Cipher>;
  /** Undefined where the case's key has been destroyed and its content with it. */
  readonly findCipher: (owner: CaseId | "system") => Promise<Cipher | undefined>;
};
