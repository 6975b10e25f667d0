import type { Page } from "playwright";
import type { CapturedEvidence } from "../../contracts/readings/evidence.js";

/** A picture of the whole page, and the page itself as the browser held it. Bytes for the evidence store, nowhere else. */
export const capturePage = async (page: Page, timeoutMs: number): Promise<readonly CapturedEvidence[]> => {
  const [picture, html] = await Promise.all([
    page.screenshot({ fullPage: true, type: "png", timeout: timeoutMs, caret: "initial" }),
    page.content(),
  ]);
  return [
    { kind: "screenshot", mediaType: "image/png", bytes: picture },
    { kind: "page", mediaType: "text/html", bytes: new TextEncoder().encode(html) },
  ];
};
