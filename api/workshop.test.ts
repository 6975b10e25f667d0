import { writeXlsx } from "hucre";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { assess, samplePacks } from "../rules/index.js";
import { packsInForce } from "../activities/packs-in-force.js";
import { readCsv } from "../activities/rules-workshop/read-csv.js";
import { readSheet } from "../activities/rules-workshop/read-sheet.js";
import { readTable, type ReadLines } from "../activities/rules-workshop/read-table.js";
import type { TableLines } from "../activities/rules-workshop/table-lines.js";
import { writeSheet } from "../activities/rules-workshop/write-sheet.js";
import {
  changeViewSchema,
  saveConflictSchema,
  workshopViewSchema,
  type ChangeView,
} from "../contracts/api/workshop.js";
import { problemSchema } from "../contracts/api/problem.js";
import { month, type Month } from "../contracts/dates.js";
import type { MunicipalPack, RulePack } from "../contracts/rule-pack.js";
import { caseOf, renewal, standing } from "../rules/examples/cases.js";
import { startTestApi, type TestApi } from "./test-support/test-api.js";
import { storeCase } from "./test-support/a-household.js";

const linesOf = (read: ReadLines): TableLines => {
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.lines;
};

type Browser = { readonly staffId: string; readonly headers: Record<string, string> };

const source = "Riktlinjer för ekonomiskt bistånd, Exempelköpings socialnämnd 2025-10-22 § 91";
const note = "Taket ska gälla alla, se ärendet.";

const asMunicipal = (pack: RulePack): MunicipalPack => {
  if (pack.layer !== "municipal") throw new Error("The pack is not an overlay.");
  return pack;
};

/** The overlay with a rent cap for a single adult raised from a month on. */
const withRentCap = (pack: RulePack, { from, capOre }: { readonly from: Month; readonly capOre: number }): RulePack => {
  const overlay = asMunicipal(pack);
  const rent = overlay.costRules.find(({ type }) => type === "rent");
  if (rent === undefined) throw new Error("There is no guideline for rent.");
  const [first, ...others] = rent.caps;
  if (first === undefined) throw new Error("The guideline has no row.");
  const before = month(from === "2026-01" ? "2025-12" : "2025-01");
  return {
    ...overlay,
    costRules: [
      ...overlay.costRules.filter((row) => row !== rent),
      ...(rent.from < from ? [{ ...rent, to: before }] : []),
      { ...rent, from, source, caps: [{ ...first, capOre }, ...others] },
    ],
  };
};

