import type { LogTransaction } from "../../audit/log-transaction.js";
import { loggedDecisions, type LoggedDecision } from "../../audit/questions/decisions.js";
import { overridesByRule, workByPerson } from "../../audit/questions/overrides.js";
import { readLog } from "../../audit/questions/reads.js";
import type { QuestionScope } from "../../audit/questions/scope.js";
import { differingReadings, outages } from "../../audit/questions/sources.js";
import type { SavedQuestion } from "../../contracts/api/saved-questions.js";
import { auditActions } from "../../contracts/codes/audit-actions.js";
import type { StoreTransaction } from "../../store/transaction.js";
import type { RulesPort } from "../deps.js";
import { delegatedDecisions } from "./delegated-decisions.js";
import { wordsOf } from "./log-entry.js";
import type { RawCell, RawRow } from "./raw-row.js";

/** A question's columns and how it is answered. `seconds` narrows where the question takes it. */
type Answered = {
  readonly columns: readonly (readonly [title: string, kind?: "number"])[];
  readonly rows: (
    tx: StoreTransaction,
    scope: QuestionScope & { readonly seconds?: number },
    rules: RulesPort,
  ) => Promise<readonly RawRow[]>;
};

const ofCase = { ofCase: true } as const;
const yesNo = (value: boolean): string => (value ? "ja" : "nej");
const share = (part: number, whole: number): string =>
  whole === 0 ? "–" : `${String(Math.round((100 * part) / whole))} %`;
const minutes = (seconds: number): string =>
  `${String(Math.floor(seconds / 60))} min ${String(seconds % 60).padStart(2, "0")} s`;

/** Less than this on screen is less than it takes to read a case. */
const hastySeconds = 20;

const wasChanged = ({ corrected, settled, sequence, outcome }: LoggedDecision): boolean =>
  corrected > 0 || settled > 0 || sequence > 1 || outcome !== "granted";

const decisionRow = (decision: LoggedDecision, cells: readonly RawCell[], stands = false): RawRow => ({
  key: String(decision.seq),
  caseId: decision.caseId,
  stands,
  cells,
});

