import { z } from "zod";
import { codesOf, type CodeEntry } from "./coded.js";

/** Everything that is written in the log: `resource.verb`, with the title a reader of the log sees. */
export const auditActions = {
  "application.received": { title: "Ansökan togs emot" },
  "application.linked": { title: "Ännu en ansökan kopplades till ärendet" },
  "source.asked": { title: "En källa tillfrågades", basis: "15 kap. SoL (2025:400)" },
  "source.answered": { title: "En källa svarade" },
  "source.unavailable": { title: "En källa gick inte att läsa" },
  "case-file.read": { title: "Verksamhetssystemet lästes" },
  "document.received": { title: "Ett underlag hämtades" },
  "document.read": { title: "Ett underlag lästes" },
  "case.assessed": { title: "Ärendet bedömdes av regelverket" },
  "case.state-changed": { title: "Ärendets läge ändrades" },
  "case.assigned": { title: "Ärendet fördelades" },
  "case.protected": { title: "Ärendet markerades som skyddat", basis: "OSL 26 kap. 1 §" },
  "case.opened": { title: "Ärendet öppnades för läsning", basis: "SoLPuL (2001:454) 10 §" },
  "case.closed": { title: "Ärendet avslutades" },
  "case.erased": { title: "Ärendets innehåll gallrades", basis: "16 kap. 1 § SoL (2025:400)" },
  "evidence.opened": { title: "Ett bevis öppnades för läsning", basis: "SoLPuL (2001:454) 10 §" },
  "question.settled": { title: "En fråga avgjordes av en handläggare" },
  "fact.corrected": { title: "En uppgift rättades", basis: "FL 27 §" },
  "fact.correction-withdrawn": { title: "En rättelse togs tillbaka", basis: "FL 27 §" },
  "communication.prepared": { title: "Ett underlag för yttrande skrevs", basis: "FL 25 §" },
  "communication.sent": { title: "Underlag skickades för yttrande", basis: "FL 25 §" },
  "communication.answered": { title: "Den sökande yttrade sig", basis: "FL 25 §" },
  "decision.requested": { title: "En handläggare begärde beslut" },
  "decision.refused": { title: "Beslutet kunde inte fattas" },
  "decision.recorded": { title: "Beslut fattades", basis: "FL 31 §" },
  "write.intended": { title: "En skrivning till verksamhetssystemet förbereddes" },
  "write.submitted": { title: "En skrivning skickades till verksamhetssystemet" },
  "write.confirmed": { title: "Skrivningen lästes tillbaka och stämde" },
  "write.unclear": { title: "Det är oklart om skrivningen sparades" },
  "letter.rendered": { title: "Ett brev skrevs" },
  "letter.delivered": { title: "Ett brev skickades", basis: "FL 33 §" },
  "session.opened": { title: "En person loggade in" },
  "session.closed": { title: "En person loggade ut" },
  "session.refused": { title: "En inloggning nekades" },
  "access.refused": { title: "En åtkomst nekades" },
  "staff.registered": { title: "En medarbetare registrerades" },
  "role.granted": { title: "En roll tilldelades" },
  "role.removed": { title: "En roll togs bort" },
  "setting.changed": { title: "En inställning ändrades" },
  "rule.loaded": { title: "Ett regelverk lästes in" },
  "rule.changed": { title: "En regel ändrades" },
  "export.made": { title: "Loggen exporterades" },
  "log.verified": { title: "Loggen kontrollerades" },
} as const satisfies Record<string, CodeEntry>;

/** Code of what an event in the log says was done. */
export const auditActionSchema = z.enum(codesOf(auditActions));
export type AuditAction = z.output<typeof auditActionSchema>;
