/** A message across the sandbox's border: plain data and, beside it, bytes. */
export type Frame = { readonly data: unknown; readonly blobs: readonly Uint8Array[] };

const headerLength = 4;

/** Lays a frame out as: length of the head (4 bytes), head as JSON, blobs one after the other. */
export const encodeFrame = (frame: Frame): Uint8Array => {
  const head = Buffer.from(JSON.stringify({ data: frame.data, lengths: frame.blobs.map((blob) => blob.length) }));
  const length = Buffer.alloc(headerLength);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, ...frame.blobs]);
};

const isHead = (value: unknown): value is { data: unknown; lengths: number[] } =>
  typeof value === "object" &&
  value !== null &&
  "data" in value &&
  "lengths" in value &&
  Array.isArray(value.lengths) &&
  value.lengths.every((length) => Number.isSafeInteger(length) && length >= 0);

/** Reads a frame back; throws where the bytes are not exactly one frame. */
export const decodeFrame = (bytes: Uint8Array): Frame => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headEnd = headerLength + buffer.readUInt32BE(0);
  const head: unknown = JSON.parse(buffer.subarray(headerLength, headEnd).toString("utf8"));
  if (!isHead(head)) throw new Error("Not a frame.");
  const blobs: Uint8Array[] = [];
  let start = headEnd;
  for (const length of head.lengths) {
    blobs.push(buffer.subarray(start, start + length));
    start += length;
  }
  if (start !== buffer.length) throw new Error("Not a frame.");
  return { data: head.data, blobs };
};
