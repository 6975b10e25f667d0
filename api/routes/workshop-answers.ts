import type { FastifyReply } from "fastify";
import type { SaveConflict } from "../../contracts/api/workshop.js";
import { workshopRefusals, type WorkshopRefusal } from "../../contracts/rule-change.js";
import type { Person } from "../identity/person.js";
import { Refusal } from "../plugins/refusal.js";
import { csvOf } from "../views/csv.js";
import type { Answered } from "../workshop-port.js";

/** Refusals that are about who one is: nobody may do it alone. */
const personal: ReadonlySet<WorkshopRefusal> = new Set(["own-change", "own-stop", "own-scenario"]);

/** Refusals that are about what was sent. */
const unreadable: ReadonlySet<WorkshopRefusal> = new Set([
  "table-unreadable",
  "scenario-points-at-person",
  "pack-head-changed",
]);

const statusOf = (code: WorkshopRefusal): number => (personal.has(code) ? 403 : unreadable.has(code) ? 400 : 409);

const refusalOf = ({ refusal: code, problems = [] }: Extract<Answered<never>, { ok: false }>): Refusal => {
  if (code === "not-found") return new Refusal("not-found");
  const errors = problems.map(({ row = "", table = "", message }) => ({
    path: [table, row].filter((part) => part !== "").join(":"),
    message,
  }));
  const title = workshopRefusals[code];
  return new Refusal("change-refused", { code, title, status: statusOf(code), ...(errors.length > 0 && { errors }) });
};

/** What came of asking the workshop. @throws Refusal where nothing was done, with why. */
export const valueOf = <T>(came: Answered<T>): T => {
  if (came.ok) return came.value;
  throw refusalOf(came);
};

/** The same, where two may have saved at once: then `tell` sends the second what the first wrote, and their own. */
export const answered = <T>(
  came: Answered<T>,
  tell: (conflict: SaveConflict["conflict"]) => FastifyReply,
): T | FastifyReply => {
  if (!came.ok && came.conflict !== undefined) return tell(came.conflict);
  return valueOf(came);
};

/** Tells the second of two who saved, with both texts, so that nothing is lost. */
export const sendSaveConflict = (reply: FastifyReply, conflict: SaveConflict["conflict"]): FastifyReply => {
  const code = "edited-by-other";
  const problem: SaveConflict = {
    type: "urn:skalig:problem:change-refused",
    title: `${conflict.by} har sparat utkastet sedan du öppnade det. Inget av ditt är borta: jämför och spara igen.`,
    status: 409,
    code,
    conflict,
  };
  return reply.code(409).type("application/problem+json").serializer(JSON.stringify).send(problem);
};

/** The one who asks, as the workshop needs them. */
export const askingOf = ({ staffId, roles }: Person) => ({ id: staffId, roles });

/** A table as a file to download. */
export const sendCsv = (
  reply: FastifyReply,
  { name, lines }: { readonly name: string; readonly lines: readonly (readonly string[])[] },
): FastifyReply =>
  reply
    .header("content-disposition", `attachment; filename="${name}.csv"`)
    .type("text/csv; charset=utf-8")
    .send(csvOf(lines));

/** A workbook as a file to download. */
export const sendXlsx = (
  reply: FastifyReply,
  { name, bytes }: { readonly name: string; readonly bytes: Buffer },
): FastifyReply =>
  reply
    .header("content-disposition", `attachment; filename="${name}.xlsx"`)
    .type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    .send(bytes);
