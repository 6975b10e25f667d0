import type { ChangeStep } from "../../contracts/api/workshop.js";
import { dateInWords, firstDayOf } from "../../contracts/dates.js";
import type { ChangeState } from "../../contracts/rule-change.js";
import type { RuleChange } from "../../store/rule-changes.js";
import type { KeptRehearsal, KeptTestRun } from "./kept-runs.js";
import type { Names } from "./names.js";
import type { Standing } from "./standing.js";
import type { RunStanding } from "./step-allowed.js";

type Step = ChangeStep["step"];
type Told = { readonly state: ChangeStep["state"]; readonly detail: string };

const titles: Readonly<Record<Step, string>> = {
  edit: "Ändring och källa",
  proofs: "Bevis",
  tests: "Prov",
  rehearsal: "Repetition på tolv månader",
  "four-eyes": "Fyra ögon",
  minute: "Nämndens beslut",
  effect: "Gäller",
};

const staleRun: Readonly<Record<Exclude<RunStanding, "fresh">, string>> = {
  missing: "inte gjord",
  "other-draft": "gjord på ett tidigare utkast",
  "other-rules": "gjord på andra regler än de som gäller",
  "other-scenarios": "gjord på andra exempel än de som finns nu",
  "other-months": "gjord på andra månader än de senaste",
};

/** What a change's way is told from. */
export type ToldFrom = {
  readonly change: RuleChange;
  readonly standing: Standing;
  readonly tests: KeptTestRun | undefined;
  readonly rehearsal: KeptRehearsal | undefined;
  readonly names: Names;
};

/** The way of a change to being in force, step by step, with the first that is not done as the one it stands at. */
export const changeSteps = (from: ToldFrom): readonly ChangeStep[] => {
  const told: readonly (readonly [Step, Told])[] = [
    ["edit", edit(from)],
    ["proofs", proofs(from)],
    ["tests", tests(from)],
    ["rehearsal", rehearsal(from)],
    ["four-eyes", fourEyes(from)],
    ["minute", minute(from)],
    ["effect", effect(from)],
  ];
  const standsAt = told.findIndex(([, { state }]) => state === "waiting");
  return told.map(([step, { state, detail }], at) => ({
    step,
    title: titles[step],
    state: at === standsAt && from.change.state !== "withdrawn" ? "now" : state,
    detail,
  }));
};

const isOver = (state: ChangeState): boolean => state === "published" || state === "withdrawn";

const edit = ({ change, standing }: ToldFrom): Told => {
  const [problem] = isOver(change.state) ? [] : standing.problems;
  if (problem !== undefined) return { state: "failed", detail: problem.message };
  return { state: "done", detail: change.source };
};

const proofs = ({ standing }: ToldFrom): Told => {
  const [problem] = standing.proofs;
  if (problem === undefined) return { state: "done", detail: "Ingen lucka, ingen överlappning, ingen spärr bruten" };
  return { state: "failed", detail: problem.message };
};

const tests = ({ change, standing, tests: run }: ToldFrom): Told => {
  if (run === undefined) return { state: "waiting", detail: staleRun.missing };
  if (!isOver(change.state) && standing.tests !== "fresh")
    return { state: "waiting", detail: staleRun[standing.tests] };
  const detail = `${String(run.passed)} av ${String(run.total)} exempel som väntat`;
  return { state: run.ok ? "done" : "failed", detail };
};

const rehearsal = ({ change, standing, rehearsal: run }: ToldFrom): Told => {
  if (run === undefined) return { state: "waiting", detail: staleRun.missing };
  if (!isOver(change.state) && standing.rehearsal !== "fresh")
    return { state: "waiting", detail: staleRun[standing.rehearsal] };
  const seconds = (run.durationMs / 1000).toFixed(1).replace(".", ",");
  return { state: "done", detail: `${String(run.assessed)} bedömningar räknade om på ${seconds} s` };
};

const fourEyes = ({ change, names }: ToldFrom): Told => {
  if (change.approvedBy !== null) return { state: "done", detail: names(change.approvedBy).name };
  return { state: "waiting", detail: change.state === "submitted" ? "väntar på en annan person" : "inte lämnad" };
};

const minute = ({ change, standing }: ToldFrom): Told => {
  if (!standing.needsMinute) return { state: "not-needed", detail: "ingen riktlinje ändras" };
  if (change.minuteOn === null || change.minuteParagraph === null) return { state: "waiting", detail: "datum och §" };
  return { state: "done", detail: `${dateInWords(change.minuteOn)} ${change.minuteParagraph}` };
};

const effect = ({ change }: ToldFrom): Told => {
  const day = dateInWords(firstDayOf(change.effectiveFrom));
  if (change.state === "withdrawn") return { state: "waiting", detail: "dras tillbaka" };
  return { state: change.state === "published" ? "done" : "waiting", detail: `från den ${day}` };
};
