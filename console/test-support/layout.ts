import type { Page } from "playwright";
import { z } from "zod";

/** Where the parts of a page stand: what holds also where letters are drawn by another version of the browser. */
export const layoutSchema = z.array(
  z.strictObject({
    what: z.string(),
    x: z.number(),
    y: z.number(),
    width: z.number(),
    height: z.number(),
  }),
);
export type Layout = z.output<typeof layoutSchema>;

/** Parts that make up the layout: large enough that a letter's width does not move them. */
const parts = "header, nav, main, section, table, h1, h2, [role=dialog], svg.flow, form, .panel, .decision-bar";

/** The boxes of a page's parts, in the order of the page. */
export const layoutOf = (page: Page): Promise<Layout> =>
  page.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)].map((part) => {
        const { x, y, width, height } = part.getBoundingClientRect();
        const [px, py, w, h] = [x, y, width, height].map(Math.round);
        const what = `${part.tagName.toLowerCase()}.${part.getAttribute("class") ?? ""}`;
        return { what, x: px ?? 0, y: py ?? 0, width: w ?? 0, height: h ?? 0 };
      }),
    parts,
  );

/** Another version of the browser may set a line a little wider, and break one line more in a long text. */
const tolerancePx = 24;

/** What has moved or changed size beyond that, in words; what is new or gone always. */
export const movedParts = (before: Layout, after: Layout): string[] => {
  const names = (layout: Layout): string => layout.map(({ what }) => what).join("\n");
  if (names(before) !== names(after)) return ["the page is made up of other parts"];
  return after.flatMap((part, index) => {
    const was = before[index];
    const moved = (["x", "y", "width", "height"] as const).filter(
      (side) => Math.abs(part[side] - (was?.[side] ?? 0)) > tolerancePx,
    );
    return moved.map((side) => `${part.what}: ${side} was ${String(was?.[side])}, is ${String(part[side])}`);
  });
};
