import { defaultPayloadConverter, type Payload } from "@temporalio/common";
import { describe, expect, it } from "vitest";
import { createPayloadCodec } from "./payload-codec.js";

const [oldKey, newKey] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const payload = defaultPayloadConverter.toPayload({ caseId: "Prov Ett" });

describe("the payload codec", () => {
  it("opens what it sealed, whatever kind of value", async () => {
    const codec = createPayloadCodec([newKey]);
    const payloads = [
      payload,
      defaultPayloadConverter.toPayload(undefined),
      defaultPayloadConverter.toPayload(Buffer.from("x")),
    ];
    const opened = await codec.decode(await codec.encode(payloads));
    expect(opened.map((one) => defaultPayloadConverter.fromPayload(one))).toEqual([
      { caseId: "Prov Ett" },
      undefined,
      new Uint8Array(Buffer.from("x")),
    ]);
  });

  it("shows nothing of the value, and says by which key it was sealed", async () => {
    const [sealed] = await createPayloadCodec([newKey]).encode([payload]);
    expect(Buffer.from(sealed?.data ?? []).toString("latin1")).not.toContain("Prov");
    expect(Object.keys(sealed?.metadata ?? {})).toEqual(["encoding", "encryption-key-id"]);
    expect(Buffer.from(sealed?.metadata?.["encryption-key-id"] ?? []).toString()).toMatch(/^[0-9a-f]{16}$/);
  });

  it("opens with an earlier key after the key was changed, and seals with the new one", async () => {
    const sealedBefore = await createPayloadCodec([oldKey]).encode([payload]);
    const rotated = createPayloadCodec([newKey, oldKey]);
    expect(await rotated.decode(sealedBefore)).toEqual([payload]);
    await expect(createPayloadCodec([oldKey]).decode(await rotated.encode([payload]))).rejects.toThrow("not here");
  });

  it("stops where the key is gone, and never passes on what is not sealed", async () => {
    const codec = createPayloadCodec([newKey]);
    const sealed = await createPayloadCodec([oldKey]).encode([payload]);
    await expect(codec.decode(sealed)).rejects.toThrow("The key that sealed a payload is not here");
    await expect(codec.decode([payload])).rejects.toThrow("not sealed");
    const emptied: Payload[] = sealed.map(({ metadata }) => ({ ...(metadata ? { metadata } : {}) }));
    await expect(createPayloadCodec([oldKey]).decode(emptied)).rejects.toThrow("does not open");
  });
});
