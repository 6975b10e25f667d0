import type { MonthView } from "../../../contracts/api/month-view.js";
import { monthInWords } from "../../../contracts/dates.js";
import { CopyFigure } from "../../components/copy-figure.js";
import { duration, kronor } from "../../format.js";
import { sv } from "../../texts/sv.js";

const text = sv.month;

type Figure = { readonly label: string; readonly value: string; readonly note: string };

const figuresOf = ({ counts, households, grantedOre, prefilled, leadTime }: MonthView): readonly Figure[] => {
  const decisions = leadTime.decisions === 0 ? text.noDecisions : `${String(leadTime.decisions)} ${text.decisions}`;
  const time = (ms: number | null): string => (ms === null ? "–" : duration(ms));
  return [
    {
      label: text.finished,
      value: String(counts.closed),
      note: `${text.of} ${String(households.length)} ${text.cases}`,
    },
    { label: text.granted, value: `${kronor(grantedOre)} ${sv.common.kr}`, note: decisions },
    {
      label: text.prefilled,
      value: prefilled.of === 0 ? "–" : `${String(Math.round((100 * prefilled.count) / prefilled.of))} %`,
      note: `${String(prefilled.count)} ${text.of} ${String(prefilled.of)} ${text.cases}`,
    },
    { label: text.median, value: time(leadTime.medianMs), note: decisions },
    { label: text.p90, value: time(leadTime.p90Ms), note: decisions },
  ];
};

/** The month in figures, each of which can be copied with where it comes from. */
export const MonthFigures = ({ month }: { readonly month: MonthView }) => (
  <section className="panel" aria-labelledby="figures-heading">
    <h2 id="figures-heading" className="visually-hidden">
      {text.figures}
    </h2>
    <dl className="figure-row">
      {figuresOf(month).map(({ label, value, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <span className="figure">{value}</span>{" "}
            <CopyFigure
              label={label}
              figure={`${value} (${note})`}
              source={`${text.source}, ${monthInWords(month.month)}`}
            />
            <span className="small muted figure-note">{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  </section>
);
