import { crc32, deflateRawSync, deflateSync } from "node:zlib";

const latin1 = (text: string): Uint8Array => Buffer.from(text, "latin1");

type PdfObject = { readonly dictionary: string; readonly stream?: Uint8Array };

/** Writes a PDF object by object, with no library's good manners in between. */
export const rawPdf = (objects: readonly PdfObject[], trailer = ""): Uint8Array => {
  const parts: Uint8Array[] = [latin1("%PDF-1.7\n")];
  const offsets: number[] = [];
  let length = 9;
  const add = (bytes: Uint8Array): void => {
    parts.push(bytes);
    length += bytes.length;
  };
  objects.forEach(({ dictionary, stream }, index) => {
    offsets.push(length);
    add(latin1(`${String(index + 1)} 0 obj\n`));
    if (stream === undefined) add(latin1(`<< ${dictionary} >>\nendobj\n`));
    else {
      add(latin1(`<< ${dictionary} /Length ${String(stream.length)} >>\nstream\n`));
      add(stream);
      add(latin1("\nendstream\nendobj\n"));
    }
  });
  const start = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = String(objects.length + 1);
  add(
    latin1(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${String(start)}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
};

const page = "/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R";
const font = "/Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding";
const pages = "/Type /Pages /Kids [3 0 R] /Count 1";
const notice = latin1(
  "BT /F1 12 Tf 50 780 Td (Hyresavi) Tj 0 -20 Td (Period: november 2025) Tj 0 -20 Td (Att betala: 6 400,00 kr) Tj ET",
);

/** A rent notice whose catalogue carries something more. */
export const pdfWith = (catalogue: string, more: readonly PdfObject[] = []): Uint8Array =>
  rawPdf([
    { dictionary: `/Type /Catalog /Pages 2 0 R ${catalogue}` },
    { dictionary: pages },
    { dictionary: `${page} /Resources << /Font << /F1 5 0 R >> >>` },
    { dictionary: "", stream: notice },
    { dictionary: font },
    ...more,
  ]);

/** Zeros that a deflate stream of a kilobyte a megabyte unpacks to. `layers` deflates the deflated. */
const bomb = (mebibytes: number, layers: number): Uint8Array => {
  let packed: Uint8Array = deflateSync(Buffer.alloc(mebibytes * 1024 * 1024, 0x20), { level: 9 });
  for (let layer = 1; layer < layers; layer += 1) packed = deflateSync(packed, { level: 9 });
  return packed;
};

/** A page whose content unpacks to hundreds of megabytes. */
export const deflateBomb = (layers: 1 | 2): Uint8Array =>
  rawPdf([
    { dictionary: "/Type /Catalog /Pages 2 0 R" },
    { dictionary: pages },
    { dictionary: page },
    {
      dictionary: `/Filter [${"/FlateDecode ".repeat(layers)}]`,
      stream: bomb(300, layers),
    },
  ]);

/** A form that draws itself. */
export const recursiveForm = (): Uint8Array =>
  rawPdf([
    { dictionary: "/Type /Catalog /Pages 2 0 R" },
    { dictionary: pages },
    { dictionary: `${page} /Resources << /XObject << /X 5 0 R >> >>` },
    { dictionary: "", stream: latin1("/X Do /X Do /X Do /X Do") },
    {
      dictionary: "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 5 0 R >> >>",
      stream: latin1("/X Do /X Do /X Do /X Do"),
    },
  ]);

/** Forms that draw the next one ten times each: ten to the power of the depth. */
export const multiplyingForms = (depth: number): Uint8Array =>
  rawPdf([
    { dictionary: "/Type /Catalog /Pages 2 0 R" },
    { dictionary: pages },
    { dictionary: `${page} /Resources << /XObject << /X 5 0 R >> >>` },
    { dictionary: "", stream: latin1("/X Do") },
    ...Array.from({ length: depth }, (_, level) => ({
      dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X ${String(level + 6)} 0 R >> >>`,
      stream: latin1("/X Do ".repeat(10)),
    })),
    {
      dictionary: "/Type /XObject /Subtype /Form /BBox [0 0 595 842]",
      stream: latin1("0 0 m 595 842 l S ".repeat(50)),
    },
  ]);

/** A page of millions of drawing operators, well inside every size limit. */
export const manyOperators = (): Uint8Array =>
  rawPdf([
    { dictionary: "/Type /Catalog /Pages 2 0 R" },
    { dictionary: pages },
    { dictionary: page },
    {
      dictionary: "/Filter /FlateDecode",
      stream: deflateSync(latin1("0 0 m 595 842 l S 595 0 m 0 842 l S\n".repeat(1_500_000))),
    },
  ]);

const chunk = (kind: string, data: Uint8Array): Uint8Array => {
  const body = Buffer.concat([latin1(kind), data]);
  const head = Buffer.alloc(4);
  const tail = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  tail.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, tail]);
};

/** A PNG that claims to be 30 000 by 30 000 pixels. */
export const hugePng = (): Uint8Array => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(30_000, 0);
  header.writeUInt32BE(30_000, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const pixels = deflateRawSync(Buffer.alloc(1024 * 1024));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", pixels),
    chunk("IEND", new Uint8Array()),
  ]);
};
