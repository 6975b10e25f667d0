import type { PortalView } from "../../contracts/api/portals.js";
import { portalSchema } from "../../contracts/portal-state.js";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { refuse } from "../input-error.js";
import { inspecting } from "../inspection/open-inspection.js";
import type { SharedOptions } from "../options.js";
import type { Terminal } from "../terminal.js";

const stateWords = { working: "arbetar", resting: "vilar", paused: "stoppad" } as const;

const lineOf = ({ portal, title, state, cause, since, until }: PortalView): string =>
  [
    `${portal.padEnd(12)} ${stateWords[state].padEnd(8)} ${title}`,
    ...(cause === null ? [] : [`: ${cause.title.toLowerCase()} sedan ${since ?? ""}`]),
    ...(until === null ? [] : [`, prövas igen ${until}`]),
    ...(cause === null || state !== "paused" ? [] : [`. ${cause.check}`]),
  ].join("");

const show = async (terminal: Terminal, portals: readonly PortalView[], json: boolean): Promise<ExitCode> => {
  await terminal.out(json ? `${JSON.stringify({ portals })}\n` : `${portals.map(lineOf).join("\n")}\n`);
  return exitCodes.ok;
};

/** `skalig portals list`: how the robots' work against each outside system stands. */
export const portalsList = async (terminal: Terminal, { data, json }: SharedOptions): Promise<ExitCode> =>
  show(terminal, await inspecting(data, (inspection) => inspection.portals()), json);

/** `skalig portals pause|resume SYSTEM`: stops the robots' work against one system, or lets it go on. Logged. */
export const portalsChange = async (
  terminal: Terminal,
  { portal, to, data, json }: SharedOptions & { readonly portal: string; readonly to: "paused" | "working" },
): Promise<ExitCode> => {
  const known = portalSchema.safeParse(portal);
  if (!known.success) throw refuse("system", "no-such-portal", `Systemen är ${portalSchema.options.join(", ")}.`);
  return show(
    terminal,
    await inspecting(data, (inspection) => inspection.changePortal({ portal: known.data, to })),
    json,
  );
};
