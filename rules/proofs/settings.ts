import { monthInWords, type Month } from "../../contracts/dates.js";
import type { PackProblem } from "../../contracts/pack-check.js";
import { deliveryChannels } from "../../contracts/delivery.js";
import type { MunicipalPack } from "../../contracts/rule-pack.js";
import { isInForce, parametersFor } from "../parameters.js";
import { periodInWords } from "./row-words.js";

const inMonth = (month: Month) =>
  ({ kind: "month", month, text: `En ansökan som gäller ${monthInWords(month)}.` }) as const;

/** A share that any fall stays within: an income could go to nothing unseen. */
const wholeIncome = 100;

const neverAsks = ({ incomeChange }: MunicipalPack): readonly PackProblem[] =>
  incomeChange.flatMap((row, at) => {
    if (row.percent < wholeIncome) return [];
    const title = `Inkomst mot förra månaden, ${periodInWords(row)}`;
    return [
      {
        code: "threshold-never-asks",
        table: "incomeChange",
        row: `incomeChange[${String(at)}]`,
        title,
        message: `${title}: gränsen är ${String(row.percent)} %. En inkomst som sjunker till noll blir ingen fråga.`,
        counterexample: {
          kind: "income",
          month: row.from,
          incomeType: "sickness-benefit",
          text: "En sjukpenning som var 9 000 kr förra månaden och är 0 kr nu.",
        },
      },
    ];
  });

/** The times to answer within the months of a row that the system asks by. */
const answerTimes = (pack: MunicipalPack): readonly PackProblem[] =>
  pack.completion.flatMap((row, at): readonly PackProblem[] => {
    const packs = { national: [], municipal: pack };
    const months = [row.from, ...pack.leastAnswerTime.map(({ from }) => from)].filter((month) => isInForce(row, month));
    for (const month of months.toSorted()) {
      const { completion, leastAnswerDays } = parametersFor(packs, month);
      if (completion !== row || leastAnswerDays === undefined || row.answerDays >= leastAnswerDays) continue;
      const title = `Tid att komplettera, ${periodInWords(row)}`;
      return [
        {
          code: "answer-time-too-short",
          table: "completion",
          row: `completion[${String(at)}]`,
          title,
          message: `${title}: ${String(row.answerDays)} dagar ges aldrig, eftersom kommunen lovar minst ${String(leastAnswerDays)}.`,
          counterexample: inMonth(month),
        },
      ];
    }
    return [];
  });

const channels = ({ letterChannels }: MunicipalPack): readonly PackProblem[] =>
  letterChannels.flatMap((row, at) => {
    const twice = row.channels.find((channel, place) => row.channels.indexOf(channel) !== place);
    if (twice === undefined) return [];
    const title = `Hur brev skickas, ${periodInWords(row)}`;
    return [
      {
        code: "channel-twice",
        table: "letterChannels",
        row: `letterChannels[${String(at)}]`,
        title,
        message: `${title}: ${deliveryChannels[twice].title.toLocaleLowerCase("sv")} står två gånger.`,
        counterexample: inMonth(row.from),
      },
    ];
  });

/** That thresholds still ask, and that the times to answer agree. */
export const proveSettings = (pack: MunicipalPack): readonly PackProblem[] => [
  ...neverAsks(pack),
  ...answerTimes(pack),
  ...channels(pack),
];
