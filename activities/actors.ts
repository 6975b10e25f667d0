import type { Actor } from "../contracts/audit-event.js";
import type { Provenance } from "../contracts/readings/evidence.js";

/** This software's version, as events and letters cite it. */
export const systemVersion = "0.1.0";

/** The process itself: assessing, recording, sending. */
export const theSystem: Actor = { kind: "system", id: "process", version: systemVersion };

/** The bot that made a reading. */
export const theBot = ({ portal, botVersion }: Provenance): Actor => ({ kind: "bot", id: portal, version: botVersion });
