import type { Command } from "commander";

/** Options that every command takes. The port is the console's: only `start` uses it. */
export type SharedOptions = { readonly data?: string; readonly json: boolean };

/** Adds the options that every command takes. */
export const withSharedOptions = (command: Command): Command =>
  command
    .option("--data <mapp>", "datamapp (annars SKALIG_DATA, annars .skalig)")
    .option("--port <nummer>", "konsolens port, för start (annars SKALIG_PORT, annars 4600)")
    .option("--json", "skriv bara JSON på stdout", false);
