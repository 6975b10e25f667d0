import { month } from "../../contracts/dates.js";
import { flagFinding, met, missing, notMet } from "../findings.js";
import type { Facts } from "../facts.js";
import type { Context, Found, Provision } from "../provision.js";

const found = (facts: Facts, { calendar }: Context): readonly Found[] => {
  const mark = facts.mark();
  const assets = facts.assets();
  if (assets === undefined)
    return [missing("no-assets", facts.since(mark), { factId: "assets", what: "tillgångar enligt källorna" })];
  if (assets.length === 0) return [met("no-assets", facts.since(mark))];
  return assets.map((asset) => {
    const assetMark = facts.mark();
    const knownSince = asset.get("knownSince");
    const read = facts.since(assetMark);
    if (knownSince !== undefined && knownSince < calendar.month) return met("no-assets", read);
    return notMet("no-assets", read, {
      reason: "assets-declared",
      factId: asset.id,
      text: "Det finns en tillgång som ingen har tagit ställning till.",
    });
  });
};

/** Automation only detects what may be of value; whether it can be used for support is judged by a person. */
export const assets: Provision = {
  id: "assets",
  title: "Tillgångar",
  basis: ["right-to-aid"],
  from: month("2011-01"),
  explanation:
    "Tillgångar som den sökande uppger eller en källa visar prövas av en person, om de inte redan är bedömda en tidigare månad. Inget belopp räknas automatiskt.",
  evaluate: (facts, context) => ({
    findings: [
      flagFinding("no-assets", facts, {
        flag: "assetsDeclared",
        expected: false,
        reason: "assets-declared",
        what: "om hushållet har tillgångar",
        text: "Den sökande har uppgett tillgångar.",
      }),
      ...found(facts, context),
    ],
  }),
};
