import { formatKronor } from "../../contracts/money.js";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { refuse } from "../input-error.js";
import { inspecting } from "../inspection/open-inspection.js";
import type { ShownCase } from "../inspection/inspection.js";
import type { SharedOptions } from "../options.js";
import type { Terminal } from "../terminal.js";

const kronor = (amountOre: number | null): string => (amountOre === null ? "–" : `${formatKronor(amountOre)} kr`);

const linesOf = (shown: ShownCase): string[] => [
  `${shown.number}  ${shown.month}  ${shown.state}  ${kronor(shown.amountOre)}`,
  ...shown.reasons.map(({ code, title, check }) => `  ? ${title} (${code}). ${check}`),
  ...(shown.receipt?.lines ?? []).map(
    (line) => `  ${line.kind.padEnd(10)} ${kronor(line.amountOre).padStart(14)}  ${line.text}`,
  ),
  ...shown.decisions.map(
    (made) => `  ${made.decidedOn}  ${made.outcome}  ${kronor(made.amountOre)}  ${made.delegationItem}`,
  ),
  ...shown.writes.map(({ kind, state, reference }) => `  ${kind.padEnd(12)} ${state.padEnd(10)} ${reference}`),
  ...shown.events.map(({ seq, at, title }) => `  ${String(seq).padStart(6)}  ${at}  ${title}`),
];

/** `skalig case show ÄRENDE`: a case with its calculation and its log. The reading is logged. */
export const caseShow = async (
  terminal: Terminal,
  { reference, data, json }: SharedOptions & { readonly reference: string },
): Promise<ExitCode> => {
  const answer = await inspecting(data, (inspection) => inspection.showCase(reference));
  switch (answer.found) {
    case "nothing":
      throw refuse("ärende", "no-such-case", "Det finns inget ärende med det id:t eller numret.");
    case "protected":
      throw refuse("ärende", "protected", "Ärendet är skyddat och visas bara i konsolen, för den som är behörig.");
    case "case":
      await terminal.out(json ? `${JSON.stringify(answer.case)}\n` : `${linesOf(answer.case).join("\n")}\n`);
      return exitCodes.ok;
  }
};
