import { PDFiumLibrary } from "@hyzyla/pdfium";

/** A greyscale picture: one byte a pixel, 0 is black. */
export type Picture = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

/** 200 dots an inch is enough for reading; more only costs time. */
const dotsPerInch = 200;

/** Draws a PDF's pages, one call a page. `close` frees the engine's memory. */
export type PdfCamera = { draw(page: number): Promise<Picture>; close(): void };

/** Opens a PDF for drawing. Throws where the engine does not take the file. */
export const openCamera = async (bytes: Uint8Array): Promise<PdfCamera> => {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  return {
    draw: async (page) => {
      // A page object is dead after one rendering, so each drawing takes it afresh.
      const drawn = await document
        .getPage(page - 1)
        .render({ scale: dotsPerInch / 72, render: "bitmap", colorSpace: "Gray", renderFormFields: false });
      return { width: drawn.width, height: drawn.height, pixels: Uint8Array.from(drawn.data) };
    },
    close: () => {
      document.destroy();
      library.destroy();
    },
  };
};
