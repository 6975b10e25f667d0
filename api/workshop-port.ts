import type {
  Approval,
  ChangeProblem,
  ChangeView,
  CreateChange,
  Publication,
  SaveConflict,
  SaveDraft,
  TableUpload,
  WorkshopView,
} from "../contracts/api/workshop.js";
import type { AffectedView } from "../contracts/api/workshop-affected.js";
import type { OwnReadingsView } from "../contracts/api/own-readings.js";
import type { ReadingCost } from "../contracts/api/workshop-readings.js";
import type { RehearsalCases } from "../contracts/api/workshop-rehearsal.js";
import type { ScenarioFromCase, ScenariosView, TraceParams } from "../contracts/api/workshop-scenarios.js";
import type { ReadingKey } from "../contracts/codes/open-readings.js";
import type { Role } from "../contracts/codes/roles.js";
import type { Explanation } from "../contracts/explanation.js";
import type { PackTable } from "../contracts/pack-check.js";
import type { RecomputeStage, WorkshopRefusal } from "../contracts/rule-change.js";
import type { Scenario } from "../contracts/rule-scenario.js";

/** Who asks, with the roles held at this moment. */
type Asking = { readonly id: string; readonly roles: readonly Role[] };

/** What the workshop answers: done, or why nothing was. */
export type Answered<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly refusal: WorkshopRefusal | "not-found";
      readonly problems?: readonly ChangeProblem[];
      readonly conflict?: Readonly<SaveConflict["conflict"]>;
    };

type Lines = readonly (readonly string[])[];
type OnChange<Input> = (asking: Asking, id: string, input: Input) => Promise<Answered<ChangeView>>;

/** The workshop of the rules, as the api speaks to it: it judges, and writes state and event together. */
export type WorkshopPort = {
  readonly view: (asking: Asking) => Promise<WorkshopView>;
  readonly change: (asking: Asking, id: string) => Promise<Answered<ChangeView>>;
  readonly create: (asking: Asking, input: CreateChange) => Promise<Answered<ChangeView>>;
  readonly save: OnChange<SaveDraft>;
  readonly rebase: OnChange<number>;
  readonly check: OnChange<number>;
  readonly rehearse: OnChange<number>;
  readonly submit: OnChange<number>;
  readonly approve: OnChange<Approval>;
  readonly giveBack: OnChange<string>;
  readonly withdraw: OnChange<string>;
  readonly publish: OnChange<Publication>;
  readonly table: (id: string, table: PackTable) => Promise<Answered<Lines>>;
  /** The same as a workbook (xlsx). */
  readonly tableSheet: (id: string, table: PackTable) => Promise<Answered<Buffer>>;
  readonly saveTable: OnChange<{ readonly table: PackTable; readonly upload: TableUpload }>;
  readonly rehearsalCases: (asking: Asking, id: string) => Promise<Answered<RehearsalCases>>;
  readonly rehearsalLines: (id: string) => Promise<Answered<Lines>>;
  readonly readingCost: (key: ReadingKey) => Promise<ReadingCost>;
  readonly affected: (asking: Asking, id: string) => Promise<Answered<AffectedView>>;
  readonly boardReport: (
    asking: Asking,
    id: string,
  ) => Promise<Answered<{ readonly number: string; readonly lines: Lines }>>;
  readonly recompute: (asking: Asking, id: string, stage: RecomputeStage) => Promise<Answered<AffectedView>>;
  readonly stop: (
    asking: Asking,
    stop: { readonly provision: string; readonly reason: string },
  ) => Promise<Answered<string>>;
  readonly reviewStop: (
    asking: Asking,
    id: string,
    result: { readonly review: string; readonly lifted: boolean },
  ) => Promise<Answered<string>>;
  readonly scenarios: (asking: Asking) => Promise<ScenariosView>;
  /** How a draft computes one scenario. */
  readonly traceScenario: (asked: TraceParams) => Promise<Answered<Explanation>>;
  /** The register of our own readings, with those to look at. */
  readonly ownReadings: () => Promise<OwnReadingsView>;
  /** Makes a scenario from a stored case with its figures changed. */
  readonly scenarioFromCase: (asking: Asking, input: ScenarioFromCase) => Promise<Answered<string>>;
  readonly saveScenario: (asking: Asking, scenario: Scenario) => Promise<Answered<string>>;
  readonly checkScenario: (asking: Asking, id: string) => Promise<Answered<string>>;
  readonly removeScenario: (asking: Asking, id: string) => Promise<Answered<string>>;
};
