import type { ReactNode } from "react";
import { openReadings, readingKeySchema } from "../../../contracts/codes/open-readings.js";
import { PageHead } from "../../components/page-head.js";
import { sv } from "../../texts/sv.js";
import { OwnReadings } from "./own-readings.js";
import { ReadingCostPanel } from "./reading-cost.js";
import { RulesLinks } from "./rules-links.js";

const text = sv.workshop.readings;

/** What each choice of each open reading would cost or give: worked out one reading at a time, when it is asked for. */
export const ReadingsPage = (): ReactNode => (
  <>
    <PageHead title={sv.rules.title} documentTitle={sv.workshop.pages.readings}>
      <p className="muted small">{text.intro}</p>
      <RulesLinks current="/regler/tolkningar" />
    </PageHead>
    <div className="page-body stack">
      {readingKeySchema.options.map((key) => (
        <ReadingCostPanel key={key} readingKey={key} title={openReadings[key].title} />
      ))}
      <OwnReadings />
    </div>
  </>
);
