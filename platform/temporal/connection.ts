import { fileURLToPath } from "node:url";
import { Client, Connection } from "@temporalio/client";
import type { DataConverter } from "@temporalio/common";
import { loadClientConnectConfig } from "@temporalio/envconfig";
import type { Keys } from "../keys.js";
import { createPayloadCodec } from "./payload-codec.js";

/** How everything that goes to the Temporal server is sealed. The same for client, worker and workflow bundle. */
export const sealedDataConverter = ({ payload }: Pick<Keys, "payload">): DataConverter => ({
  payloadCodecs: [createPayloadCodec([payload])],
  failureConverterPath: fileURLToPath(new URL("./failure-converter.cjs", import.meta.url)),
});

/** Where the Temporal server is, and how to speak with it. */
export type TemporalTarget = ReturnType<typeof loadClientConnectConfig> & { readonly namespace: string };

/**
 * Reads Temporal's own settings (`TEMPORAL_ADDRESS`, `TEMPORAL_NAMESPACE`, TLS, API key, or a TOML profile). `address`
 * is that of a server we have started ourselves, and wins.
 */
export const temporalTarget = ({ address }: { readonly address?: string } = {}): TemporalTarget => {
  // Our own server is plain and local: a profile for a cluster must not lend it certificates or a namespace.
  if (address !== undefined) return { connectionOptions: { address }, namespace: "default" };
  const { connectionOptions, namespace = "default" } = loadClientConnectConfig();
  return { connectionOptions, namespace };
};

/** An open connection with its client. */
export type TemporalConnection = { readonly client: Client; readonly close: () => Promise<void> };

/** Connects a client. Give `dataConverter` to `Worker.create` and `bundleWorkflowCode` too. */
export const connectTemporal = async (
  { connectionOptions, namespace }: TemporalTarget,
  dataConverter: DataConverter,
): Promise<TemporalConnection> => {
  const connection = await Connection.connect(connectionOptions);
  return { client: new Client({ connection, namespace, dataConverter }), close: () => connection.close() };
};
