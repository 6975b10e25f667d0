import { ownReadingsViewSchema } from "../../contracts/api/own-readings.js";
import { rulesViewSchema } from "../../contracts/api/rules-view.js";

/** A small rulebook: one national table, one guideline, delegation and readings. */
export const rulesView = rulesViewSchema.parse({
  month: "2025-11",
  months: { first: "2024-01", last: "2025-12" },
  on: "2025-10-27",
  rulebookVersion: "2025.3",
  packs: [
    {
      id: "national",
      title: "Riksnormen 2025",
      layer: "national",
      version: "2025.1",
      hash: "ab12cd34".repeat(8),
      tables: [
        {
          id: "personal-costs",
          title: "Personliga kostnader per månad",
          source: "12 kap. 2 § socialtjänstförordningen (2025:468)",
          validFrom: "2025-01-01",
          validTo: "2025-12-31",
          verified: true,
          columns: [
            { title: "Person", numeric: false },
            { title: "Kronor", numeric: true },
          ],
          rows: [
            { key: "adult-single", cells: ["Ensamstående vuxen", "3 910"], amountOre: 391_000, verified: true },
            { key: "child-7-10", cells: ["Barn 7–10 år", "3 790"], amountOre: 379_000, verified: true },
            { key: "child-11-14", cells: ["Barn 11–14 år", "4 330"], amountOre: 433_000, verified: false },
          ],
        },
      ],
    },
    {
      id: "exempelby",
      title: "Exempelby kommun",
      layer: "municipal",
      version: "2025.3",
      hash: "ef56ab78".repeat(8),
      tables: [
        {
          id: "rent-guideline",
          title: "Riktlinje för boendekostnad",
          note: "En dyrare bostad går till en person. Beloppet sänks aldrig automatiskt.",
          source: "Socialnämnden 2024-11-20 § 118",
          validFrom: "2025-01-01",
          verified: true,
          columns: [
            { title: "Hushåll", numeric: false },
            { title: "Högst, kronor", numeric: true },
          ],
          rows: [{ key: "1-1", cells: ["1 vuxen, 1 barn", "7 500"], amountOre: 750_000, verified: true }],
        },
      ],
    },
  ],
  provisions: [
    {
      id: "housing-cost",
      title: "Boende, skälig kostnad",
      text: "Faktisk hyra godtas när den är skälig.",
      basis: ["12 kap. 7 § SoL (2025:400)"],
      codified: true,
    },
    {
      id: "assets",
      title: "Tillgångar",
      text: "Om en tillgång kan användas till försörjningen prövas av en person.",
      basis: ["12 kap. 1 § SoL (2025:400)"],
      codified: false,
    },
  ],
  delegation: [
    {
      item: "3.2",
      text: "Försörjningsstöd, bifall i sin helhet",
      roles: ["Handläggare"],
      outcomes: ["bifall"],
      upToOre: 2_500_000,
      decidedBy: "2024-11-20 § 119",
      source: "Delegationsordning, Exempelby socialnämnd 2024-11-20 § 119",
      validFrom: "2025-01-01",
    },
    {
      item: "3.3",
      text: "Försörjningsstöd, bifall i sin helhet",
      roles: ["Enhetschef"],
      outcomes: ["bifall", "delvis bifall", "avslag"],
      upToOre: null,
      decidedBy: "2024-11-20 § 119",
      source: "Delegationsordning, Exempelby socialnämnd 2024-11-20 § 119",
      validFrom: "2025-01-01",
    },
  ],
  readings: [
    {
      key: "age-at",
      question: "Vilken dag avgör ett barns ålder?",
      reading: "åldern månadens första dag",
      options: ["åldern månadens första dag", "åldern månadens sista dag", "ny ålder från månaden efter"],
      chosenBy: "Nämnden",
      validFrom: "2025-01-01",
      source: "Socialnämnden 2024-11-20 § 118",
    },
    {
      key: "full-rent-part-month",
      question: "Räknas hela hyran vid del av månad?",
      reading: null,
      options: ["hela hyran", "del av hyran"],
    },
  ],
});

/** The same rulebook a year before: one figure lower, one row that has gone since. */
export const earlierRulesView = rulesViewSchema.parse({
  ...rulesView,
  month: "2024-11",
  packs: rulesView.packs.map((pack) => ({
    ...pack,
    tables: pack.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) =>
        row.key === "adult-single" ? { ...row, cells: ["Ensamstående vuxen", "3 840"], amountOre: 384_000 } : row,
      ),
    })),
  })),
});

/** Our own readings: one to look at soon, one whose day has passed, one for later. */
export const ownReadings = ownReadingsViewSchema.parse({
  localRules: [
    { title: "Riktlinje: Hyra", source: "Socialnämnden 2024-11-20 § 118", reviewBy: "2025-11-20", review: "soon" },
  ],
  readings: [
    {
      key: "renewal-inside-month",
      title: "Återansökan som kommer in under månaden",
      does: "Hela månaden räknas, när månaden före är beviljad.",
      why: "Källorna talar om första ansökan.",
      lookedAt: "12 kap. SoL (2025:400) och allmänna råden.",
      otherwise: "Månaden räknas från ansökningsdagen, och besluten ses över.",
      ownerTitle: "Den som förvaltar regelverket",
      reviewBy: "2025-10-01",
      review: "passed",
      provisions: [{ id: "whole-month", title: "Hela månaden" }],
    },
    {
      key: "income-month",
      title: "Vilken månad en inkomst hör till",
      does: "Utbetalningsdagen avgör.",
      why: "Huvudregeln säger inget om en lön som avser en annan månad.",
      lookedAt: "Allmänna råden.",
      otherwise: "Valet ändras i kommunens regler.",
      ownerTitle: "Enhetschefen",
      reviewBy: "2025-11-30",
      review: "soon",
      provisions: [{ id: "paid-income", title: "Utbetalning och period" }],
    },
    {
      key: "round-cost",
      title: "Avrundning av kostnader",
      does: "Inget avrundas.",
      why: "Ingen källa säger något.",
      lookedAt: "Allmänna råden.",
      otherwise: "Valet ändras i kommunens regler.",
      ownerTitle: "Nämnden",
      reviewBy: "2026-10-01",
      review: "later",
      provisions: [],
    },
  ],
});
