import type { ChangeView } from "../../../contracts/api/workshop.js";
import { addMonths, localDate, month } from "../../../contracts/dates.js";
import type { ChangeKind } from "../../../contracts/rule-change.js";
import type { MunicipalPack, RulePack } from "../../../contracts/rule-pack.js";
import { sha256Hex } from "../../../platform/canonical.js";
import { samplePacks } from "../../../rules/index.js";
import { openTestStore, type TestStore } from "../../../store/test-support/test-store.js";
import { someone } from "../../decide/test-support/asked.js";
import { packsInForce } from "../../packs-in-force.js";
import { createWorkshop } from "../create-workshop.js";
import { shippedSuites } from "../shipped-suites.js";
import type { Asking, Done, WorkshopDeps } from "../workshop-deps.js";

const { municipal } = samplePacks;
if (municipal === undefined) throw new Error("The sample municipality has no overlay.");

/** The overlay of the invented municipality. */
export const overlay: MunicipalPack = municipal;

/** What came of asking, where it was done. @throws Error with the refusal where it was not. */
export const valueOf = <T>(came: Done<T>): T => {
  if (came.ok) return came.value;
  throw new Error(came.refusal);
};

/** Every guideline for rent with other caps from some months on: how much above the last, in öre. */
export const rentsFrom = (turns: readonly { readonly from: string; readonly moreOre: number }[]): MunicipalPack => ({
  ...overlay,
  costRules: overlay.costRules.flatMap((rule) => {
    if (rule.type !== "rent") return [rule];
    const rows = [rule];
    for (const { from, moreOre } of turns) {
      const last = rows.pop() ?? rule;
      rows.push(
        { ...last, to: addMonths(month(from), -1) },
        {
          ...rule,
          from: month(from),
          source: `Riktlinjer, Exempelköpings socialnämnd 2025-10-22 § 91, från ${from}`,
          caps: rule.caps.map((cap) => ({ ...cap, capOre: cap.capOre + moreOre })),
        },
      );
    }
    return rows;
  }),
});

/** What a change says of itself, and its draft. */
export type Drafted = {
  readonly content: RulePack;
  readonly from: string;
  readonly kind?: ChangeKind;
  readonly start?: "in-force" | "new-pack";
};

/** A workshop with two administrators, over a store of its own. */
export const aWorkshop = async (differs: Partial<WorkshopDeps> = {}, kind?: Parameters<typeof openTestStore>[0]) => {
  const town: TestStore = await openTestStore(kind);
  const administrator = async (name: string): Promise<Asking> => ({
    id: await someone(town, name, ["administrator"]),
    roles: ["administrator"],
  });
  const [one, other] = [await administrator("administrator-1"), await administrator("administrator-2")];
  const shipped = differs.shipped ?? samplePacks;
  const deps: WorkshopDeps = {
    store: town.store,
    rulebook: { version: "test", hash: sha256Hex("test") },
    shipped,
    packsInForce: packsInForce(shipped),
    today: () => Promise.resolve(localDate("2025-10-27")),
    month: month("2025-11"),
    isInvented: true,
    suites: shippedSuites,
    reassess: () => Promise.resolve(true),
    ...differs,
  };
  const workshop = createWorkshop(deps);
  const drafted = async ({ content, from, kind = "new-rule", start = "in-force" }: Drafted): Promise<ChangeView> => {
    const source = "Riktlinjer, Exempelköpings socialnämnd 2025-10-22 § 91";
    const words = { title: "Prov", source, kind, effectiveFrom: month(from) };
    const begun = valueOf(
      await workshop.create(one, {
        ...words,
        from: start === "in-force" ? { start, packId: content.id } : { start, pack: content },
      }),
    );
    return valueOf(await workshop.save(one, begun.id, { ...words, revision: begun.revision, content }));
  };
  const tried = async (draft: Drafted): Promise<ChangeView> => {
    const { id, revision } = await drafted(draft);
    valueOf(await workshop.check(one, id, revision));
    return valueOf(await workshop.rehearse(one, id, revision));
  };
  const submitted = async (draft: Drafted): Promise<ChangeView> => {
    const { id, revision } = await tried(draft);
    return valueOf(await workshop.submit(one, id, revision));
  };
  const approved = async (draft: Drafted): Promise<ChangeView> => {
    const { id, contentHash, tests, rehearsal } = await submitted(draft);
    const looked = { contentHash, testsHash: tests?.hash ?? "", rehearsalHash: rehearsal?.hash ?? "" };
    return valueOf(await workshop.approve(other, id, looked));
  };
  return { town, one, other, deps, workshop, drafted, tried, submitted, approved };
};
