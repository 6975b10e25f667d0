import type { RuleTable } from "../../contracts/api/rules-view.js";
import { firstDayOf, lastDayOf, type Month } from "../../contracts/dates.js";
import { deliveryChannels } from "../../contracts/delivery.js";
import { formatKronor } from "../../contracts/money.js";
import { citationNames, whoDecides } from "../../contracts/pack-words.js";
import type { LegalPeriod, MunicipalPack, NationalPack } from "../../contracts/rule-pack.js";
import { counted, inSentence } from "./words.js";

type Dated = { readonly from: Month; readonly to?: Month };

/** Whether a row of a pack holds in a month. */
export const holdsIn = (month: Month, { from, to }: Dated): boolean =>
  from <= month && (to === undefined || month <= to);

/** From and to when a row holds, in days. */
export const validity = ({ from, to }: Dated) => ({
  validFrom: firstDayOf(from),
  ...(to === undefined ? {} : { validTo: lastDayOf(to) }),
});

/** The price base amount of the year, which the limit for a pupil's earnings follows. */
export const priceBaseTable = (row: NationalPack["priceBaseAmounts"][number]): RuleTable => ({
  id: "price-base",
  title: "Prisbasbelopp",
  source: row.source,
  ...validity(row),
  verified: row.amount.verified,
  columns: [
    { title: "Belopp", numeric: false },
    { title: "Kronor", numeric: true },
  ],
  rows: [
    {
      key: "price-base",
      cells: ["Prisbasbelopp för året", formatKronor(row.amount.amountOre)],
      amountOre: row.amount.amountOre,
      source: row.amount.source,
      verified: row.amount.verified,
    },
  ],
});

/** Which paragraphs are cited in the period; they were renumbered with the new act. */
export const legalPeriodTable = (period: LegalPeriod): RuleTable => ({
  id: "citations",
  title: period.title,
  ...(period.codified ? {} : { note: "Lagen för tiden är inte uttryckt som regler: varje ärende går till en person." }),
  source: period.source,
  ...validity(period),
  verified: period.verified,
  columns: [
    { title: "Vad", numeric: false },
    { title: "Lagrum", numeric: false },
  ],
  rows: Object.entries(citationNames).flatMap(([key, name]) => {
    const cited = Object.entries(period.citations).find(([one]) => one === key)?.[1];
    return cited === undefined ? [] : [{ key, cells: [name, cited], verified: period.verified }];
  }),
});

type Threshold = Dated & { readonly class: keyof typeof whoDecides; readonly source: string };

/** The municipality's limits and times: what makes a case a person's, and how long anyone waits for anything. */
export const thresholdTable = (pack: MunicipalPack, month: Month): RuleTable[] => {
  const current = <Row extends Threshold>(
    rows: readonly Row[],
    [key, title]: readonly [string, string],
    value: (row: Row) => string,
  ) =>
    rows
      .filter((row) => holdsIn(month, row))
      .map((row) => ({
        row,
        line: {
          key,
          cells: [title, value(row), whoDecides[row.class], row.source],
          source: row.source,
          verified: true,
        },
      }));
  const days = (count: number): string => counted(count, ["dag", "dagar"]);
  const found = [
    ...current(
      pack.incomeChange,
      ["income-change", "En inkomst som ändrats mer än så sedan förra månaden blir en fråga"],
      ({ percent }) => `${String(percent)} %`,
    ),
    ...current(
      pack.sourceWait,
      ["source-wait", "En källa som inte svarar frågas igen, sedan tar en person över"],
      (row) => days(row.days),
    ),
    ...current(pack.materialAge, ["material-age", "Äldre underlag hämtas på nytt före beslut"], (row) =>
      days(row.days),
    ),
    ...current(
      pack.completion,
      ["completion", "Tid att komplettera; påminnelse före sista dagen"],
      (row) => `${days(row.answerDays)}; ${days(row.remindDaysBefore)} före`,
    ),
    ...current(pack.leastAnswerTime, ["least-answer-time", "Minsta tid att svara på ett brev"], (row) =>
      days(row.days),
    ),
    ...current(
      pack.paymentCutOff,
      ["payment-cut-off", "Betalfilen lämnar; därefter går inget i den att stoppa"],
      ({ weekdaysBefore, at }) =>
        `${counted(weekdaysBefore, ["vardag", "vardagar"])} före, kl. ${at.replace(":", ".")}`,
    ),
    ...current(pack.letterChannels, ["letter-channels", "Brev skickas, i första hand genom"], ({ channels }) =>
      channels.map((channel) => inSentence(deliveryChannels[channel].title)).join(", sedan "),
    ),
  ];
  const [first] = found;
  if (first === undefined) return [];
  return [
    {
      id: "thresholds",
      title: "Trösklar och tider",
      note: "En tröskel kan göra att en person får ärendet. Den kan aldrig sänka ett belopp.",
      source: "se varje rad",
      validFrom: firstDayOf(
        found
          .map(({ row }) => row.from)
          .toSorted()
          .at(-1) ?? first.row.from,
      ),
      verified: true,
      columns: [
        { title: "Vad", numeric: false },
        { title: "Värde", numeric: false },
        { title: "Bestäms av", numeric: false },
        { title: "Källa", numeric: false },
      ],
      rows: found.map(({ line }) => line),
    },
  ];
};
