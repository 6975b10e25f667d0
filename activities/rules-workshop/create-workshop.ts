import type {
  Approval,
  ChangeView,
  CreateChange,
  Publication,
  SaveDraft,
  TableUpload,
} from "../../contracts/api/workshop.js";
import type { ScenarioFromCase, TraceParams } from "../../contracts/api/workshop-scenarios.js";
import type { ReadingKey } from "../../contracts/codes/open-readings.js";
import type { PackTable } from "../../contracts/pack-check.js";
import type { RecomputeStage } from "../../contracts/rule-change.js";
import type { Scenario } from "../../contracts/rule-scenario.js";
import { findRuleChange } from "../../store/rule-changes.js";
import { affectedView } from "./affected.js";
import { boardReport } from "./board-report.js";
import { changeView } from "./change-view.js";
import { createChange, rebaseChange, saveDraft } from "./drafting.js";
import { readNames } from "./names.js";
import { ownReadingsView } from "./own-readings-view.js";
import { readingCost } from "./reading-cost.js";
import { recompute } from "./recompute.js";
import { rehearsalLines } from "./rehearsal-table.js";
import { rehearsalCases, rehearseChange } from "./rehearsing.js";
import { scenarioFromCase } from "./scenario-from-case.js";
import { checkScenario, removeScenario, saveScenario, scenariosView } from "./scenarios.js";
import { surroundings } from "./standing.js";
import { approveChange, checkChange, publishChange, returnChange, submitChange, withdrawChange } from "./steps.js";
import { reviewStop, stopProvision } from "./stops.js";
import { draftSheet, draftTable, saveTable } from "./tables.js";
import { traceScenario } from "./trace-scenario.js";
import { workshopView } from "./workshop-view.js";
import { done, refused, type Asking, type Done, type WorkshopDeps } from "./workshop-deps.js";

/** The workshop, as the api speaks to it. Every command answers with the change as it is afterwards, or why not. */
export const createWorkshop = (deps: WorkshopDeps) => {
  const change = (asking: Asking, id: string): Promise<Done<ChangeView>> =>
    deps.store.read(async (tx) => {
      const found = await findRuleChange(tx, id);
      if (found === undefined) return refused("not-found");
      const around = await surroundings(tx, deps);
      return done(await changeView(tx, found, { asking, around, names: await readNames(tx), deps }));
    });
  const shown = async (asking: Asking, came: Promise<Done<string>>): Promise<Done<ChangeView>> => {
    const result = await came;
    return result.ok ? change(asking, result.value) : result;
  };
  return {
    view: (asking: Asking) => deps.store.read((tx) => workshopView(tx, deps, asking)),
    change,
    create: (asking: Asking, input: CreateChange) => shown(asking, createChange(deps, { asking, input })),
    save: (asking: Asking, id: string, input: SaveDraft) => shown(asking, saveDraft(deps, { asking, id, input })),
    rebase: (asking: Asking, id: string, revision: number) =>
      shown(asking, rebaseChange(deps, { asking, id, revision })),
    check: (asking: Asking, id: string, revision: number) => shown(asking, checkChange(deps, { asking, id, revision })),
    rehearse: (asking: Asking, id: string, revision: number) =>
      shown(asking, rehearseChange(deps, { asking, id, revision })),
    submit: (asking: Asking, id: string, revision: number) =>
      shown(asking, submitChange(deps, { asking, id, revision })),
    approve: (asking: Asking, id: string, looked: Approval) =>
      shown(asking, approveChange(deps, { asking, id, looked })),
    giveBack: (asking: Asking, id: string, note: string) => shown(asking, returnChange(deps, { asking, id, note })),
    withdraw: (asking: Asking, id: string, note: string) => shown(asking, withdrawChange(deps, { asking, id, note })),
    publish: (asking: Asking, id: string, input: Publication) =>
      shown(asking, publishChange(deps, { asking, id, input })),
    table: (id: string, table: PackTable) => draftTable(deps, { id, table }),
    tableSheet: (id: string, table: PackTable) => draftSheet(deps, { id, table }),
    saveTable: (asking: Asking, id: string, asked: { readonly table: PackTable; readonly upload: TableUpload }) =>
      shown(asking, saveTable(deps, { asking, id, ...asked })),
    rehearsalCases: (asking: Asking, id: string) => rehearsalCases(deps, { asking, id }),
    rehearsalLines: (id: string) => rehearsalLines(deps, id),
    readingCost: (key: ReadingKey) => readingCost(deps, key),
    affected: (asking: Asking, id: string) => affectedView(deps, { asking, id }),
    boardReport: (asking: Asking, id: string) => boardReport(deps, { asking, id }),
    recompute: async (asking: Asking, id: string, stage: RecomputeStage) => {
      const result = await recompute(deps, { asking, id, stage });
      return result.ok ? affectedView(deps, { asking, id }) : result;
    },
    stop: (asking: Asking, stop: { readonly provision: string; readonly reason: string }) =>
      stopProvision(deps, { asking, ...stop }),
    reviewStop: (asking: Asking, id: string, result: { readonly review: string; readonly lifted: boolean }) =>
      reviewStop(deps, { asking, id, ...result }),
    scenarios: (asking: Asking) => deps.store.read((tx) => scenariosView(tx, deps, asking)),
    traceScenario: (asked: TraceParams) => traceScenario(deps, asked),
    ownReadings: () =>
      deps.store.read(async (tx) => ownReadingsView(await deps.today(tx), (await deps.packsInForce(tx)).municipal)),
    scenarioFromCase: (asking: Asking, input: ScenarioFromCase) => scenarioFromCase(deps, { asking, input }),
    saveScenario: (asking: Asking, scenario: Scenario) => saveScenario(deps, { asking, scenario }),
    checkScenario: (asking: Asking, id: string) => checkScenario(deps, { asking, id }),
    removeScenario: (asking: Asking, id: string) => removeScenario(deps, { asking, id }),
  };
};