/** The saved questions, each a query in `audit/questions` and the table it becomes. */
export const answers: Readonly<Record<SavedQuestion, Answered>> = {
  "by-rulebook": {
    columns: [
      ["Ärende"],
      ["Beslutat"],
      ["Utfall"],
      ["Regelverk"],
      ["Bedömning nr", "number"],
      ["Beslutsfattare"],
      ["Delegation"],
    ],
    rows: async (tx, scope) =>
      (await loggedDecisions(tx, scope)).map((one) =>
        decisionRow(
          one,
          [
            ofCase,
            { at: one.at },
            { personal: wordsOf(one.outcome) },
            one.rulebook ?? "okänt",
            one.sequence,
            { staff: one.actorId },
            one.delegationItem,
          ],
          one.rulebook === null,
        ),
      ),
  },
  "delegated-decisions": {
    columns: [
      ["Punkt"],
      ["Avser"],
      ["Ärende"],
      ["Beslutsdag"],
      ["Utfall"],
      ["Kronor", "number"],
      ["Beslutsfattare"],
      ["Enligt delegationsordningen"],
    ],
    rows: delegatedDecisions,
  },
  outages: {
    columns: [["När"], ["Vad"], ["Källa"], ["Orsak"], ["Ärende"], ["Beslutat efteråt"]],
    rows: async (tx, scope) =>
      (await outages(tx, scope)).map((one) => ({
        key: String(one.seq),
        caseId: one.caseId,
        stands: one.decidedAfter,
        cells: [
          { at: one.at },
          auditActions[one.action].title,
          { personal: one.sources.map(wordsOf).join(", ") },
          wordsOf(one.cause),
          one.caseId === null ? "" : ofCase,
          one.caseId === null ? "" : yesNo(one.decidedAfter),
        ],
      })),
  },
  "time-on-screen": {
    columns: [
      ["Ärende"],
      ["Beslutat"],
      ["Beslutsfattare"],
      ["Tid på skärmen", "number"],
      ["Brevet visades"],
      ["Utfall"],
    ],
    rows: async (tx, { seconds, ...scope }) =>
      (await loggedDecisions(tx, scope))
        .filter((one) => seconds === undefined || one.seconds <= seconds)
        .toSorted((one, other) => one.seconds - other.seconds)
        .map((one) =>
          decisionRow(
            one,
            [
              ofCase,
              { at: one.at },
              { staff: one.actorId },
              minutes(one.seconds),
              yesNo(one.letterSeen),
              { personal: wordsOf(one.outcome) },
            ],
            one.seconds < hastySeconds,
          ),
        ),
  },
  "by-person": {
    columns: [
      ["Medarbetare"],
      ["Beslut", "number"],
      ["Avklarade frågor", "number"],
      ["Ändrade uppgifter", "number"],
      ["Öppnade ärenden", "number"],
      ["Varav utan annat arbete", "number"],
    ],
    rows: async (tx, scope) =>
      (await workByPerson(tx, scope)).map((one) => ({
        key: one.actorId,
        caseId: null,
        stands: one.openedOnly > 0,
        cells: [{ staff: one.actorId }, one.decided, one.settled, one.corrected, one.opened, one.openedOnly],
      })),
  },
  "changed-proposals": {
    columns: [
      ["Ärende"],
      ["Beslutat"],
      ["Beslutsfattare"],
      ["Utfall"],
      ["Ändrade uppgifter", "number"],
      ["Avklarade frågor", "number"],
      ["Bedömning nr", "number"],
    ],
    rows: async (tx, scope) =>
      (await loggedDecisions(tx, scope))
        .filter(wasChanged)
        .map((one) =>
          decisionRow(one, [
            ofCase,
            { at: one.at },
            { staff: one.actorId },
            { personal: wordsOf(one.outcome) },
            one.corrected,
            one.settled,
            one.sequence,
          ]),
        ),
  },
  "overrides-by-rule": {
    columns: [["Vad"], ["Regel eller uppgift"], ["Gånger", "number"], ["Ärenden", "number"], ["Personer", "number"]],
    rows: async (tx, scope) =>
      (await overridesByRule(tx, scope)).map((one) => ({
        key: `${one.action} ${one.about}`,
        caseId: null,
        stands: false,
        cells: [auditActions[one.action].title, wordsOf(one.about), one.times, one.cases, one.people],
      })),
  },
  "overrides-by-person": {
    columns: [
      ["Handläggare"],
      ["Beslut", "number"],
      ["Avklarade frågor", "number"],
      ["Ändrade uppgifter", "number"],
      ["Avsteg per beslut", "number"],
    ],
    rows: async (tx, scope) =>
      (await workByPerson(tx, scope))
        .filter(({ decided, settled, corrected }) => decided + settled + corrected > 0)
        .map((one) => ({
          key: one.actorId,
          caseId: null,
          stands: false,
          cells: [
            { staff: one.actorId },
            one.decided,
            one.settled,
            one.corrected,
            share(one.settled + one.corrected, one.decided),
          ],
        })),
  },
  "differing-readings": {
    columns: [["Ärende"], ["Bedömt"], ["Bedömning nr", "number"], ["Regelverk"], ["Beslutat av"]],
    rows: async (tx, scope) =>
      (await differingReadings(tx, scope))
        .filter(({ rulebook }) => scope.rulebook === undefined || rulebook === scope.rulebook)
        .map((one) => ({
          key: String(one.seq),
          caseId: one.caseId,
          stands: false,
          cells: [ofCase, { at: one.at }, one.sequence, one.rulebook ?? "okänt", { staff: one.decidedBy }],
        })),
  },
  "read-log": {
    columns: [["När"], ["Vem"], ["Vad"], ["Ärende"], ["Arbetade i ärendet"]],
    rows: (tx, scope) => readRows(tx, scope),
  },
  "protected-reads": {
    columns: [["När"], ["Vem"], ["Vad"], ["Ärende"], ["Arbetade i ärendet"]],
    rows: (tx, scope) => readRows(tx, { ...scope, ofProtected: true }),
  },
};

const readRows = async (
  tx: LogTransaction,
  scope: QuestionScope & { readonly ofProtected?: boolean },
): Promise<RawRow[]> =>
  (await readLog(tx, scope)).map((one) => ({
    key: String(one.seq),
    caseId: one.caseId,
    stands: one.action === "access.refused" || (one.caseId !== null && !one.worked),
    cells: [
      { at: one.at },
      { staff: one.actorId },
      one.what === "" ? auditActions[one.action].title : `${auditActions[one.action].title}: ${wordsOf(one.what)}`,
      one.caseId === null ? "" : ofCase,
      one.caseId === null ? "" : yesNo(one.worked),
    ],
  }));
