import { monthSteps, type MonthStep, type MonthView } from "../../../contracts/api/month-view.js";
import { sv } from "../../texts/sv.js";

type Place = { readonly step: MonthStep; readonly x: number; readonly y: number };

const box = { width: 132, height: 64 };
const places: readonly Place[] = [
  { step: "received", x: 0, y: 90 },
  { step: "gathering", x: 168, y: 90 },
  { step: "assessing", x: 336, y: 90 },
  { step: "ready", x: 504, y: 0 },
  { step: "attention", x: 504, y: 90 },
  { step: "waiting", x: 504, y: 180 },
  { step: "delivering", x: 672, y: 90 },
  { step: "closed", x: 840, y: 90 },
];
const roads: readonly (readonly [MonthStep, MonthStep])[] = [
  ["received", "gathering"],
  ["gathering", "assessing"],
  ["assessing", "ready"],
  ["assessing", "attention"],
  ["assessing", "waiting"],
  ["ready", "delivering"],
  ["attention", "delivering"],
  ["delivering", "closed"],
];

const placeOf = (step: MonthStep): Place => places.find((place) => place.step === step) ?? { step, x: 0, y: 0 };

const road = ([from, to]: readonly [MonthStep, MonthStep]): string => {
  const start = placeOf(from);
  const end = placeOf(to);
  const [x1, y1, x2, y2] = [start.x + box.width, start.y + box.height / 2, end.x - 5, end.y + box.height / 2];
  const middle = (x1 + x2) / 2;
  return `M${String(x1)} ${String(y1)} C${String(middle)} ${String(y1)} ${String(middle)} ${String(y2)} ${String(x2)} ${String(y2)}`;
};

const Step = ({ place, count }: { readonly place: Place; readonly count: number }) => (
  <g
    className={`flow-step ${place.step} ${count === 0 ? "none" : "some"}`}
    transform={`translate(${String(place.x)} ${String(place.y)})`}
  >
    <rect width={box.width} height={box.height} rx="6" />
    <text className="flow-count" x={box.width / 2} y="31">
      {count}
    </text>
    <text className="flow-name" x={box.width / 2} y="51">
      {monthSteps[place.step]}
    </text>
  </g>
);

/** The month as a picture. The table beside it says the same. */
export const MonthFlow = ({ counts }: { readonly counts: MonthView["counts"] }) => (
  <svg className="flow" viewBox="-2 -2 976 248" role="img" aria-labelledby="flow-title flow-description">
    <title id="flow-title">{sv.month.flow}</title>
    <desc id="flow-description">{sv.month.flowDescription}</desc>
    <defs>
      <marker id="arrow" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" markerHeight="7" orient="auto">
        <path d="M0 0 8 4 0 8z" className="flow-arrow" />
      </marker>
    </defs>
    {roads.map((pair) => (
      <path key={pair.join()} className="flow-road" d={road(pair)} markerEnd="url(#arrow)" />
    ))}
    {places.map((place) => (
      <Step key={place.step} place={place} count={counts[place.step]} />
    ))}
  </svg>
);
