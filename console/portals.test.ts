import { describe, expect, test } from "vitest";
import { useConsoleBrowser } from "./test-support/console-browser.js";
import { problem } from "./test-support/fake-api.js";

const resumption = "/api/portals/case-system/resumption";
const action = "Låt arbetet fortsätta";

describe("a system that the robots have stopped at", () => {
  const browser = useConsoleBrowser();
  const row = () => browser().page.getByRole("row", { name: /Verksamhetssystemet/ });

  test.each([
    ["team-lead", "/manaden"],
    ["administrator", "/regler"],
  ] as const)("is let go on by a %s on %s, asked once more, by keyboard", async (role, path) => {
    const { page, api, open, violations } = browser();
    api.roles = [role];
    await open(path);
    await row().getByText("Robotens konto är låst").waitFor();
    // What works, and what rests and tries again by itself, needs nobody.
    expect(await page.getByRole("button", { name: action }).count()).toBe(1);
    expect(await violations()).toEqual([]);
    await row().getByRole("button", { name: action }).focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Ska roboten fortsätta i Verksamhetssystemet?" });
    await dialog.getByText("Be systemets ägare låsa upp kontot.").waitFor();
    expect(await violations()).toEqual([]);
    expect(api.commands).toEqual([]);
    await dialog.getByRole("button", { name: action }).press("Enter");
    await row().getByText("Arbetar").waitFor();
    await dialog.waitFor({ state: "detached" });
    expect(api.commands).toEqual([{ path: resumption, body: {} }]);
    expect(await page.getByRole("button", { name: action }).count()).toBe(0);
    await page.locator("#portals-heading:focus").waitFor();
    expect(await violations()).toEqual([]);
  });

  test("stays stopped when the question is not confirmed, and says why when it is refused", async () => {
    const { page, api, open } = browser();
    api.roles = ["team-lead"];
    api.overrides.set(`POST ${resumption}`, problem(403, "Din roll ger inte tillgång till det här."));
    await open("/manaden");
    await row().getByRole("button", { name: action }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Avbryt" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(api.commands).toEqual([]);
    await row().getByRole("button", { name: action }).click();
    await page.getByRole("dialog").getByRole("button", { name: action }).click();
    await page.getByRole("dialog").getByText("Din roll ger inte tillgång").waitFor();
    expect(await row().getByText("Stoppat").count()).toBe(1);
  });

  test.each([
    ["caseworker", "/manaden", "Robotens konto är låst"],
    ["auditor", "/regler", "Delegationsordning"],
  ] as const)("has no button for a %s", async (role, path, shows) => {
    const { page, api, open } = browser();
    api.roles = [role];
    await open(path);
    await page.getByText(shows).first().waitFor();
    expect(await page.getByRole("button", { name: action }).count()).toBe(0);
  });
});
