import { readDocument } from "../documents/read/read-document.js";
import { renderDocument } from "../simulators/documents/render.js";
import { benchHouseholds } from "./households.js";
import { median, rounded, type Figure } from "./figures.js";

const pages = 10;

/** One page read, in the mix of the bench: one scan in five, the rest with a text layer. */
export const measureDocuments = async (): Promise<readonly Figure[]> => {
  const times: { readonly form: "text" | "scan"; readonly ms: number }[] = [];
  for (const { id, application } of benchHouseholds(pages)) {
    const [attachment] = application.attachments;
    if (attachment === undefined) continue;
    const bytes = await renderDocument(attachment.document, id);
    const started = performance.now();
    await readDocument({ bytes });
    times.push({ form: attachment.document.form, ms: performance.now() - started });
  }
  const of = (form: "text" | "scan"): number[] => times.filter((one) => one.form === form).map(({ ms }) => ms);
  const mean = times.reduce((sum, { ms }) => sum + ms, 0) / times.length;
  return [
    { figure: "document.page", value: rounded(mean), unit: "ms", aim: "" },
    { figure: "document.page.text", value: rounded(median(of("text"))), unit: "ms", aim: "" },
    { figure: "document.page.scan", value: rounded(median(of("scan"))), unit: "ms", aim: "" },
  ];
};
