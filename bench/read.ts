import { createBrowserHost } from "../bots/core/browser.js";
import { createRegisterPortal } from "../bots/register/portal.js";
import { systemClock } from "../platform/clock.js";
import { simulatorLogins } from "../simulators/logins.js";
import { startMunicipality } from "../simulators/municipality.js";
import { benchHouseholds } from "./households.js";
import { median, rounded, type Figure } from "./figures.js";

const readings = 30;

/**
 * Our reading of the register, with all that it proves, against a bare script that fills the same form, reads the same
 * table and takes the same picture, turn by turn in one browser with a session each.
 */
export const measureReading = async (today: string): Promise<readonly Figure[]> => {
  const households = benchHouseholds(readings);
  const municipality = await startMunicipality({ households, today });
  const { register: baseUrl } = municipality.urls;
  const { user: userName, password } = simulatorLogins.register;
  const browser = createBrowserHost({
    origins: [new URL(baseUrl).origin],
    ...(process.env["CHROMIUM_PATH"] !== undefined && { chromiumPath: process.env["CHROMIUM_PATH"] }),
    ...(process.env["PATH"] !== undefined && { searchPath: process.env["PATH"] }),
  });
  const portal = createRegisterPortal({ browser, baseUrl, credentials: { userName, password }, now: systemClock.now });
  const context = await browser.newContext({ origin: new URL(baseUrl).origin, username: userName, password });
  const page = await context.newPage();

  const bare = async (personalNumber: string): Promise<void> => {
    await page.goto(baseUrl);
    await page.getByLabel("Personal identity number").fill(personalNumber);
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await page.getByRole("rowheader", { name: "Identity number", exact: true }).waitFor();
    await page.getByRole("table").allInnerTexts();
    await Promise.all([page.screenshot({ fullPage: true, type: "png" }), page.content()]);
  };
  const timed = async (read: () => Promise<unknown>): Promise<number> => {
    const started = performance.now();
    await read();
    return performance.now() - started;
  };

  const times: { readonly ours: number; readonly bare: number }[] = [];
  for (const { persons } of households) {
    const number = persons[0]?.personalNumber ?? "";
    const ours = (): Promise<unknown> => portal.lookUp(number);
    // Turn about, so that whoever comes second and finds the page warm is not always the same.
    if (times.length % 2 === 0) times.push({ ours: await timed(ours), bare: await timed(() => bare(number)) });
    else {
      const bareMs = await timed(() => bare(number));
      times.push({ ours: await timed(ours), bare: bareMs });
    }
  }
  await browser.close();
  await municipality.close();
  const warm = times.slice(2);
  const ours = median(warm.map((one) => one.ours));
  const script = median(warm.map((one) => one.bare));
  return [
    { figure: "read.overhead", value: rounded(ours / script), unit: "ratio", aim: "<= 1.3" },
    { figure: "read.ours", value: rounded(ours), unit: "ms", aim: "" },
    { figure: "read.bare", value: rounded(script), unit: "ms", aim: "" },
  ];
};
