import { reasons } from "../../contracts/codes/reasons.js";
import { formatKronor } from "../../contracts/money.js";
import type { CaseProgress } from "../serve/month-status.js";

const stateWords: Readonly<Record<string, string>> = {
  received: "mottaget",
  gathering: "uppgifter hämtas",
  assessing: "bedöms",
  prefilled: "klart att besluta",
  referred: "behöver en handläggare",
  waiting: "väntar",
  deciding: "beslutas",
  delivering: "beslutat, skrivs och skickas",
  closed: "avslutat",
};

const lineOf = ({ number, state, amountOre, reasons: why }: CaseProgress): string => {
  const amount = amountOre === null ? "" : `, ${formatKronor(amountOre)} kr`;
  const because =
    why.length === 0 ? "" : `: ${why.map((reason) => reasons[reason].title.toLocaleLowerCase("sv")).join(", ")}`;
  return `  ärende ${number}  ${stateWords[state] ?? state}${amount}${because}`;
};

/** Writes a line each time a case comes to another place. */
export const progressLines = (write: (line: string) => void): ((cases: readonly CaseProgress[]) => void) => {
  const last = new Map<string, string>();
  return (cases) => {
    for (const one of cases) {
      const line = lineOf(one);
      if (last.get(one.caseId) === line) continue;
      last.set(one.caseId, line);
      write(line);
    }
  };
};
