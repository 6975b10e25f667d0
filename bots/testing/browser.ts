import { createBrowserHost, type BrowserHost } from "../core/browser.js";

/**
 * A browser for a test, from the machine as it is. A machine without Chromium fails the test with one clear line
 * (`ChromiumMissing`); a silent skip would read as green.
 */
export const testBrowser = (origins: readonly string[]): BrowserHost => {
  const chromiumPath = process.env["CHROMIUM_PATH"];
  const searchPath = process.env["PATH"];
  return createBrowserHost({
    origins,
    ...(chromiumPath === undefined ? {} : { chromiumPath }),
    ...(searchPath === undefined ? {} : { searchPath }),
  });
};
