import { spawn } from "node:child_process";

/** Opens the console in the person's own browser, where there is a display to show it on. Failing is no matter. */
export const openBrowser = (url: string): void => {
  const hasDisplay = process.platform === "darwin" || "DISPLAY" in process.env || "WAYLAND_DISPLAY" in process.env;
  if (!hasDisplay) return;
  const command = process.platform === "darwin" ? "open" : "xdg-open";
  spawn(command, [url], { stdio: "ignore", detached: true })
    .on("error", () => undefined)
    .unref();
};
