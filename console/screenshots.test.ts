import type { Page } from "playwright";
import { describe, expect, test } from "vitest";
import type { Role } from "../contracts/codes/roles.js";
import { ids } from "./test-support/case-fixture.js";
import { useConsoleBrowser } from "./test-support/console-browser.js";
import { changeIds } from "./test-support/workshop-fixture.js";
import { differences, recordPage, storedPage, storePage } from "./test-support/recorded-page.js";

// To accept how the pages look now: UPDATE_SCREENSHOTS=1 npx vitest run console/screenshots.test.ts
const updates = process.env["UPDATE_SCREENSHOTS"] === "1";

const sizes = { wide: { width: 1440, height: 900 }, half: { width: 720, height: 900 } } as const;
type Size = keyof typeof sizes;

/** `shows` is there when the page is whole. */
type Shot = {
  readonly role: Role;
  readonly path: string;
  readonly shows: string;
  readonly act?: (page: Page) => Promise<void>;
};

const confirm = async (page: Page): Promise<void> => {
  await page.getByLabel("Barnens situation").fill("Hyran är betald och barnet bor kvar i samma skola.");
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("j");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("dialog").waitFor();
};

const portals = (page: Page): Promise<void> => page.getByText("Robotens konto är låst").waitFor();

const deciding = async (page: Page): Promise<void> => {
  await page.getByRole("tab", { name: "Vad avgör?" }).click();
  await page.getByText("8 dagar senare").waitFor();
};

const rehearsedCases = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: "Visa ärendena" }).click();
  await page.getByText("Hyra: 7 500 kr blir 7 810 kr.").waitFor();
};

/** Two rows of a guideline as they are written, and not saved. */
const writes = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: /^Hyra, Tak för högst 1 vuxen, inga barn/ }).focus();
  await page.keyboard.type("7200");
  await page.keyboard.press("Enter");
  await page.getByText("6 900 kr → 7200 kr").waitFor();
};

const shots: Readonly<Record<string, Shot>> = {
  queue: { role: "caseworker", path: "/arenden", shows: "2511-0415" },
  case: { role: "caseworker", path: `/arenden/${ids.ready}`, shows: "Kontoutdrag" },
  "referred-case": { role: "caseworker", path: `/arenden/${ids.referred}`, shows: "En inkomst som inte är uppgiven" },
  "confirm-dialog": { role: "caseworker", path: `/arenden/${ids.ready}`, shows: "Kontoutdrag", act: confirm },
  "deciding-facts": { role: "caseworker", path: `/arenden/${ids.ready}`, shows: "Kontoutdrag", act: deciding },
  timeline: { role: "auditor", path: `/granskning/${ids.ready}?event=3`, shows: "Öppna underlaget" },
  month: { role: "team-lead", path: "/manaden", shows: "Robotens konto är låst" },
  rules: { role: "administrator", path: "/regler?with=2024-11", shows: "+70", act: portals },
  workshop: {
    role: "administrator",
    path: `/regler/andringar/${changeIds.rehearsed}?part=rehearsal`,
    shows: "Inget barn får ett sämre läge.",
    act: rehearsedCases,
  },
  "workshop-edit": {
    role: "administrator",
    path: `/regler/andringar/${changeIds.rehearsed}?part=edit`,
    shows: "Pilar flyttar mellan raderna.",
    act: writes,
  },
};

describe("the pages look as they did", () => {
  const browser = useConsoleBrowser();

  const draw = async (name: string, size: Size): Promise<Page> => {
    const { page, api } = browser();
    const shot = shots[name];
    if (shot === undefined) throw new Error(`No page is called ${name}.`);
    api.roles = [shot.role];
    // Nothing on the page counts time while it is looked at.
    await page.addInitScript(() => {
      Object.assign(window, { setInterval: () => 0 });
    });
    await page.setViewportSize(sizes[size]);
    await page.goto(`${api.address}${shot.path}`);
    await page.getByText(shot.shows).first().waitFor();
    await shot.act?.(page);
    return page;
  };
  const majorOf = (page: Page): number => Number(page.context().browser()?.version().split(".")[0] ?? 0);

  const all = Object.keys(shots).flatMap((name) => [[name, "wide"] as const, [name, "half"] as const]);
  test.each(all)("%s, %s", async (name, size) => {
    const page = await draw(name, size);
    const now = await recordPage(page, majorOf(page));
    if (updates) await storePage(`${name}-${size}`, now);
    expect(await differences(await storedPage(`${name}-${size}`), now)).toEqual([]);
  });

  describe("and a page that does not is told of", () => {
    const changed = async (change: () => void, isOtherBrowser: boolean): Promise<string> => {
      const page = await draw("queue", "wide");
      const before = await recordPage(page, majorOf(page));
      expect(await differences(before, await recordPage(page, before.major))).toEqual([]);
      await page.evaluate(change);
      const after = await recordPage(page, before.major + (isOtherBrowser ? 1 : 0));
      return (await differences(before, after)).join();
    };
    const pale = (): void => {
      for (const link of document.querySelectorAll<HTMLElement>("tbody a")) link.style.color = "#6b9bd1";
    };
    const otherWord = (): void => {
      const [cell] = document.querySelectorAll("tbody td.number");
      if (cell !== undefined) cell.textContent = "10 481";
    };
    const moved = (): void => {
      const panel = document.querySelector<HTMLElement>(".panel");
      if (panel !== null) panel.style.marginTop = "40px";
    };

    test("where colours changed, in the same browser", async () => {
      expect(await changed(pale, false)).toMatch(/looks different in \d+ pixels/);
    });
    test.each([true, false])("where one figure changed, in another browser: %s", async (isOther) => {
      expect(await changed(otherWord, isOther)).toContain("says something else");
    });
    test("where a part moved, in another browser", async () => {
      expect(await changed(moved, true)).toContain("y was");
    });
  });
});
