import { useId } from "react";
import type { RehearsalView } from "../../../contracts/api/workshop-rehearsal.js";
import { Empty } from "../../components/states.js";
import { sv } from "../../texts/sv.js";

const text = sv.workshop.rehearsal;

const [slot, height, top, bottom] = [96, 150, 26, 28];
const [gap, leastWidth] = [16, 3];

/** Households by how much their month changes, as bars; the same figures stand in the table beside. */
export const RehearsalBars = ({ bars }: { readonly bars: RehearsalView["bars"] }) => {
  const id = useId();
  if (bars.length === 0) return <Empty>{text.chartEmpty}</Empty>;
  const most = Math.max(...bars.map(({ count }) => count));
  const width = Math.max(bars.length, leastWidth) * slot;
  return (
    <div className="chart">
      <figure>
        <figcaption className="small muted" id={id}>
          {text.chart}
        </figcaption>
        <svg
          className="bars"
          viewBox={`0 0 ${String(width)} ${String(top + height + bottom)}`}
          role="img"
          aria-labelledby={id}
        >
          {bars.map(({ title, count }, at) => {
            const tall = (count / most) * height;
            const middle = at * slot + slot / 2;
            const less = title.startsWith("\u2212");
            return (
              <g key={title} className={less ? "bar less" : "bar"}>
                <rect x={at * slot + gap / 2} y={top + height - tall} width={slot - gap} height={tall} />
                <text x={middle} y={top + height - tall - 8} className="bar-count">
                  {count}
                </text>
                <text x={middle} y={top + height + 19} className="bar-name">
                  {title}
                </text>
              </g>
            );
          })}
          <line x1="0" x2={width} y1={top + height} y2={top + height} className="bar-floor" />
        </svg>
      </figure>
      <table className="narrow">
        <caption className="visually-hidden">{text.chart}</caption>
        <thead>
          <tr>
            <th scope="col">{text.barColumns.band}</th>
            <th scope="col" className="number">
              {text.barColumns.count}
            </th>
          </tr>
        </thead>
        <tbody>
          {bars.map(({ title, count }) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              <td className="number">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
