import { PDFDocument, StandardFonts, rgb, type PDFFont } from "pdf-lib";

/** A4 in points; the origin is the upper left corner, as on paper. */
export const paper = { width: 595, height: 842 } as const;

/** Type faces that every PDF reader has built in. */
export type Face = "sans" | "sans-bold" | "serif" | "serif-bold" | "mono" | "mono-bold";

/** A mark on a page. `align: "right"` puts the end of the text at `x`. */
export type Mark =
  | {
      readonly kind: "text";
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size?: number;
      readonly face?: Face;
      readonly align?: "right";
    }
  | {
      readonly kind: "line";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly thickness?: number;
    }
  | {
      readonly kind: "box";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly shade?: number;
    };

/** A page to print: its title and its marks. */
export type Page = { readonly title: string; readonly marks: readonly Mark[] };

const fonts: Readonly<Record<Face, StandardFonts>> = {
  sans: StandardFonts.Helvetica,
  "sans-bold": StandardFonts.HelveticaBold,
  serif: StandardFonts.TimesRoman,
  "serif-bold": StandardFonts.TimesRomanBold,
  mono: StandardFonts.Courier,
  "mono-bold": StandardFonts.CourierBold,
};
/** Printed once and for all, so that the same document has the same bytes on every day. */
const printedOn = new Date("2025-10-20T08:00:00Z");

/** A new PDF without a clock in it. */
export const newPdf = async (title: string): Promise<PDFDocument> => {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.setTitle(title);
  pdf.setProducer("simulated");
  pdf.setCreationDate(printedOn);
  pdf.setModificationDate(printedOn);
  return pdf;
};

/** Prints a page as a PDF with a text layer. */
export const printPage = async ({ title, marks }: Page): Promise<Uint8Array> => {
  const pdf = await newPdf(title);
  const sheet = pdf.addPage([paper.width, paper.height]);
  const embedded = new Map<Face, PDFFont>();
  const fontOf = async (face: Face): Promise<PDFFont> => {
    const known = embedded.get(face) ?? (await pdf.embedFont(fonts[face]));
    embedded.set(face, known);
    return known;
  };
  for (const mark of marks) {
    const y = paper.height - mark.y;
    switch (mark.kind) {
      case "text": {
        const font = await fontOf(mark.face ?? "sans");
        const size = mark.size ?? 10;
        const x = mark.align === "right" ? mark.x - font.widthOfTextAtSize(mark.text, size) : mark.x;
        sheet.drawText(mark.text, { x, y, size, font });
        break;
      }
      case "line":
        sheet.drawLine({
          start: { x: mark.x, y },
          end: { x: mark.x + mark.width, y },
          thickness: mark.thickness ?? 0.7,
        });
        break;
      case "box": {
        const { shade = 0.92 } = mark;
        const place = { x: mark.x, y: y - mark.height, width: mark.width, height: mark.height };
        sheet.drawRectangle({ ...place, color: rgb(shade, shade, shade) });
        break;
      }
    }
  }
  return pdf.save();
};
