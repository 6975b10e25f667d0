import { describe, expect, it } from "vitest";
import { isFault } from "../../contracts/faults.js";
import { decodeFrame, encodeFrame } from "./frame.js";
import { runIsolated, type Limits } from "./run-isolated.js";

const request = { data: null, blobs: [Buffer.from("%PDF-1.7\n%%EOF")] };
const roomy: Limits = { cpuSeconds: 5, wallMs: 60_000, memoryMiB: 500, answerMiB: 1 };

describe("an isolated run", () => {
  it("answers within its limits", async () => {
    const answer = await runIsolated("inspect", request, roomy);
    expect(answer.data).toEqual({ result: "refused", refusal: "truncated" });
  });

  it.each([
    ["the clock", { ...roomy, wallMs: 1 }, /^wall-clock$/],
    ["memory", { ...roomy, memoryMiB: 16 }, /^SIG(KILL|ABRT)$/],
    ["the length of an answer", { ...roomy, answerMiB: 0 }, /^answer$/],
  ])("is stopped by %s, with a fault that says so", async (_, limits, limit) => {
    const error: unknown = await runIsolated("inspect", request, limits).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "DocumentRefused", details: { code: "limit-reached", task: "inspect" } });
    expect(isFault(error) ? error.details["limit"] : undefined).toMatch(limit);
  });

  it("falls over alone on a request that is none", async () => {
    await expect(runIsolated("recognise", { data: "nonsense", blobs: [] }, roomy)).rejects.toMatchObject({
      name: "DocumentRefused",
      details: { code: "unreadable", task: "recognise" },
    });
  });
});

describe("a frame", () => {
  it("comes back as it went, with data and bytes", () => {
    const frame = { data: { text: "åäö", list: [1] }, blobs: [new Uint8Array([1, 2]), new Uint8Array()] };
    const back = decodeFrame(encodeFrame(frame));
    expect(back.data).toEqual(frame.data);
    expect(back.blobs.map((blob) => [...blob])).toEqual([[1, 2], []]);
  });

  it.each([
    new Uint8Array(),
    new Uint8Array([0, 0, 0, 9, 1]),
    encodeFrame({ data: 1, blobs: [new Uint8Array(3)] }).subarray(0, -1),
  ])("is refused where it is cut or made up", (bytes) => {
    expect(() => decodeFrame(bytes)).toThrow();
  });
});