describe("the workshop", () => {
  let api: TestApi;
  let author: Browser;
  let other: Browser;
  beforeEach(async () => {
    api = await startTestApi();
    author = await api.signIn(["administrator"]);
    other = await api.signIn(["administrator"]);
  });
  afterEach(() => api.stop());

  const send = (who: Browser, path: string, payload: object) =>
    api.app.inject({ method: "POST", url: `/api/workshop/${path}`, headers: who.headers, payload });
  const get = (who: Browser, path: string) =>
    api.app.inject({ method: "GET", url: `/api/workshop${path}`, headers: who.headers });
  const changed = async (who: Browser, path: string, payload: object): Promise<ChangeView> => {
    const response = await send(who, path, payload);
    if (response.statusCode !== 200) throw new Error(response.body);
    return changeViewSchema.parse(response.json());
  };
  const refusal = async (who: Browser, path: string, payload: object) => {
    const response = await send(who, path, payload);
    const { code, title } = problemSchema.parse(response.json());
    return { status: response.statusCode, code, title };
  };

  const begun = (effectiveFrom = "2026-01"): Promise<ChangeView> =>
    changed(author, "changes", {
      title: "Högre tak för hyra, en vuxen",
      source,
      kind: "new-rule",
      effectiveFrom,
      from: { start: "in-force", packId: "exempelkoping" },
    });
  const saved = (change: ChangeView, content: RulePack, who = author): Promise<ChangeView> =>
    changed(who, `changes/${change.id}/draft`, {
      revision: change.revision,
      title: change.title,
      source: change.source,
      kind: change.kind,
      effectiveFrom: change.effectiveFrom,
      content,
    });
  const drafted = async (from = "2026-01", capOre = 720_000): Promise<ChangeView> => {
    const change = await begun(from);
    return saved(change, withRentCap(change.content, { from: month(from), capOre }));
  };
  const tried = async (change: ChangeView): Promise<ChangeView> => {
    await changed(author, `changes/${change.id}/check`, { revision: change.revision });
    return changed(author, `changes/${change.id}/rehearsal`, { revision: change.revision });
  };
  const submitted = async (change: ChangeView): Promise<ChangeView> => {
    const { id, revision } = await tried(change);
    return changed(author, `changes/${id}/submission`, { revision });
  };
  const looked = ({ contentHash, tests, rehearsal }: ChangeView) => ({
    contentHash,
    testsHash: tests?.hash ?? "",
    rehearsalHash: rehearsal?.hash ?? "",
  });
  const minute = { on: "2025-10-22", paragraph: "§ 91" };
  const published = async (change: ChangeView): Promise<ChangeView> => {
    const waiting = await submitted(change);
    const approved = await changed(other, `changes/${waiting.id}/approval`, looked(waiting));
    return changed(author, `changes/${waiting.id}/publication`, { contentHash: approved.contentHash, minute });
  };

  test("takes a new cap from draft to effect, and it holds from its month and not before", async () => {
    await storeCase(api.store, { reference: "T-1" });
    const change = await published(await drafted());
    expect(change.state).toBe("published");
    expect(change.steps.map(({ state }) => state)).toEqual(Array.from({ length: 7 }, () => "done"));
    expect(change.rows).toMatchObject([{ table: "costRules", from: "2026-01", differenceOre: 30_000, source }]);
    const packs = await api.store.read(packsInForce(samplePacks));
    const reasons = (benefitMonth: string, rules = packs) =>
      assess(caseOf(renewal({ benefitMonth, costs: [standing("rent", 7200)] })), rules).reasons;
    expect(reasons("2025-12")).toContain("cost-above-guideline");
    expect(reasons("2026-01")).not.toContain("cost-above-guideline");
    expect(reasons("2026-01", samplePacks)).toContain("cost-above-guideline");
    const [event] = await api.events("rule.published");
    expect(event?.details).toMatchObject({
      change: change.id,
      hash: change.contentHash,
      approvedBy: other.staffId,
      minuteOn: "2025-10-22",
      minuteParagraph: "91",
    });
  });

  test("does not let the author approve, whoever else has written in it neither", async () => {
    const first = await submitted(await drafted());
    const own = await refusal(author, `changes/${first.id}/approval`, looked(first));
    expect(own).toMatchObject({ status: 403, code: "own-change" });
    const edited = await saved(
      first,
      withRentCap(first.base?.content ?? first.content, { from: month("2026-01"), capOre: 730_000 }),
      other,
    );
    const again = await submitted(edited);
    expect(await refusal(other, `changes/${first.id}/approval`, looked(again))).toMatchObject({ code: "own-change" });
  });

  test("unbinds what was submitted and approved when it is edited", async () => {
    const waiting = await submitted(await drafted());
    const approved = await changed(other, `changes/${waiting.id}/approval`, looked(waiting));
    const edited = await saved(
      approved,
      withRentCap(waiting.base?.content ?? waiting.content, { from: month("2026-01"), capOre: 740_000 }),
    );
    expect(edited).toMatchObject({ state: "draft", approvedBy: null, tests: null, rehearsal: null });
    const publication = { contentHash: edited.contentHash, minute };
    expect(await refusal(author, `changes/${waiting.id}/publication`, publication)).toMatchObject({
      code: "wrong-state",
    });
  });

  test("publishes what the board adopts only with a minute that is not of a day to come", async () => {
    const waiting = await submitted(await drafted());
    const { contentHash } = await changed(other, `changes/${waiting.id}/approval`, looked(waiting));
    const path = `changes/${waiting.id}/publication`;
    expect(await refusal(author, path, { contentHash })).toMatchObject({ status: 409, code: "minute-missing" });
    const tomorrow = { on: "2025-10-28", paragraph: "§ 91" };
    expect(await refusal(author, path, { contentHash, minute: tomorrow })).toMatchObject({ code: "minute-in-future" });
    expect((await get(author, "")).json()).toMatchObject({ changes: [{ state: "approved" }] });
  });

  test("refuses a rule for a month that is begun, and names the row", async () => {
    const change = await drafted("2025-02");
    const { id, revision, problems } = await tried(change);
    expect(problems).toMatchObject([{ code: "backdated", table: "costRules", row: "costRules:rent" }]);
    expect(problems[0]?.message).toContain("Hyra");
    expect(await refusal(author, `changes/${id}/submission`, { revision })).toMatchObject({ code: "backdated" });
  });

  test("tells the second of two who save whose text came first, and gives both back", async () => {
    const change = await begun();
    const mine = withRentCap(change.content, { from: month("2026-01"), capOre: 710_000 });
    const theirs = await saved(change, withRentCap(change.content, { from: month("2026-01"), capOre: 760_000 }), other);
    const response = await send(author, `changes/${change.id}/draft`, {
      revision: change.revision,
      title: change.title,
      source,
      kind: change.kind,
      effectiveFrom: change.effectiveFrom,
      content: mine,
    });
    expect(response.statusCode).toBe(409);
    const { conflict, title } = saveConflictSchema.parse(response.json());
    expect(title).toContain("Person 2");
    expect(conflict).toMatchObject({ by: "Person 2", revision: theirs.revision, theirs: theirs.content, yours: mine });
  });

  test("rolls back to an earlier version from a month on, through the same four eyes", async () => {
    const first = await published(await drafted());
    const shipped = workshopViewSchema
      .parse((await get(author, "")).json())
      .versions.find(({ packId, publishedAt }) => packId === "exempelkoping" && publishedAt === null);
    const back = await changed(author, "changes", {
      title: "Tillbaka till det tidigare taket",
      source: "Exempelköpings socialnämnd 2025-10-24 § 95",
      kind: "new-rule",
      effectiveFrom: "2026-03",
      from: { start: "rollback", hash: shipped?.hash },
    });
    expect(back.rows).toMatchObject([{ from: "2026-03", differenceOre: -30_000 }]);
    const done = await published(back);
    expect(done.base?.hash).toBe(first.publishedHash);
    const versions = workshopViewSchema.parse((await get(author, "")).json()).versions;
    expect(versions.filter(({ packId }) => packId === "exempelkoping").map(({ inForce }) => inForce)).toEqual([
      true,
      false,
      false,
    ]);
  });

  test("asks a draft to be moved where another version has come into force, and moves what does not collide", async () => {
    const waiting = await begun();
    await published(await drafted());
    const electricity = asMunicipal(waiting.content).costRules.map((row) =>
      row.type === "electricity" ? { ...row, changeOre: row.changeOre + 5_000 } : row,
    );
    const edited = await saved(waiting, { ...asMunicipal(waiting.content), costRules: electricity });
    expect(await refusal(author, `changes/${edited.id}/submission`, { revision: edited.revision })).toMatchObject({
      code: "base-not-in-force",
    });
    const moved = await changed(author, `changes/${edited.id}/rebase`, { revision: edited.revision });
    expect(moved.base?.inForce).toBe(true);
    expect(moved.rows.every(({ row }) => row === "costRules:electricity")).toBe(true);
  });

  test("stops a rule by one person and lets only another review it", async () => {
    const lead = await api.signIn(["team-lead"]);
    const stopped = await send(lead, "stops", { provision: "personal-costs", reason: note });
    const [stop] = workshopViewSchema.parse(stopped.json()).stops;
    expect(stop).toMatchObject({ provision: "personal-costs", review: null, mayReview: false });
    const review = { review: "Raden var rätt.", lifted: true };
    expect(await refusal(lead, `stops/${stop?.id ?? ""}/review`, review)).toMatchObject({
      status: 403,
      code: "own-stop",
    });
    const reviewed = await send(author, `stops/${stop?.id ?? ""}/review`, review);
    expect(workshopViewSchema.parse(reviewed.json()).stops).toMatchObject([{ review: { lifted: true } }]);
    expect(await refusal(lead, "stops", { provision: "no-such", reason: note })).toMatchObject({
      code: "provision-unknown",
    });
  });

  test("gives a table out as CSV and takes it in again as the same, formulas refused", async () => {
    const change = await begun();
    const csv = await get(author, `/changes/${change.id}/tables/costRules`);
    expect(csv.headers["content-type"]).toContain("text/csv");
    expect(readTable(change.content, { table: "costRules", lines: linesOf(readCsv(csv.body)) })).toEqual({
      ok: true,
      pack: change.content,
    });
    const formula = csv.body.replace('"6900"', '"=6900*2"');
    expect(formula).not.toBe(csv.body);
    const path = `changes/${change.id}/tables/costRules`;
    expect(await refusal(author, path, { revision: change.revision, csv: formula })).toMatchObject({
      status: 400,
      code: "table-unreadable",
    });
    const higher = await changed(author, path, {
      revision: change.revision,
      csv: csv.body.replace('"6900"', '"7 100,50"'),
    });
    expect(higher.rows).toMatchObject([{ differenceOre: 20_050 }]);
  });

  test("gives the same table out as a workbook and takes it in again, by the same way as CSV", async () => {
    const change = await begun();
    const path = `changes/${change.id}/tables/costRules`;
    const sheet = await get(author, `/${path}?format=xlsx`);
    expect(sheet.headers).toMatchObject({
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": 'attachment; filename="costRules.xlsx"',
    });
    const lines = linesOf(await readSheet(sheet.rawPayload));
    expect(readTable(change.content, { table: "costRules", lines })).toEqual({ ok: true, pack: change.content });
    const withCap = async (text: string): Promise<string> => {
      const column = lines[0]?.indexOf("caps.capOre") ?? -1;
      const written = lines.map((cells, line) => (line === 1 ? cells.with(column, text) : cells));
      return (await writeSheet("costRules", written)).toString("base64");
    };
    const { revision } = change;
    const higher = await changed(author, path, { revision, xlsx: await withCap("7100,50") });
    expect(higher.rows).toMatchObject([{ differenceOre: 20_050 }]);
    expect(higher.proofs.ok).toBe(true);
    const falling = await changed(author, path, { revision: higher.revision, xlsx: await withCap("99900") });
    expect(falling.proofs.ok).toBe(false);
    const old = await send(author, path, { revision, xlsx: await withCap("7200") });
    expect(saveConflictSchema.parse(old.json()).conflict.revision).toBe(falling.revision);
  });

  test("refuses a workbook by the cell that cannot be read, and a text that is no workbook", async () => {
    const { id, revision } = await begun();
    const path = `changes/${id}/tables/costRules`;
    const bytes = await writeXlsx({
      sheets: [{ name: "costRules", rows: [["changeOre"], [100]], cells: new Map([["1,0", { formula: "50*2" }]]) }],
    });
    const refused = await send(author, path, { revision, xlsx: Buffer.from(bytes).toString("base64") });
    expect(refused.statusCode).toBe(400);
    expect(problemSchema.parse(refused.json())).toMatchObject({
      code: "table-unreadable",
      errors: [{ path: "costRules:A2" }],
    });
    expect(await refusal(author, path, { revision, xlsx: "aGVq" })).toMatchObject({ code: "table-unreadable" });
    expect((await send(author, path, { revision, xlsx: "inte base64" })).statusCode).toBe(400);
    expect((await send(author, path, { revision, csv: "type", xlsx: "aGVq" })).statusCode).toBe(400);
  });

  test("returns and withdraws with a note, and a withdrawn change never changes", async () => {
    const waiting = await submitted(await drafted());
    const back = await changed(other, `changes/${waiting.id}/return`, { note });
    expect(back).toMatchObject({ state: "draft", note });
    expect(await changed(author, `changes/${waiting.id}/withdrawal`, { note })).toMatchObject({ state: "withdrawn" });
    expect(await refusal(author, `changes/${waiting.id}/check`, { revision: back.revision })).toMatchObject({
      code: "wrong-state",
    });
  });
});
