import {
  ruleStoppers,
  workshopWriters,
  type PackVersionView,
  type StopView,
  type WorkshopView,
} from "../../contracts/api/workshop.js";
import type { RulePack } from "../../contracts/rule-pack.js";
import { comparePacks } from "../../rules/differences/compare-packs.js";
import { provisionsInProse } from "../../rules/index.js";
import { predecessorOf } from "../../rules/predecessor.js";
import { listRuleChanges, type RuleChange } from "../../store/rule-changes.js";
import { getPublishedPack, listPublishedPacks } from "../../store/rule-packs.js";
import { listRuleStops, type RuleStop } from "../../store/rule-stops.js";
import type { StoreTransaction } from "../../store/transaction.js";
import { packHash, packsInUse } from "../pack-hash.js";
import { changeSummary } from "./change-view.js";
import { readNames, type Names } from "./names.js";
import { surroundings } from "./standing.js";
import type { Asking, WorkshopDeps } from "./workshop-deps.js";

const holds = ({ roles }: Asking, among: readonly string[]): boolean => roles.some((role) => among.includes(role));

/** Everything there is to work with in the workshop. */
export const workshopView = async (tx: StoreTransaction, deps: WorkshopDeps, asking: Asking): Promise<WorkshopView> => {
  const around = await surroundings(tx, deps);
  const names = await readNames(tx);
  const changes = await listRuleChanges(tx);
  const provisions = provisionsInProse(around.packs, deps.month).map(({ id, title }) => ({ id, title }));
  const titles = new Map(provisions.map(({ id, title }) => [id, title]));
  const stops = await listRuleStops(tx);
  return {
    today: around.today,
    firstOpenMonth: around.firstOpenMonth,
    mayWrite: holds(asking, workshopWriters),
    mayStop: holds(asking, ruleStoppers),
    changes: changes.map((change) =>
      changeSummary(change, {
        names,
        differences: comparePacks(change.base ?? predecessorOf(around.packs, change.content), change.content),
      }),
    ),
    versions: await versions(tx, deps, { changes, names, inForce: packsInUse(around.packs).map(packHash) }),
    stops: stops
      .toReversed()
      .map((stop) => stopView(stop, { title: titles.get(stop.provision) ?? stop.provision, names, asking })),
    provisions,
  };
};

const stopView = (
  stop: RuleStop,
  { title, names, asking }: { readonly title: string; readonly names: Names; readonly asking: Asking },
): StopView => ({
  id: stop.id,
  provision: stop.provision,
  title,
  reason: stop.reason,
  stoppedBy: names(stop.stoppedBy),
  stoppedOn: stop.stoppedOn,
  review:
    stop.reviewedBy === null || stop.reviewedAt === null || stop.review === null
      ? null
      : { by: names(stop.reviewedBy), at: stop.reviewedAt, text: stop.review, lifted: stop.lifted },
  mayReview: !stop.lifted && stop.stoppedBy !== asking.id && holds(asking, ruleStoppers),
});

const versions = async (
  tx: StoreTransaction,
  { shipped }: WorkshopDeps,
  {
    changes,
    names,
    inForce,
  }: { readonly changes: readonly RuleChange[]; readonly names: Names; readonly inForce: readonly string[] },
): Promise<PackVersionView[]> => {
  const head = (pack: RulePack) => ({
    packId: pack.id,
    title: pack.title,
    layer: pack.layer,
    version: pack.version,
    hash: packHash(pack),
    inForce: inForce.includes(packHash(pack)),
  });
  const shippedVersions = packsInUse(shipped).map((pack): PackVersionView => ({
    ...head(pack),
    publishedBy: null,
    publishedAt: null,
    minute: null,
    changeId: null,
  }));
  const published: PackVersionView[] = [];
  for (const row of await listPublishedPacks(tx)) {
    const change = changes.find(({ publishedHash }) => publishedHash === row.hash);
    const { minuteOn: on = null, minuteParagraph: paragraph = null } = change ?? {};
    published.push({
      ...head(await getPublishedPack(tx, row.hash)),
      publishedBy: names(row.publishedBy).name,
      publishedAt: row.publishedAt,
      minute: on === null || paragraph === null ? null : { on, paragraph },
      changeId: change?.id ?? null,
    });
  }
  // The last of a pack comes first.
  const all = [...shippedVersions, ...published].toReversed();
  const ids = [...new Set(all.map(({ packId }) => packId))].toSorted();
  return ids.flatMap((id) => all.filter(({ packId }) => packId === id));
};
