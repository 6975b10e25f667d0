import { agencies, sources, type Source } from "../../contracts/codes/sources.js";
import { daysBetween, month, rentDueOn } from "../../contracts/dates.js";
import type { Facts } from "../facts.js";
import { cannotTell, met, missing } from "../findings.js";
import type { Context, Found, Provision } from "../provision.js";

const asked: readonly Source[] = [...agencies, "population"];

const answerOf = (source: Source, facts: Facts, { parameters, calendar }: Context): Found => {
  const mark = facts.mark();
  const status = facts.source(source);
  switch (status) {
    case "read":
    case "nothing-registered":
      return met("source-answered", facts.since(mark), `${sources[source].title} har svarat.`);
    case "unavailable": {
      const appliedOn = facts.root.get("appliedOn");
      const today = facts.root.get("today");
      const dueOn = rentDueOn(calendar.month);
      // Whoever applied in time has an answer in time: on the day the rent is due a person has taken over.
      const isDue = appliedOn < dueOn && dueOn <= today;
      const { sourceWaitDays } = parameters;
      const isWaiting = sourceWaitDays !== undefined && daysBetween(appliedOn, today) <= sourceWaitDays && !isDue;
      return cannotTell("source-answered", facts.since(mark), {
        reason: isWaiting ? "source-waiting" : "source-unavailable",
        factId: source,
        text: `${sources[source].title} har inte svarat. Inget svar räknas aldrig som noll kronor.`,
      });
    }
    case undefined:
      return missing("source-answered", facts.since(mark), {
        factId: source,
        what: `svar från ${sources[source].title}`,
      });
  }
};

/** Every source that is asked has answered. That nothing is registered is an answer; an error is not. */
export const sourceAnswers: Provision = {
  id: "source-answers",
  title: "Alla källor har svarat",
  basis: ["agency-data", "start-inquiry"],
  from: month("2011-01"),
  explanation:
    "Alla sju myndigheter och folkbokföringen ska ha svarat. En källa som inte svarar frågas igen under det antal dagar som kommunen har bestämt, men inte längre än till dagen då hyran ska betalas; därefter tar en person över.",
  evaluate: (facts, context) => ({ findings: asked.map((source) => answerOf(source, facts, context)) }),
};
