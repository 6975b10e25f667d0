import { useMutation, useQueryClient } from "@tanstack/react-query";
import {
  changeViewSchema,
  saveConflictSchema,
  type ChangeView,
  type Publication,
  type SaveConflict,
} from "../../../contracts/api/workshop.js";
import type { PackTable } from "../../../contracts/pack-check.js";
import type { ChangeAction } from "../../../contracts/rule-change.js";
import type { RulePack } from "../../../contracts/rule-pack.js";
import { announce } from "../../components/announce.js";
import { ProblemError } from "../../server/problem-error.js";
import { send } from "../../server/request.js";
import { changeQuery, workshopQuery } from "../../server/workshop-queries.js";
import { sv } from "../../texts/sv.js";

/** A table as a file has it: text, or the bytes of a workbook in base64. */
export type TableFile = { readonly csv: string } | { readonly xlsx: string };

/** Something to do with a change, with what it needs. */
export type ChangeCommand =
  /** `revision` is the one that was written on. */
  | { readonly action: "save"; readonly content: RulePack; readonly revision: number }
  | { readonly action: "table"; readonly table: PackTable; readonly file: TableFile }
  | { readonly action: "rebase" | "check" | "rehearse" | "submit" | "approve" }
  | { readonly action: "return" | "withdraw"; readonly note: string }
  | { readonly action: "publish"; readonly minute: Publication["minute"] };

const asked = (change: ChangeView, command: ChangeCommand): { readonly path: string; readonly body: object } => {
  const { revision, title, source, kind, effectiveFrom, contentHash } = change;
  switch (command.action) {
    case "save":
      return {
        path: "draft",
        body: { revision: command.revision, title, source, kind, effectiveFrom, content: command.content },
      };
    case "table":
      return { path: `tables/${command.table}`, body: { revision, ...command.file } };
    case "rebase":
      return { path: "rebase", body: { revision } };
    case "check":
      return { path: "check", body: { revision } };
    case "rehearse":
      return { path: "rehearsal", body: { revision } };
    case "submit":
      return { path: "submission", body: { revision } };
    case "approve":
      return {
        path: "approval",
        body: { contentHash, testsHash: change.tests?.hash, rehearsalHash: change.rehearsal?.hash },
      };
    case "return":
      return { path: "return", body: { note: command.note } };
    case "withdraw":
      return { path: "withdrawal", body: { note: command.note } };
    case "publish":
      return {
        path: "publication",
        body: { contentHash, ...(command.minute === undefined ? {} : { minute: command.minute }) },
      };
  }
};

const done = (action: ChangeCommand["action"]): string => sv.workshop.change.done[action === "table" ? "save" : action];

/** What somebody else saved first, where that is why a save was refused. */
export const conflictOf = (error: unknown): SaveConflict["conflict"] | undefined =>
  error instanceof ProblemError ? saveConflictSchema.safeParse(error.answer).data?.conflict : undefined;

/** Sends commands on a change. What comes back is the change after it. */
export const useChangeCommand = (change: ChangeView) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (command: ChangeCommand) => {
      const { path, body } = asked(change, command);
      return send(changeViewSchema, { path: `/api/workshop/changes/${change.id}/${path}`, body });
    },
    onSuccess: async (after, { action }) => {
      client.setQueryData(changeQuery(change.id).queryKey, after);
      announce(done(action));
      await client.invalidateQueries({ queryKey: workshopQuery.queryKey });
      // What is in force is another after a publication, on every page that shows rules.
      if (action === "publish") await client.invalidateQueries({ queryKey: ["rules"] });
    },
  });
};

/** What may be done, and why not. */
export const allowanceOf = ({ actions }: ChangeView, action: ChangeAction): ChangeView["actions"][number] =>
  actions.find((one) => one.action === action) ?? { action, allowed: false, why: null };

/** The step that a change waits for; undefined where it is over. */
export const nextAction = ({ state, base, tests, rehearsal }: ChangeView): ChangeAction | undefined => {
  switch (state) {
    case "draft":
      if (base?.inForce === false) return "rebase";
      if (tests?.fresh !== true) return "check";
      return rehearsal?.fresh === true ? "submit" : "rehearse";
    case "submitted":
      return "approve";
    case "approved":
      return "publish";
    case "published":
    case "withdrawn":
      return undefined;
  }
};
