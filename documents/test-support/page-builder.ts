import { PDFDocument, StandardFonts, rgb, type PDFFont, type PDFPage } from "pdf-lib";

/** One piece of text on an A4 page: points from the left and from the top. */
export type Piece = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly bold?: boolean;
  /** Grey level, 0 black, 1 white. */
  readonly grey?: number;
  /** x is the right edge instead of the left. */
  readonly right?: boolean;
};

const a4 = [595, 842] as const;

const place = (page: PDFPage, piece: Piece, font: PDFFont): void => {
  const size = piece.size ?? 10;
  const grey = piece.grey ?? 0;
  const x = piece.right === true ? piece.x - font.widthOfTextAtSize(piece.text, size) : piece.x;
  page.drawText(piece.text, { x, y: a4[1] - piece.y, size, font, color: rgb(grey, grey, grey) });
};

/** Sets pages of text as a PDF with a text layer. */
export const buildPdf = async (pages: readonly (readonly Piece[])[]): Promise<Uint8Array> => {
  const document = await PDFDocument.create();
  const regular = await document.embedFont(StandardFonts.Helvetica);
  const bold = await document.embedFont(StandardFonts.HelveticaBold);
  for (const pieces of pages) {
    const page = document.addPage([...a4]);
    for (const piece of pieces) place(page, piece, piece.bold === true ? bold : regular);
  }
  return document.save({ useObjectStreams: false });
};
