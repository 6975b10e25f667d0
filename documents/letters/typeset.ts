import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { NodeCompiler, PdfStandard } from "@myriaddreamin/typst-ts-node-compiler";
import { Fault } from "../../contracts/faults.js";

const fontFolder = (): string =>
  join(dirname(createRequire(import.meta.url).resolve("dejavu-fonts-ttf/package.json")), "ttf");

/** What is set: a template, its data, and the date that the file bears (seconds since 1970). */
export type TypesetInput = {
  readonly template: string;
  readonly data: Readonly<Record<string, string>>;
  readonly createdAtSeconds: number;
};

/**
 * Sets a template as tagged PDF/A-2a. The same input gives the same bytes. The data reaches the template as strings,
 * never as markup.
 * @throws Fault `InvariantBroken` where the text cannot be set, as with a character that no font here has.
 */
export const typeset = ({ template, data, createdAtSeconds }: TypesetInput): Uint8Array => {
  const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontPaths: [fontFolder()] }] });
  try {
    return Uint8Array.from(
      compiler.pdf(
        { mainFileContent: template, inputs: { ...data } },
        { pdfStandard: PdfStandard.A_2a, pdfTags: true, creationTimestamp: createdAtSeconds },
      ),
    );
  } catch {
    // The compiler's message quotes the text of the letter, which no log may hold.
    throw new Fault(
      "InvariantBroken",
      "Brevet gick inte att sätta. Det kan innehålla ett tecken som saknas i typsnitten.",
    );
  }
};
