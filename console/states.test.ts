import { describe, expect, test } from "vitest";
import { screens, useConsoleBrowser } from "./test-support/console-browser.js";
import { states } from "./test-support/states.js";

describe("every state of every page", () => {
  const browser = useConsoleBrowser();

  test.each(states)("$name is free of accessibility faults, and fits at 200 % zoom", async (state) => {
    const { page, api, violations, overflow } = browser();
    api.roles = [state.role];
    state.given?.(api);
    await page.goto(`${api.address}${state.path}`);
    await state.when?.(page);
    await page.getByText(state.shows).first().waitFor();
    expect(await violations()).toEqual([]);
    await page.setViewportSize(screens.zoomed);
    expect(await overflow()).toBeLessThanOrEqual(0);
  });

  test("finds a fault that is planted, so that a clean page means something", async () => {
    const { page, open, violations, overflow } = browser();
    await open("/arenden");
    await page.evaluate(() => {
      const image = document.createElement("img");
      image.style.width = "3000px";
      image.style.height = "2px";
      document.querySelector("main")?.append(image);
    });
    expect((await violations()).join()).toContain("image-alt");
    expect(await overflow()).toBeGreaterThan(0);
  });
});
