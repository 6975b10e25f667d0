import { z } from "zod";
import { append } from "../../../audit/append.js";
import { drawSample, listSamples, type Sample } from "../../../audit/questions/sample.js";
import {
  drawInputSchema,
  questionAnswerSchema,
  questionScopeSchema,
  samplesViewSchema,
  savedQuestions,
  savedQuestionSchema,
  type QuestionAnswer,
  type QuestionPart,
  type QuestionScopeInput,
  type SamplesView,
  type SavedQuestion,
} from "../../../contracts/api/saved-questions.js";
import { caseNumbers } from "../../../store/case-numbers.js";
import type { StoreTransaction } from "../../../store/transaction.js";
import type { App } from "../../app.js";
import type { ApiDeps, RulesPort } from "../../deps.js";
import { actorOf, onlyFor, personOf } from "../../identity/person.js";
import { csvOf } from "../../views/csv.js";
import { staffNames } from "../../views/case-facts.js";
import { answers } from "../../views/question-answers.js";
import { namedRows } from "../../views/question-rows.js";
import { logReaders } from "./readers.js";
import { spanOf } from "./span.js";

const shownRows = 200;
/** Far more than an auditor reads, few enough to be made in one go. */
const exportedRows = 100_000;
const samplesShown = 12;

const questionParams = z.strictObject({ question: savedQuestionSchema });

const takes = (question: SavedQuestion, part: QuestionPart): boolean =>
  savedQuestions[question].takes.some((one) => one === part);

const answer = async (
  tx: StoreTransaction,
  question: SavedQuestion,
  { scope, limit, rules }: { readonly scope: QuestionScopeInput; readonly limit: number; readonly rules: RulesPort },
): Promise<QuestionAnswer> => {
  const { actor, rulebook, source, seconds } = scope;
  const narrowed = {
    ...(takes(question, "span") ? spanOf(scope) : {}),
    ...(actor !== undefined && takes(question, "actor") ? { actorId: actor } : {}),
    ...(rulebook !== undefined && takes(question, "rulebook") ? { rulebook } : {}),
    ...(source !== undefined && takes(question, "source") ? { source } : {}),
    ...(seconds !== undefined && takes(question, "seconds") ? { seconds } : {}),
    limit: limit + 1,
  };
  const rows = await answers[question].rows(tx, narrowed, rules);
  return {
    question,
    columns: answers[question].columns.map(([title, kind]) => ({ title, numeric: kind === "number" })),
    rows: await namedRows(tx, rows.slice(0, limit)),
    more: rows.length > limit,
  };
};

const samplesView = async (tx: StoreTransaction, samples: readonly Sample[]): Promise<SamplesView> => {
  const staff = await staffNames(tx);
  const cases = await caseNumbers(
    tx,
    samples.flatMap(({ caseIds }) => caseIds),
  );
  return {
    samples: samples.map(({ seq, at, actorId, seed, size, among, caseIds }) => ({
      seq,
      at,
      by: staff.get(actorId) ?? "okänd person",
      seed,
      size,
      among,
      cases: caseIds.flatMap((caseId) => {
        const row = cases.get(caseId);
        return row === undefined ? [] : [{ caseId, reference: row.number, restricted: row.protected }];
      }),
    })),
  };
};

/** The auditor's saved questions: a table for each, the same as CSV, and the random sample. */
export const registerQuestions = (app: App, { store, rulesInForce }: ApiDeps): void => {
  const preHandler = onlyFor(store, logReaders);
  const schema = { params: questionParams, querystring: questionScopeSchema };

  app.get(
    "/api/audit/questions/:question",
    { preHandler, schema: { ...schema, response: { 200: questionAnswerSchema } } },
    async (request) => {
      const { question } = request.params;
      const actor = actorOf(personOf(request), logReaders);
      return store.transaction(async (tx) => {
        const answered = await answer(tx, question, {
          scope: request.query,
          limit: shownRows,
          rules: await rulesInForce(tx),
        });
        await append(tx, { action: "log.searched", actor, details: { question } });
        return answered;
      });
    },
  );

  app.get("/api/audit/questions/:question/csv", { preHandler, schema }, async (request, reply) => {
    const { question } = request.params;
    const actor = actorOf(personOf(request), logReaders);
    const csv = await store.transaction(async (tx) => {
      const { columns, rows } = await answer(tx, question, {
        scope: request.query,
        limit: exportedRows,
        rules: await rulesInForce(tx),
      });
      await append(tx, { action: "export.made", actor, details: { question, rows: rows.length } });
      return csvOf([columns.map(({ title }) => title), ...rows.map(({ cells }) => cells)]);
    });
    return reply
      .header("content-disposition", `attachment; filename="${question}.csv"`)
      .type("text/csv; charset=utf-8")
      .send(csv);
  });

  app.get("/api/audit/samples", { preHandler, schema: { response: { 200: samplesViewSchema } } }, () =>
    store.read(async (tx) => samplesView(tx, await listSamples(tx, samplesShown))),
  );

  app.post(
    "/api/audit/samples",
    { preHandler, schema: { body: drawInputSchema, response: { 200: samplesViewSchema } } },
    async (request) => {
      const actor = actorOf(personOf(request), logReaders);
      await store.transaction((tx) => drawSample(tx, { count: request.body.count, actor }));
      return store.read(async (tx) => samplesView(tx, await listSamples(tx, samplesShown)));
    },
  );
};
