import { createAgenciesPortal } from "../bots/agencies/portal.js";
import { createCaseSystemPortal } from "../bots/case-system/portal.js";
import { createBrowserHost } from "../bots/core/browser.js";
import type { Credentials } from "../bots/core/session.js";
import { createEServicePortal } from "../bots/e-service/portal.js";
import { createRegisterPortal } from "../bots/register/portal.js";
import type { AgencyPortal, CaseSystemPortal, EServiceInbox, RegisterPortal } from "../contracts/portals.js";
import type { Portal } from "../contracts/portal-state.js";
import type { Clock } from "../platform/clock.js";
import { cuttable, type CuttableBrowser } from "./cuttable-browser.js";

/** Where a portal is, and our own account there. */
export type PortalSettings = { readonly baseUrl: string; readonly credentials: Credentials };

/** Every outside system a municipality has. */
export type PortalsSettings = {
  readonly eService: PortalSettings;
  readonly agencies: PortalSettings;
  readonly register: PortalSettings;
  readonly caseSystem: PortalSettings;
  /** How the case system prints this municipality. */
  readonly ownMunicipality: string;
  readonly chromiumPath?: string;
  readonly searchPath?: string;
};

/** The bots, ready to be asked. */
export type Portals = {
  readonly inbox: EServiceInbox;
  readonly agencies: AgencyPortal;
  readonly register: RegisterPortal;
  readonly caseSystem: CaseSystemPortal;
  /** Ends the session at one portal; the next reading there logs in anew. */
  readonly forget: (portal: Portal) => Promise<void>;
  /** Ends what runs at one portal in the middle of it; nothing reaches the portal again until its session is forgotten. */
  readonly cut: (portal: Portal) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Sets the bots up on one browser. The browser starts on first use. */
export const createPortals = (settings: PortalsSettings, clock: Clock): Portals => {
  const { eService, agencies, register, caseSystem, ownMunicipality, chromiumPath, searchPath } = settings;
  const browser = createBrowserHost({
    origins: [eService, agencies, register, caseSystem].map(({ baseUrl }) => new URL(baseUrl).origin),
    ...(chromiumPath !== undefined && { chromiumPath }),
    ...(searchPath !== undefined && { searchPath }),
  });
  const shares = {
    "e-service": cuttable(browser),
    agencies: cuttable(browser),
    register: cuttable(browser),
    "case-system": cuttable(browser),
  } as const satisfies Record<Portal, CuttableBrowser>;
  const deps = (portal: Portal, portalSettings: PortalSettings) => ({
    browser: shares[portal].browser,
    now: clock.now,
    ...portalSettings,
  });
  const portals = {
    inbox: createEServicePortal(deps("e-service", eService)),
    agencies: createAgenciesPortal(deps("agencies", agencies)),
    register: createRegisterPortal(deps("register", register)),
    caseSystem: createCaseSystemPortal({ ...deps("case-system", caseSystem), ownMunicipality }),
  };
  const byPortal = {
    "e-service": portals.inbox,
    agencies: portals.agencies,
    register: portals.register,
    "case-system": portals.caseSystem,
  } as const satisfies Record<Portal, { readonly close: () => Promise<void> }>;
  return {
    ...portals,
    forget: async (portal) => {
      await byPortal[portal].close();
      shares[portal].mend();
    },
    cut: (portal) => shares[portal].cut(),
    // The browser first: a session that is in the middle of a reading could otherwise not be ended before the reading.
    close: () => browser.close(),
  };
};
