import type { BrowserHost } from "../bots/core/browser.js";
import { Fault } from "../contracts/faults.js";

type BrowserContext = Awaited<ReturnType<BrowserHost["newContext"]>>;

/** A portal's way to the shared browser, which can be cut off without touching the other portals'. */
export type CuttableBrowser = {
  readonly browser: BrowserHost;
  /** Ends what runs there in the middle of it, and lets nothing begin until it is mended. */
  readonly cut: () => Promise<void>;
  readonly mend: () => void;
};

/** One portal's share of a browser. Its readings fail as when the browser has died: it says nothing of the portal. */
export const cuttable = (shared: BrowserHost): CuttableBrowser => {
  const contexts = new Set<BrowserContext>();
  let isCut = false;
  const refuseIfCut = (): void => {
    if (isCut)
      throw new Fault("PortalUnavailable", "Another process may be using the account.", { cause: "browser-gone" });
  };
  return {
    browser: {
      lease: shared.lease,
      close: () => shared.close(),
      newContext: async (basic) => {
        refuseIfCut();
        const context = await shared.newContext(basic);
        contexts.add(context);
        context.once("close", () => contexts.delete(context));
        if (isCut) await context.close();
        refuseIfCut();
        return context;
      },
    },
    cut: async () => {
      isCut = true;
      await Promise.allSettled([...contexts].map((context) => context.close()));
    },
    mend: () => {
      isCut = false;
    },
  };
};
