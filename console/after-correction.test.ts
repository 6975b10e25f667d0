import type { Page } from "playwright";
import { describe, expect, test } from "vitest";
import { packsInForce } from "../activities/packs-in-force.js";
import { assessStored, simpleRenewal, storeCase } from "../api/test-support/a-household.js";
import type { TestApi } from "../api/test-support/test-api.js";
import type { Answered } from "../api/workshop-port.js";
import { localDate, month } from "../contracts/dates.js";
import type { CaseId } from "../contracts/ids.js";
import { samplePacks } from "../rules/index.js";
import { decidedCase } from "../test/outbox/decided-case.js";
import { screens } from "./test-support/console-browser.js";
import { useRealConsole } from "./test-support/real-console.js";

const source = "Riktlinjer för ekonomiskt bistånd, Exempelköpings socialnämnd 2025-10-22 § 91";
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

/** A rent between the cap that was copied wrongly and the one that the board had decided. */
const aboveTheOldCap = simpleRenewal({
  costs: [
    {
      id: "k1",
      type: "rent",
      appliedOre: 710_000,
      lastApprovedOre: 710_000,
      proof: "standing",
      standingUntil: "2026-03-31",
    },
  ],
});

/** A correction of the first rent cap from the month that is worked on, published by two administrators. */
const publishCorrection = async (
  { deps: { workshop } }: TestApi,
  { author, other }: { readonly author: string; readonly other: string },
): Promise<string> => {
  const { municipal } = samplePacks;
  if (municipal === undefined) throw new Error("The sample municipality has no overlay.");
  const from = month("2025-11");
  const costRules = municipal.costRules.flatMap((row) =>
    row.type === "rent"
      ? [
          { ...row, to: month("2025-10") },
          { ...row, from, source, caps: row.caps.map((cap, at) => (at === 0 ? { ...cap, capOre: 720_000 } : cap)) },
        ]
      : [row],
  );
  const words = { title: "Rättad avskrift", source, kind: "correction", effectiveFrom: from } as const;
  const one = { id: author, roles: ["administrator"] } as const;
  const two = { id: other, roles: ["administrator"] } as const;
  const valueOf = <T>(came: Answered<T>): T => {
    if (came.ok) return came.value;
    throw new Error(came.refusal);
  };
  const { id } = valueOf(await workshop.create(one, { ...words, from: { start: "in-force", packId: municipal.id } }));
  const draft = { ...words, revision: 1, content: { ...municipal, costRules } };
  const { revision } = valueOf(await workshop.save(one, id, draft));
  valueOf(await workshop.check(one, id, revision));
  valueOf(await workshop.rehearse(one, id, revision));
  const { contentHash, tests, rehearsal } = valueOf(await workshop.submit(one, id, revision));
  if (tests === null || rehearsal === null) throw new Error("The draft was not tried.");
  valueOf(await workshop.approve(two, id, { contentHash, testsHash: tests.hash, rehearsalHash: rehearsal.hash }));
  valueOf(await workshop.publish(two, id, { contentHash, minute: { on: localDate("2025-10-22"), paragraph: "§ 91" } }));
  return id;
};

/** Lets the process of the api assess a case again as a real one does: the same facts, by the rules in force. */
const assessForReal = ({ process, store }: TestApi): void => {
  const inForce = packsInForce(samplePacks);
  Object.assign(process, {
    reassess: async (caseId: CaseId) => {
      await store.transaction(async (tx) => assessStored(tx, caseId, aboveTheOldCap, await inForce(tx)));
      return process.again;
    },
  });
};

describe("after a correction is published, against the api itself", () => {
  const console = useRealConsole();

  test("lists a decided month for a person with its kronor, assesses the undecided again by stages, and reports to the board", async () => {
    const { api, signIn } = console();
    const author = await signIn(["administrator"]);
    const other = await signIn(["administrator"]);
    const { page } = author;
    for (const reference of ["T-1", "T-2"]) await storeCase(api.store, { reference, input: aboveTheOldCap });
    const draft = { outcome: "granted", amountOre: 500_000 } as const;
    await decidedCase(api.store, { reference: "T-3", by: other.staffId, input: aboveTheOldCap, draft });
    assessForReal(api);
    const id = await publishCorrection(api, { author: author.staffId, other: other.staffId });

    await author.open(`/regler/andringar/${id}`);
    await page.getByRole("heading", { name: /Beslutade månader som skulle ha gett mer 1/ }).waitFor();
    const month = page.getByRole("row", { name: /2511-0003/ });
    expect((await month.innerText()).replaceAll(/\s+/gu, " ")).toBe(
      "2511-0003 november 2025 1 vuxen 5 000 7 080 +2 080",
    );
    await page.getByText("Besluten ändras inte av sig själva.").waitFor();

    await button(page, "Bedöm om ett").press("Enter");
    await page.getByRole("heading", { name: /Ärenden som inte är beslutade 1/ }).waitFor();
    await button(page, "Bedöm om några, högst tio").press("Enter");
    await page.getByText("Inget ärende väntar på att bedömas om.").waitFor();
    const runs = page.getByRole("table", { name: "Gjort hittills" }).getByRole("row");
    const told = (await runs.allInnerTexts()).map((row) => row.split("\t").slice(2).join(" "));
    expect(told).toEqual([
      "Steg Bedömda om Överhoppade Resultat",
      "Ett ärende 1 0 som väntat",
      "Några, högst tio 1 0 som väntat",
    ]);
    // The decided month stands as it was decided, and is still a person's.
    await page.getByRole("heading", { name: /Beslutade månader som skulle ha gett mer 1/ }).waitFor();
    expect(await author.violations()).toEqual([]);

    const address = await page.getByRole("link", { name: "Rapport till nämnden (CSV)" }).getAttribute("href");
    const report = await page.evaluate(async (from) => (await fetch(from)).text(), address ?? "");
    expect(report.replaceAll(/\s/gu, " ")).toContain('"1";"november 2025";"1 vuxen";"5 000";"7 080";"2 080"');
    expect(report).not.toContain("2511-0003");
  });

  test("stops assessing undecided cases again at the first that does not become what the rules say", async () => {
    const { api, signIn } = console();
    for (const reference of ["T-1", "T-2"]) await storeCase(api.store, { reference, input: aboveTheOldCap });
    const author = await signIn(["administrator"]);
    const other = await signIn(["administrator"]);
    const id = await publishCorrection(api, { author: author.staffId, other: other.staffId });

    await author.open(`/regler/andringar/${id}`);
    await author.page.getByRole("heading", { name: /Ärenden som inte är beslutade 2/ }).waitFor();
    await author.page.getByRole("row", { name: /2511-0001.*Hos en person → Klar att besluta/ }).waitFor();
    expect(await button(author.page, "Bedöm om några, högst tio").isDisabled()).toBe(true);
    // The process of this api says that it has assessed, and has not: the case is then not as expected.
    await button(author.page, "Bedöm om ett").press("Enter");
    await author.page.getByText("stannade:").waitFor();
    expect(await author.page.getByRole("heading", { name: /Ärenden som inte är beslutade 2/ }).count()).toBe(1);
    expect(await author.violations()).toEqual([]);
    await author.page.setViewportSize(screens.zoomed);
    expect(await author.overflow()).toBeLessThanOrEqual(0);
  });
});
