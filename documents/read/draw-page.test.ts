import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { deflateBomb } from "../test-support/hostile-files.js";
import { buildPdf } from "../test-support/page-builder.js";
import { slipNotice } from "../test-support/rent-notices.js";
import { drawPage } from "./draw-page.js";

describe("drawing a page for a person to look at", () => {
  it("gives a picture of the page in its own proportions", async () => {
    const picture = sharp(await drawPage(await buildPdf([slipNotice()]), 1));
    const { format, width, height } = await picture.metadata();
    expect(format).toBe("png");
    expect(height / width).toBeCloseTo(842 / 595, 1);
    const { channels } = await picture.stats();
    expect(channels[0]?.min).toBeLessThan(80);
  });

  it.each([
    ["a page that is not there", async () => [await buildPdf([slipNotice()]), 2] as const],
    ["a file that is no PDF", () => Promise.resolve([Buffer.from("MZ"), 1] as const)],
    ["a file made to grow without end", () => Promise.resolve([deflateBomb(2), 9] as const)],
  ])("refuses %s, and only that", async (_name, given) => {
    const [bytes, page] = await given();
    await expect(drawPage(bytes, page)).rejects.toMatchObject({ name: "DocumentRefused" });
  });
});
