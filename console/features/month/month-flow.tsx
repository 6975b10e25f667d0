import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
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

/** The way to the cases of a step: to the queue where they are worked on there, else to the list below. */
export const StepLink = ({
  step,
  children,
  label,
}: {
  readonly step: MonthStep;
  readonly children: ReactNode;
  readonly label?: string;
}) => {
  const named = label === undefined ? {} : { "aria-label": label };
  switch (step) {
    case "ready":
    case "attention":
    case "waiting":
      return (
        <Link to="/arenden" search={{ tab: step }} {...named}>
          {children}
        </Link>
      );
    case "delivering":
    case "closed":
      return (
        <Link to="/arenden" search={{ tab: "closed" }} {...named}>
          {children}
        </Link>
      );
    case "received":
    case "gathering":
    case "assessing":
      return (
        <Link to="/manaden" search={{ step }} hash="households" {...named}>
          {children}
        </Link>
      );
  }
};

const Step = ({ place, count }: { readonly place: Place; readonly count: number }) => (
  <g
    className={`flow-step ${place.step} ${count === 0 ? "none" : "some"}`}
    transform={`translate(${String(place.x)} ${String(place.y)})`}
  >
    <StepLink step={place.step} label={`${monthSteps[place.step]}: ${String(count)} ${sv.month.cases}`}>
      <rect width={box.width} height={box.height} rx="6" />
      <text className="flow-count" x={box.width / 2} y="31" aria-hidden="true">
        {count}
      </text>
      <text className="flow-name" x={box.width / 2} y="51" aria-hidden="true">
        {monthSteps[place.step]}
      </text>
    </StepLink>
  </g>
);

/** The month as a picture, each step a way to its cases. The table beside it says the same. */
export const MonthFlow = ({ counts }: { readonly counts: MonthView["counts"] }) => (
  <svg className="flow" viewBox="-4 -4 980 252" role="group" aria-labelledby="flow-title flow-description">
    <title id="flow-title">{sv.month.flow}</title>
    <desc id="flow-description">{sv.month.flowDescription}</desc>
    <defs>
      <marker id="arrow" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" markerHeight="7" orient="auto">
        <path d="M0 0 8 4 0 8z" className="flow-arrow" />
      </marker>
    </defs>
    <g aria-hidden="true">
      {roads.map((pair) => (
        <path key={pair.join()} className="flow-road" d={road(pair)} markerEnd="url(#arrow)" />
      ))}
    </g>
    {places.map((place) => (
      <Step key={place.step} place={place} count={counts[place.step]} />
    ))}
  </svg>
);
