import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { deriveKeys } from "../../platform/keys.js";
import { sealedDataConverter } from "../../platform/temporal/connection.js";

/** Where the recorded histories lie: one for each way a case can go. */
export const historiesFolder = fileURLToPath(new URL("./histories/", import.meta.url));

/** Seals nothing but recorded histories of invented households; it opens no other data. */
export const recordingKey = Buffer.alloc(32, "skalig-replay").toString("base64");

/** The converter that recorded histories were sealed with. */
export const recordingConverter = sealedDataConverter(deriveKeys(Buffer.from(recordingKey, "base64")));

/** A recorded history as the server gave it. */
export type RecordedHistory = {
  readonly name: string;
  readonly history: { readonly events: readonly RecordedEvent[] };
};
type RecordedEvent = {
  readonly eventType: string;
  readonly workflowExecutionStartedEventAttributes?: { readonly workflowType: { readonly name: string } };
};

/** Every recorded history, by file name. */
export const recordedHistories = (): RecordedHistory[] =>
  readdirSync(historiesFolder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => ({
      name,
      history: JSON.parse(
        readFileSync(new URL(name, `file://${historiesFolder}`), "utf8"),
      ) as RecordedHistory["history"],
    }));
