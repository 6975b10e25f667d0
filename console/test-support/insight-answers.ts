import {
  auditedCases,
  eventProof,
  logChoices,
  logPage,
  logView,
  questionAnswer,
  restrictedLogView,
  samplesView,
  shownThen,
} from "./audit-fixture.js";
import { earlierRulesView, ownReadings, rulesView } from "./rules-fixture.js";

/** The case of the fixtures whose persons have protected identity. */
export const protectedCaseId = "0b6a0c9e-5a0f-4a55-9f0a-3c1f5b2d7e20";

/** The rules of the month that is asked for; there are two. */
export const rulesFor = (url: URL): unknown => {
  if (url.pathname.endsWith("/own-readings")) return ownReadings;
  return url.searchParams.get("month") === earlierRulesView.month ? earlierRulesView : rulesView;
};

/** What the auditor's pages read. */
export const auditAnswer = ({ pathname }: URL): unknown => {
  const [, , , area, id, part] = pathname.split("/");
  switch (area) {
    case "cases":
      if (id === undefined) return auditedCases;
      return id === protectedCaseId ? restrictedLogView : logView;
    case "log":
      return logPage;
    case "choices":
      return logChoices;
    case "questions":
      return { ...questionAnswer, question: id };
    case "samples":
      return samplesView;
    case "events":
      return part === "proof" ? eventProof : shownThen;
    default:
      return undefined;
  }
};
